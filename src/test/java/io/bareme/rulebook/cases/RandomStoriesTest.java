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
import io.bareme.explanation.Sentences;
import io.bareme.journal.CanonicalJson;
import io.bareme.rulebook.EditionReading.Ready;
import io.bareme.rulebook.Editions;
import io.bareme.rulebook.files.Folders;
import io.bareme.values.Money;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What "Always true" promises, on invented lives under the tables and rules of the repository: {@value #FEW} stories of
 * a few claims each here; {@code -Dstories=335000} for a million claims,
 * {@code -Dfirst=100000} to begin there. Failing stories are
 * gathered, and the first of them told as small as they can be.
 */
class RandomStoriesTest {

    private static final long FEW = 2_000;
    private static final int MOST_SEEDS = 200;
    private static final int MOST_TOLD = 20;
    private static final Pattern UNTOLD = Pattern.compile("\\bnull\\b|\\{[a-zA-Z]+}");
    private static final Edition EDITION =
            ((Ready) Editions.compile(Folders.read(Path.of("rules"), Path.of("guarantee-tables")))).edition();

    @Test
    void whatever_people_send_what_is_always_true_is_true() {
        RandomStories stories = new RandomStories(EDITION);
        long first = Long.getLong("first", 0);
        long count = Long.getLong("stories", FEW);
        AtomicLong claims = new AtomicLong();
        Map<Verdict, AtomicLong> verdicts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, new AtomicLong());
        }

        Map<LegalBounds.Looked, AtomicLong> looked = new ConcurrentHashMap<>();

        Queue<Failure> failures = new ConcurrentLinkedQueue<>();
        LongStream.range(first, first + count).parallel().forEach(seed -> {
            RandomStories.Story story = stories.story(seed);
            try {
                tell(story, looked, decision -> {
                    verdicts.get(decision.verdict()).incrementAndGet();
                    claims.incrementAndGet();
                });
            } catch (AssertionError | RuntimeException broken) {
                failures.add(new Failure(seed, broken));
            }
        });

        assertThat(smallest(failures, stories))
                .as("%s stories fail, some %s", failures.size(), seeds(failures))
                .isEmpty();
        assertThat(claims.get()).isGreaterThan(2 * count);
        assertThat(verdicts)
                .as("claims by verdict")
                .allSatisfy((verdict, of) ->
                        assertThat(of.get()).as("%s in %s", verdict, verdicts).isPositive());
        assertThat(verdicts.get(Verdict.REFERRED).get()
                        + verdicts.get(Verdict.INCOMPLETE).get())
                .as("claims left undecided in %s", verdicts)
                .isLessThan(claims.get() / 2);
        assertThat(looked).as("legal bounds looked at").containsOnlyKeys(LegalBounds.Looked.values());
        System.out.println(claims + " invented claims: " + verdicts + ", bounds " + looked);
    }

    /** Lives through one story and checks every decision of it. */
    private static void tell(
            RandomStories.Story story, Map<LegalBounds.Looked, AtomicLong> looked, Consumer<Decision> decided) {
        StoryBooks books = new StoryBooks(EDITION, story.rights());
        for (Claim claim : story.claims()) {
            Decision decision = decide(claim, story.rights(), books.consumption());
            Checks checks = new Checks("story " + story.seed() + ", received " + claim.received(), claim, decision);
            checks.everyShare();
            checks.everySentence();
            checks.everyLimit(books);
            new LegalBounds(EDITION, checks.story(), claim, decision).check(looked);
            checks.againAndShuffled(story.rights(), books.consumption(), new Random(story.seed()));
            books.record(decision);
            books.neverBeyond(checks.story());
            books.oneAidInFourYears(checks.story());
            decided.accept(decision);
        }
    }

    /** A story that did not keep what must be true, and what it said. */
    private record Failure(long seed, Throwable broken) {}

    private static List<Long> seeds(Collection<Failure> failures) {
        return failures.stream().map(Failure::seed).sorted().limit(MOST_SEEDS).toList();
    }

    /** The first failing stories, each made as small as it can be, the shortest first. */
    private static List<String> smallest(Collection<Failure> failures, RandomStories stories) {
        return failures.stream()
                .sorted(Comparator.comparing(Failure::seed))
                .limit(MOST_TOLD)
                .map(failure -> told(smallest(stories.story(failure.seed()))))
                .sorted(Comparator.comparing(String::length))
                .toList();
    }

    private static RandomStories.Story smallest(RandomStories.Story story) {
        return story.smaller().stream()
                .filter(smaller -> failure(smaller) != null)
                .findFirst()
                .map(RandomStoriesTest::smallest)
                .orElse(story);
    }

    private static String told(RandomStories.Story story) {
        return failure(story) + "\n  person " + story.rights() + "\n  claims " + story.claims();
    }

    private static @Nullable String failure(RandomStories.Story story) {
        try {
            tell(story, new ConcurrentHashMap<>(), decision -> {});
            return null;
        } catch (AssertionError | RuntimeException broken) {
            return String.valueOf(broken);
        }
    }

    private static Decision decide(Claim claim, Rights rights, Consumption used) {
        return Adjudicator.decide(claim.resolve(rights, used, EDITION));
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

        /** Nobody is told of something that is not known, in a sentence or by its name. */
        void everySentence() {
            for (LineDecision line : decision.lines()) {
                for (Locale language : List.of(Locale.FRANCE, Locale.UK)) {
                    Stream<String> steps = line.steps().stream().map(step -> Sentences.step(step, language));
                    Stream<String> reasons = line.findings().stream().map(of -> Sentences.reason(of, language));
                    assertThat(Stream.concat(steps, reasons))
                            .as("line %s of %s", line.number(), story)
                            .noneMatch(UNTOLD.asPredicate());
                }
                assertThat(line.findings())
                        .as(story)
                        .noneMatch(of -> of.parameters().containsValue("null"));
                assertThat(line.steps())
                        .as(story)
                        .noneMatch(of -> of.parameters().containsValue("null"));
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
        void everyLimit(StoryBooks books) {
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
                if (moved.key().endsWith("-from-opened") || StoryBooks.isPurchase(moved.key())) {
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

        /** The same again, byte for byte, in whatever order lines were sent. */
        void againAndShuffled(Rights rights, Consumption used, Random random) {
            byte[] bytes = CanonicalJson.bytes(decision);
            assertThat(CanonicalJson.decision(bytes)).as(story).isEqualTo(decision);
            List<io.bareme.adjudication.CareLine> shuffled = new ArrayList<>(claim.lines());
            Collections.shuffle(shuffled, random);
            Claim same = claim.with(shuffled);
            Decision again = decide(same, rights, used);
            assertThat(again).as("shuffled %s", story).isEqualTo(decision);
            assertThat(CanonicalJson.bytes(again)).as("shuffled %s", story).isEqualTo(bytes);
        }
    }
}
