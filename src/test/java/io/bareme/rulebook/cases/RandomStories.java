package io.bareme.rulebook.cases;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Provider;
import io.bareme.adjudication.Provider.Category;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.ProductKind;
import io.bareme.regulation.Act;
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Invents people of both countries with contracts of the repository's tables, and the claims of two years of their
 * lives: any known act, stays, spectacles, hearing aids, sessions, in any order of dates. Four stories in five are
 * careful, as claims that are decided mostly are: tables in force, open rights, whole facts. The others send anything.
 * The same seed tells the same story.
 */
final class RandomStories {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = FIRST.plusDays(700);

    /** One person and what was asked for them, in the order in which it was received. */
    record Story(long seed, Rights rights, List<Claim> claims) {

        /** The stories that lack one claim, one line or one contract of this one. */
        List<Story> smaller() {
            List<Story> smaller = new ArrayList<>();
            for (Claim claim : claims) {
                if (claims.size() > 1) {
                    smaller.add(new Story(seed, rights, without(claims, claim)));
                }
            }
            for (Claim claim : claims) {
                for (CareLine line : claim.lines()) {
                    if (claim.lines().size() > 1) {
                        smaller.add(new Story(seed, rights, with(claim, without(claim.lines(), line))));
                    }
                }
            }
            for (Enrolment enrolment : rights.enrolments()) {
                smaller.add(new Story(seed, with(without(rights.enrolments(), enrolment)), claims));
            }
            return smaller;
        }

        private List<Claim> with(Claim old, List<CareLine> lines) {
            Claim changed = old.with(lines);
            return claims.stream().map(claim -> claim == old ? changed : claim).toList();
        }

        private Rights with(List<Enrolment> enrolments) {
            return new Rights(
                    rights.person(),
                    rights.household(),
                    rights.born(),
                    rights.scheme(),
                    rights.exemptions(),
                    enrolments);
        }

        private static <T> List<T> without(List<T> all, T one) {
            return all.stream().filter(other -> other != one).toList();
        }
    }

    private final Edition edition;
    private final List<Act> french;
    private final List<Act> moroccan;

    RandomStories(Edition edition) {
        this.edition = edition;
        List<Act> acts = edition.nomenclature().acts().values().stream()
                .sorted(Comparator.comparing(act -> act.code().toString()))
                .toList();
        this.french = acts.stream().filter(act -> isOf(act, "/fr/")).toList();
        this.moroccan = acts.stream().filter(act -> isOf(act, "/ma/")).toList();
    }

    private static boolean isOf(Act act, String folder) {
        return act.source().file().contains(folder);
    }

    Story story(long seed) {
        return new Telling(new Random(seed * 0x9E3779B97F4A7C15L)).story(seed);
    }

    /** One story being invented. */
    private final class Telling {

        private final Random random;
        private final boolean careful;

        private Telling(Random random) {
            this.random = random;
            this.careful = random.nextInt(5) > 0;
        }

        private Story story(long seed) {
            boolean inFrance = random.nextInt(3) > 0;
            Rights rights = rights(inFrance);
            List<Claim> claims = new ArrayList<>();
            int count = 1 + random.nextInt(5);
            for (int i = 0; i < count; i++) {
                claims.add(claim(rights, inFrance));
            }
            return new Story(seed, rights, claims);
        }

        private Rights rights(boolean inFrance) {
            Scheme scheme = scheme(inFrance);
            Set<Exemption> exemptions = random.nextInt(5) == 0 ? Set.of(one(Exemption.values())) : Set.of();
            LocalDate born = LocalDate.of(1940 + random.nextInt(85), 1 + random.nextInt(12), 1 + random.nextInt(28));
            return new Rights("P1", "H1", born, scheme, exemptions, enrolments(inFrance, scheme));
        }

        private Scheme scheme(boolean inFrance) {
            if (careful && inFrance && random.nextInt(4) > 0) {
                return Scheme.FR_GENERAL;
            }
            return inFrance
                    ? one(Scheme.FR_GENERAL, Scheme.FR_GENERAL, Scheme.FR_ALSACE_MOSELLE, Scheme.FR_C2S)
                    : one(Scheme.MA_CNSS, Scheme.MA_CNOPS, Scheme.MA_NONE);
        }

        /** None to three contracts of one country; an option comes with what it adds to or alone, as people send it. */
        private List<Enrolment> enrolments(boolean inFrance, Scheme scheme) {
            List<GuaranteeTable> tables = edition.tables().values().stream()
                    .map(List::getLast)
                    .filter(table -> table.currency() == (inFrance ? Currency.EUR : Currency.MAD))
                    .filter(table -> !careful || fits(table, scheme))
                    .sorted(Comparator.comparing(GuaranteeTable::product))
                    .toList();
            List<Enrolment> enrolments = new ArrayList<>();
            int count = random.nextInt(careful ? 20 : 8) == 0 ? 0 : 1 + random.nextInt(careful ? 2 : 3);
            for (int i = 0; i < count; i++) {
                GuaranteeTable table = tables.get(random.nextInt(tables.size()));
                List<String> levels = List.copyOf(table.levels().keySet());
                LocalDate since = FIRST.minusDays(random.nextInt(900));
                enrolments.add(new Enrolment(
                        random.nextInt(4) == 0 ? "H2" : null,
                        "E" + i,
                        table.product(),
                        levels.get(random.nextInt(levels.size())),
                        DateRange.from(since),
                        since,
                        random.nextInt(careful ? 100 : 20) == 0));
            }
            return enrolments;
        }

        /** In force through the whole story, and not made to complement a scheme that is not there. */
        private static boolean fits(GuaranteeTable table, Scheme scheme) {
            boolean alone = scheme != Scheme.MA_NONE || table.kind() == ProductKind.DIM;
            return alone && table.validity().contains(FIRST) && table.validity().contains(LAST);
        }

        private Claim claim(Rights rights, boolean inFrance) {
            LocalDate day = FIRST.plusDays(random.nextInt(690));
            Provider provider = provider(inFrance);
            RandomCare care =
                    new RandomCare(edition, inFrance ? french : moroccan, random, careful, rights, provider, day);
            int parts = 1 + random.nextInt(careful ? 2 : 3);
            for (int part = 0; part < parts; part++) {
                switch (inFrance ? random.nextInt(6) : 0) {
                    case 1 -> care.stay();
                    case 2 -> care.spectacles();
                    case 3 -> care.hearing();
                    default -> care.any();
                }
            }
            return new Claim(
                    one(ClaimKind.values()),
                    rights.person(),
                    day.plusDays((careful ? 3 : 0) + random.nextInt(20)),
                    random.nextBoolean(),
                    provider,
                    random.nextInt(careful ? 10 : 2) > 0 ? day.minusDays(random.nextInt(60)) : null,
                    random.nextInt(3) == (careful ? 1 : 0) || careful && random.nextBoolean() ? "A-1" : null,
                    care.lines(),
                    List.of());
        }

        private Provider provider(boolean inFrance) {
            Category category = inFrance
                    ? one(Category.SECTOR_1, Category.OPTAM, Category.NON_OPTAM, Category.OUT_OF_CONVENTION)
                    : one(Category.PRIVATE, Category.PUBLIC);
            Set<String> networks = random.nextInt(3) == 0 ? Set.of("kalixia") : Set.of();
            return new Provider("D" + random.nextInt(2), "", category, networks, inFrance ? "FR" : "MA");
        }

        @SafeVarargs
        private <T> T one(T... of) {
            return of[random.nextInt(of.length)];
        }
    }
}
