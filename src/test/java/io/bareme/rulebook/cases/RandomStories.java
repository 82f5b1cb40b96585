package io.bareme.rulebook.cases;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.CareLine.Circumstances;
import io.bareme.adjudication.CareLine.Given;
import io.bareme.adjudication.CareLine.Pathway;
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
import io.bareme.regulation.Act;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CodeSystem;
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import io.bareme.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Invents people of both countries with contracts of the repository's tables, and the claims of a few years of their
 * lives: any known act, stays, spectacles, hearing aids, sessions, in any order of dates. The same seed tells the same
 * story.
 */
final class RandomStories {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final List<String> STAY = List.of(
            "frais-de-sejour",
            "honoraires-chirurgie",
            "honoraires-anesthesie",
            "chambre-particuliere",
            "lit-accompagnant",
            "forfait-journalier");
    private static final List<String> LENSES = List.of(
            "verre-simple-classe-a",
            "verre-progressif-classe-a",
            "verre-simple-classe-b",
            "verre-complexe-classe-b",
            "verre-tres-complexe-classe-b");

    /** One person and what was asked for them, in the order in which it was received. */
    record Story(long seed, Rights rights, List<Claim> claims) {}

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

        private Telling(Random random) {
            this.random = random;
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
            Scheme scheme = inFrance
                    ? one(Scheme.FR_GENERAL, Scheme.FR_GENERAL, Scheme.FR_ALSACE_MOSELLE, Scheme.FR_C2S)
                    : one(Scheme.MA_CNSS, Scheme.MA_CNOPS, Scheme.MA_NONE);
            Set<Exemption> exemptions = random.nextInt(5) == 0 ? Set.of(one(Exemption.values())) : Set.of();
            LocalDate born = LocalDate.of(1940 + random.nextInt(85), 1 + random.nextInt(12), 1 + random.nextInt(28));
            return new Rights("P1", "H1", born, scheme, exemptions, enrolments(inFrance));
        }

        /** None to three contracts of one country; an option comes with what it adds to or alone, as people send it. */
        private List<Enrolment> enrolments(boolean inFrance) {
            List<GuaranteeTable> tables = edition.tables().values().stream()
                    .map(List::getLast)
                    .filter(table -> table.currency() == (inFrance ? Currency.EUR : Currency.MAD))
                    .sorted(Comparator.comparing(GuaranteeTable::product))
                    .toList();
            List<Enrolment> enrolments = new ArrayList<>();
            int count = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3);
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
                        random.nextInt(20) == 0));
            }
            return enrolments;
        }

        private Claim claim(Rights rights, boolean inFrance) {
            LocalDate day = FIRST.plusDays(random.nextInt(690));
            List<CareLine> lines = new ArrayList<>();
            int parts = 1 + random.nextInt(3);
            for (int part = 0; part < parts; part++) {
                switch (inFrance ? random.nextInt(6) : 0) {
                    case 1 -> stay(lines, day);
                    case 2 -> spectacles(lines, day);
                    case 3 -> hearing(lines, day);
                    default -> any(lines, day, inFrance ? french : moroccan);
                }
            }
            return new Claim(
                    one(ClaimKind.values()),
                    rights.person(),
                    day.plusDays(random.nextInt(20)),
                    random.nextBoolean(),
                    provider(inFrance),
                    random.nextBoolean() ? day.minusDays(random.nextInt(60)) : null,
                    random.nextInt(3) == 0 ? "A-1" : null,
                    lines,
                    List.of());
        }

        private Provider provider(boolean inFrance) {
            Category category = inFrance
                    ? one(Category.SECTOR_1, Category.OPTAM, Category.NON_OPTAM, Category.OUT_OF_CONVENTION)
                    : one(Category.PRIVATE, Category.PUBLIC);
            Set<String> networks = random.nextInt(3) == 0 ? Set.of("kalixia") : Set.of();
            return new Provider("D" + random.nextInt(2), "", category, networks, inFrance ? "FR" : "MA");
        }

        private void stay(List<CareLine> lines, LocalDate day) {
            int days = 1 + random.nextInt(45);
            for (String act : STAY) {
                if (act.equals("frais-de-sejour") || act.equals("forfait-journalier") || random.nextBoolean()) {
                    boolean byAct = act.startsWith("honoraires");
                    int quantity = byAct ? 1 : act.equals("forfait-journalier") ? days + 1 : days;
                    Money base = act.equals("frais-de-sejour") || byAct ? money(Currency.EUR, 90_000) : null;
                    add(lines, local(act), day, quantity, null, "stay", base);
                }
            }
        }

        private void spectacles(List<CareLine> lines, LocalDate day) {
            add(lines, local(one(LENSES)), day, 1, "right", "spectacles", null);
            add(lines, local(one(LENSES)), day, 1, "left", "spectacles", null);
            add(lines, local(one("monture-classe-a", "monture-classe-b")), day, 1, null, "spectacles", null);
        }

        private void hearing(List<CareLine> lines, LocalDate day) {
            for (String ear : List.of("left", "right")) {
                add(
                        lines,
                        local(one("aide-auditive-classe-1-adulte", "aide-auditive-classe-2-adulte")),
                        day,
                        1,
                        ear,
                        "ears",
                        null);
            }
        }

        private void any(List<CareLine> lines, LocalDate day, List<Act> acts) {
            Act act = acts.get(random.nextInt(acts.size()));
            ActCode code = random.nextInt(40) == 0 && !lines.isEmpty()
                    ? new ActCode(CodeSystem.LOCAL, "unheard-of")
                    : act.code();
            String part = random.nextInt(3) == 0 ? one("left", "right", "16", "46") : null;
            Money base = random.nextInt(4) == 0 ? money(currency(acts), 60_000) : null;
            int quantity = random.nextInt(3) == 0 ? 1 + random.nextInt(30) : 1;
            add(lines, code, day.plusDays(random.nextInt(3)), quantity, part, null, base);
        }

        private Currency currency(List<Act> acts) {
            return acts == french ? Currency.EUR : Currency.MAD;
        }

        private void add(
                List<CareLine> lines,
                ActCode act,
                LocalDate day,
                int quantity,
                @Nullable String part,
                @Nullable String group,
                @Nullable Money base) {
            Act known = edition.nomenclature().act(act);
            Currency currency = known == null
                    ? lines.getFirst().charge().currency()
                    : isOf(known, "/ma/") ? Currency.MAD : Currency.EUR;
            BigDecimal coefficient = random.nextInt(3) == 0 ? BigDecimal.valueOf(1 + random.nextInt(80)) : null;
            lines.add(new CareLine(
                    lines.size() + 1,
                    act,
                    day,
                    quantity,
                    coefficient,
                    money(currency, 150_000),
                    new Given(base, null, null),
                    circumstances(part),
                    group));
        }

        private Circumstances circumstances(@Nullable String part) {
            return new Circumstances(
                    one(Pathway.INSIDE, Pathway.INSIDE, Pathway.OUTSIDE, Pathway.EXEMPT),
                    Set.of(),
                    null,
                    random.nextInt(4) == 0 ? one("100-sante", "controlled", "free") : null,
                    random.nextInt(6) == 0 ? one("simple", "complex", "very-complex") : null,
                    part,
                    random.nextInt(5) == 0,
                    random.nextInt(12) == 0,
                    random.nextInt(4) == 0 ? one("asthma", "diabetes") : null,
                    null,
                    random.nextInt(10) == 0 ? 1 + random.nextInt(14) : null);
        }

        private Money money(Currency currency, int most) {
            int cents = random.nextInt(10) == 0 ? random.nextInt(3) : random.nextInt(most);
            return new Money(random.nextBoolean() ? cents - cents % 100 : cents, currency);
        }

        private static ActCode local(String code) {
            return new ActCode(CodeSystem.LOCAL, code);
        }

        @SafeVarargs
        private <T> T one(T... of) {
            return of[random.nextInt(of.length)];
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }
}
