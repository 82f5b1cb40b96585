package io.bareme.rulebook.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Adjudicator;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Shares;
import io.bareme.adjudication.Verdict;
import io.bareme.journal.CanonicalJson;
import io.bareme.rulebook.EditionReading.Ready;
import io.bareme.rulebook.Editions;
import io.bareme.rulebook.files.Folders;
import io.bareme.values.Money;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What "Always true" promises, on invented lives under the tables and rules of the repository: {@value #FEW} stories of
 * a few claims each here; {@code -Dstories=350000} for a million claims.
 */
class RandomStoriesTest {

    private static final long FEW = 2_000;
    private static final Edition EDITION =
            ((Ready) Editions.compile(Folders.read(Path.of("rules"), Path.of("guarantee-tables")))).edition();

    @Test
    void whatever_people_send_what_is_always_true_is_true() {
        RandomStories stories = new RandomStories(EDITION);
        long count = Long.getLong("stories", FEW);
        AtomicLong claims = new AtomicLong();
        Map<Verdict, AtomicLong> verdicts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, new AtomicLong());
        }

        Map<LegalBounds.Looked, AtomicLong> looked = new ConcurrentHashMap<>();

        LongStream.range(0, count).parallel().forEach(seed -> {
            RandomStories.Story story = stories.story(seed);
            Books books = new Books();
            for (Claim claim : story.claims()) {
                Decision decision = decide(claim, story.rights(), books.consumption());
                Checks checks = new Checks("story " + seed + ", " + claim, claim, decision);
                checks.everyShare();
                checks.everyLimit(books);
                new LegalBounds(EDITION, checks.story(), claim, decision).check(looked);
                checks.againAndShuffled(story.rights(), books.consumption(), new Random(seed));
                books.record(decision);
                books.neverBeyond(checks.story());
                books.oneAidInFourYears(checks.story());
                verdicts.get(decision.verdict()).incrementAndGet();
                claims.incrementAndGet();
            }
        });

        assertThat(claims.get()).isGreaterThan(2 * count);
        assertThat(verdicts)
                .as("claims by verdict")
                .allSatisfy((verdict, of) ->
                        assertThat(of.get()).as("%s in %s", verdict, verdicts).isPositive());
        assertThat(looked).as("legal bounds looked at").containsOnlyKeys(LegalBounds.Looked.values());
        System.out.println(claims + " invented claims: " + verdicts + ", bounds " + looked);
    }

    private static Decision decide(Claim claim, Rights rights, Consumption used) {
        return Adjudicator.decide(claim.resolve(rights, used, EDITION));
    }

    /** What a story has consumed so far, and the whole of each limit as it was first told. */
    private static final class Books {
        private final Map<String, Consumption.Counter> counters = new HashMap<>();
        private final Map<String, Money> most = new HashMap<>();
        private final Map<String, Integer> mostUnits = new HashMap<>();

        Consumption consumption() {
            return new Consumption(counters);
        }

        /** The day of a purchase under R871-2, which is told by what its period leaves. */
        static boolean isPurchase(String key) {
            return key.contains("/css-r871-2/") && key.contains("/from-");
        }

        /** R871-2 4°: under one contract, one aid for each ear in four years. */
        void oneAidInFourYears(String story) {
            counters.forEach((key, counter) -> {
                if (isPurchase(key) && key.contains("/aid-")) {
                    LocalDate first = purchased(key);
                    int bought = counters.entrySet().stream()
                            .filter(other -> sameAid(key, other.getKey()))
                            .filter(other -> !purchased(other.getKey()).isBefore(first)
                                    && purchased(other.getKey()).isBefore(first.plusYears(4)))
                            .mapToInt(other -> other.getValue().count())
                            .sum();
                    assertThat(bought)
                            .as("aids bought under %s over %s", key, story)
                            .isLessThanOrEqualTo(1);
                }
            });
        }

        private static boolean sameAid(String one, String other) {
            String prefix = one.substring(0, one.indexOf("/from-") + "/from-".length());
            return other.startsWith(prefix);
        }

        private static LocalDate purchased(String key) {
            return LocalDate.parse(key.substring(key.indexOf("/from-") + "/from-".length()));
        }

        /**
         * No limit has given more over the story than it had when it was first told; an amount for an equipment is told
         * less what its class A parts cost, and the purchases of R871-2 have a check of their own.
         */
        void neverBeyond(String story) {
            counters.forEach((key, counter) -> {
                if (key.contains("/css-r871-2/") || key.contains("/equipment-")) {
                    return;
                }
                if (most.containsKey(key)) {
                    assertThat(counter.used()).as("%s over %s", key, story).isLessThanOrEqualTo(most.get(key));
                }
                if (mostUnits.containsKey(key)) {
                    assertThat(counter.count()).as("%s over %s", key, story).isLessThanOrEqualTo(mostUnits.get(key));
                }
            });
        }

        void record(Decision decision) {
            for (LineDecision line : decision.lines()) {
                for (LineDecision.LimitUse use : line.limits()) {
                    if (use.remainingBefore() != null) {
                        most.merge(use.key(), use.remainingBefore(), Money::max);
                    }
                    if (use.countBefore() != null) {
                        mostUnits.merge(use.key(), use.countBefore(), Math::max);
                    }
                }
            }
            for (Decision.Movement moved : decision.movements()) {
                Consumption.Counter before =
                        consumption().of(moved.key(), moved.amount().currency());
                counters.put(
                        moved.key(),
                        new Consumption.Counter(
                                before.used().plus(moved.amount()),
                                before.count() + moved.count(),
                                before.version() + 1));
            }
        }
    }

    /** One decision looked at. */
    private record Checks(String story, Claim claim, Decision decision) {

        void everyShare() {
            for (LineDecision line : decision.lines()) {
                Shares shares = line.shares();
                assertThat(shares.compulsoryNet()
                                .plus(shares.otherPayers())
                                .plus(shares.complementary())
                                .plus(shares.member().total()))
                        .as("the shares of line %s of %s", line.number(), story)
                        .isEqualTo(shares.charge());
                assertThat(amounts(shares))
                        .as("line %s of %s", line.number(), story)
                        .noneMatch(Money::isNegative);
                if (line.verdict() == Verdict.REFUSED) {
                    assertThat(shares.complementary().isZero()).as(story).isTrue();
                }
            }
        }

        private static List<Money> amounts(Shares shares) {
            List<Money> amounts = new ArrayList<>(List.of(
                    shares.base(),
                    shares.compulsory(),
                    shares.compulsoryNet(),
                    shares.pathwayPenalty(),
                    shares.participation(),
                    shares.franchise(),
                    shares.localScheme(),
                    shares.solidarity(),
                    shares.payableAtCounter(),
                    shares.member().copayment(),
                    shares.member().overrun(),
                    shares.member().pathwayPenalty(),
                    shares.member().participation(),
                    shares.member().franchise(),
                    shares.member().refused()));
            shares.contracts().forEach(contract -> amounts.add(contract.amount()));
            return amounts;
        }

        /** No limit gives more than it had left, and what the decision moves is what its lines took. */
        void everyLimit(Books books) {
            Map<String, Money> taken = new HashMap<>();
            Map<String, Integer> counted = new HashMap<>();
            for (LineDecision line : decision.lines()) {
                for (LineDecision.LimitUse use : line.limits()) {
                    Money before = use.remainingBefore();
                    Money after = use.remainingAmount();
                    if (before != null && after != null) {
                        assertThat(after.isNegative()).as(story).isFalse();
                        taken.merge(use.key(), before.minus(after), Money::plus);
                    }
                    if (use.countBefore() != null && use.remainingCount() != null) {
                        assertThat(use.remainingCount()).as(story).isBetween(0, use.countBefore());
                        counted.merge(use.key(), use.countBefore() - use.remainingCount(), Integer::sum);
                    }
                }
            }
            for (Decision.Movement moved : decision.movements()) {
                if (moved.key().endsWith("-from-opened") || Books.isPurchase(moved.key())) {
                    continue; // when windows were opened, when things were bought: no line tells them
                }
                Money none = Money.zero(moved.amount().currency());
                assertThat(taken.getOrDefault(moved.key(), none))
                        .as("%s in %s", moved.key(), story)
                        .isEqualTo(moved.amount());
                assertThat(counted.getOrDefault(moved.key(), 0))
                        .as("%s in %s", moved.key(), story)
                        .isEqualTo(moved.count());
                assertThat(moved.version())
                        .as(story)
                        .isEqualTo(books.consumption()
                                .of(moved.key(), none.currency())
                                .version());
            }
        }

        /** The same again, byte for byte; and the order in which lines were sent does not matter. */
        void againAndShuffled(Rights rights, Consumption used, Random random) {
            Decision again = decide(claim, rights, used);
            assertThat(again).as(story).isEqualTo(decision);
            byte[] bytes = CanonicalJson.bytes(decision);
            assertThat(CanonicalJson.bytes(again)).as(story).isEqualTo(bytes);
            assertThat(CanonicalJson.decision(bytes)).as(story).isEqualTo(decision);
            List<io.bareme.adjudication.CareLine> shuffled = new ArrayList<>(claim.lines());
            Collections.shuffle(shuffled, random);
            Claim same = new Claim(
                    claim.kind(),
                    claim.person(),
                    claim.received(),
                    claim.thirdParty(),
                    claim.provider(),
                    claim.prescribed(),
                    claim.agreement(),
                    shuffled,
                    claim.earlier());
            assertThat(decide(same, rights, used)).as("shuffled %s", story).isEqualTo(decision);
        }
    }
}
