package io.bareme.rulebook.cases;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.CareLine.Circumstances;
import io.bareme.adjudication.CareLine.Given;
import io.bareme.adjudication.CareLine.Pathway;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Provider;
import io.bareme.adjudication.Rights;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.regulation.Act;
import io.bareme.regulation.Act.TariffRule;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.CodeSystem;
import io.bareme.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one invented claim. A careful one states the base only where no tariff is established, charges in
 * proportion to it, names the tooth, eye or ear of the acts that have one, and never bills one act twice.
 */
final class RandomCare {

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
    private static final int ADULT_EARS = 20;
    private static final Set<CareKind> SESSIONS = Set.of(
            CareKind.AUXILIARY,
            CareKind.PSYCHOLOGIST,
            CareKind.DIALYSIS,
            CareKind.HOSPITAL_PRIVATE,
            CareKind.UNCOVERED);

    private final Edition edition;
    private final Random random;
    private final boolean careful;
    private final Rights rights;
    private final Provider provider;
    private final LocalDate day;
    private final boolean inFrance;
    private final List<Act> acts;
    private final RandomPrices prices;
    private final List<CareLine> lines = new ArrayList<>();

    /** @param acts those of the professional's country */
    RandomCare(
            Edition edition,
            List<Act> acts,
            Random random,
            boolean careful,
            Rights rights,
            Provider provider,
            LocalDate day) {
        this.edition = edition;
        this.random = random;
        this.careful = careful;
        this.rights = rights;
        this.provider = provider;
        this.day = day;
        this.inFrance = provider.country().equals("FR");
        this.prices = new RandomPrices(edition.regulation(), random, rights, provider);
        this.acts = acts;
    }

    List<CareLine> lines() {
        return lines;
    }

    void stay() {
        int days = 1 + random.nextInt(random.nextInt(4) == 0 ? 45 : 12);
        for (String act : STAY) {
            if (act.equals("frais-de-sejour") || act.equals("forfait-journalier") || random.nextBoolean()) {
                boolean byAct = act.startsWith("honoraires");
                int quantity = byAct ? 1 : act.equals("forfait-journalier") ? days + 1 : days;
                boolean stated = act.equals("frais-de-sejour") || byAct;
                add(local(act), day, quantity, null, "stay", stated ? prices.money(90_000) : null);
            }
        }
    }

    void spectacles() {
        if (outOfReach("monture-classe-b")) {
            any();
            return;
        }
        String right = one(LENSES);
        String left = careful && random.nextInt(4) > 0 ? right : one(LENSES);
        add(local(right), day, 1, "right", "spectacles", null);
        add(local(left), day, 1, "left", "spectacles", null);
        add(local(one(List.of("monture-classe-a", "monture-classe-b"))), day, 1, null, "spectacles", null);
    }

    void hearing() {
        if (outOfReach("aide-auditive-classe-2-adulte")) {
            any();
            return;
        }
        boolean child = careful && rights.ageOn(day) < ADULT_EARS;
        for (String ear : List.of("left", "right")) {
            String aid = one(List.of("aide-auditive-classe-1", "aide-auditive-classe-2"));
            add(local(aid + (child ? "-enfant" : "-adulte")), day, 1, ear, "ears", null);
        }
    }

    void any() {
        Act act = act();
        ActCode code = random.nextInt(careful ? 200 : 40) == 0 && !lines.isEmpty()
                ? new ActCode(CodeSystem.LOCAL, "unheard-of")
                : act.code();
        String part = random.nextInt(3) == 0 ? one(List.of("left", "right", "16", "46")) : null;
        Money base = random.nextInt(4) == 0 ? prices.money(60_000) : null;
        boolean several = random.nextInt(3) == 0 && (!careful || SESSIONS.contains(act.kind()));
        int quantity = several ? 1 + random.nextInt(30) : 1;
        add(code, day.plusDays(random.nextInt(3)), quantity, careful ? partOf(act) : part, null, base);
    }

    /** Any act; a careful claim mostly has one that a contract names. */
    private Act act() {
        Act act = acts.get(random.nextInt(acts.size()));
        for (int tries = 0; careful && tries < 6 && (!isNamed(act) || isOfThePast(act)); tries++) {
            act = acts.get(random.nextInt(acts.size()));
        }
        return act;
    }

    private static boolean isOfThePast(Act act) {
        return act.code().code().contains("-avant-");
    }

    private boolean outOfReach(String local) {
        Act act = edition.nomenclature().act(local(local));
        return careful && random.nextInt(10) > 0 && (act == null || !isNamed(act));
    }

    /** Whether a contract's level has a line for the act's family or one above it. */
    private boolean isNamed(Act act) {
        List<String> lineage = edition.nomenclature().lineage(act.family());
        return rights.enrolments().stream().anyMatch(enrolment -> {
            GuaranteeTable table = edition.table(enrolment.product(), day);
            return table != null
                    && Objects.requireNonNull(table.levels().get(enrolment.level())).guarantees().stream()
                            .anyMatch(line -> line.families().stream().anyMatch(lineage::contains));
        });
    }

    /** The tooth, eye or ear of an act that has one. */
    private @Nullable String partOf(Act act) {
        String family = act.family();
        if (family.startsWith("dental")) {
            return one(List.of("16", "26", "36", "46"));
        }
        return family.startsWith("optical.lens") || family.startsWith("hearing") || family.startsWith("optical.contact")
                ? one(List.of("left", "right"))
                : null;
    }

    private void add(
            ActCode code,
            LocalDate on,
            int quantity,
            @Nullable String part,
            @Nullable String group,
            @Nullable Money stated) {
        boolean twice = lines.stream().anyMatch(line -> line.act().equals(code) && line.group() == null);
        if (careful && twice) {
            return;
        }
        Act act = edition.nomenclature().act(code);
        lines.add(
                careful && act != null
                        ? whole(act, on, quantity, part, group)
                        : loose(code, on, quantity, part, group, stated));
    }

    /** Whatever people send. */
    private CareLine loose(
            ActCode act,
            LocalDate on,
            int quantity,
            @Nullable String part,
            @Nullable String group,
            @Nullable Money stated) {
        BigDecimal coefficient = random.nextInt(3) == 0 ? BigDecimal.valueOf(1 + random.nextInt(80)) : null;
        Given given = new Given(stated, null, null);
        Circumstances circumstances = new Circumstances(
                one(List.of(Pathway.INSIDE, Pathway.INSIDE, Pathway.OUTSIDE, Pathway.EXEMPT)),
                Set.of(),
                null,
                random.nextInt(4) == 0 ? one(List.of("100-sante", "controlled", "free")) : null,
                random.nextInt(6) == 0 ? one(List.of("simple", "complex", "very-complex")) : null,
                part,
                random.nextInt(5) == 0,
                random.nextInt(12) == 0,
                random.nextInt(4) == 0 ? one(List.of("asthma", "diabetes")) : null,
                null,
                random.nextInt(10) == 0 ? 1 + random.nextInt(14) : null);
        return line(act, on, quantity, coefficient, prices.money(150_000), given, circumstances, group);
    }

    /** What is needed to decide, and no contradiction. */
    private CareLine whole(Act act, LocalDate on, int quantity, @Nullable String part, @Nullable String group) {
        boolean byLetter = act.tariff() instanceof TariffRule.LetterKey;
        BigDecimal coefficient =
                byLetter && act.defaultCoefficient() == null ? BigDecimal.valueOf(1 + random.nextInt(60)) : null;
        BigDecimal unit = prices.unitBase(act, on, coefficient);
        boolean tariff = !(act.tariff() instanceof TariffRule.Price || act.tariff() instanceof TariffRule.None);
        Money base = unit == null ? prices.money(30_000 * (tariff ? 1 : quantity)) : prices.cents(unit, quantity);
        Given given = new Given(tariff && unit == null ? base : null, null, null);
        boolean law = act.kind() == CareKind.DAILY_CHARGE || act.kind() == CareKind.EMERGENCY_FEE;
        Circumstances circumstances = new Circumstances(
                inFrance
                        ? one(List.of(Pathway.INSIDE, Pathway.INSIDE, Pathway.OUTSIDE, Pathway.EXEMPT))
                        : Pathway.INSIDE,
                Set.of(),
                null,
                null,
                null,
                part,
                random.nextInt(5) == 0,
                random.nextInt(80) == 0,
                random.nextInt(3) == 0 ? one(List.of("asthma", "diabetes")) : null,
                null,
                null);
        Money charge = law || !tariff || isBoxed(act) ? base : prices.charge(base);
        return line(act.code(), on, quantity, coefficient, charge, given, circumstances, group);
    }

    /** A medicine of which the price of the box is known is sold at its price at most. */
    private static boolean isBoxed(Act act) {
        return act.kind() == CareKind.MEDICINE;
    }

    private CareLine line(
            ActCode act,
            LocalDate on,
            int quantity,
            @Nullable BigDecimal coefficient,
            Money charge,
            Given given,
            Circumstances circumstances,
            @Nullable String group) {
        return new CareLine(lines.size() + 1, act, on, quantity, coefficient, charge, given, circumstances, group);
    }

    private static ActCode local(String code) {
        return new ActCode(CodeSystem.LOCAL, code);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
