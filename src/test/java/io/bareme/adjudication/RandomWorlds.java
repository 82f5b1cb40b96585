package io.bareme.adjudication;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Deductible;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.ProductKind;
import io.bareme.guarantee.Reach;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.SharedLimit;
import io.bareme.guarantee.Unit;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.QuantityUnit;
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Invents small worlds: one to three contracts with tables of their own, a person, and the claims of two years in the
 * order of their dates. The same seed invents the same world.
 */
final class RandomWorlds {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 10);
    private static final List<String> FAMILIES = List.of(
            "care",
            "consultation",
            "technical-act",
            "biology",
            "auxiliary",
            "medicine",
            "dental",
            "dental.prosthesis",
            "alternative",
            "hospital",
            "hospital.stay",
            "hospital.fees",
            "hospital.private-room",
            "optical",
            "optical.lens",
            "optical.frame",
            "hearing",
            "hearing.aid.class-i",
            "optical.frame.class-a",
            "optical.lens.simple.class-a",
            "transport");
    private static final Set<String> BY_DOCTORS = Set.of("consultation", "technical-act", "hospital.fees");
    private static final List<String> FRENCH_ACTS = List.of(
            "g",
            "technical",
            "crown",
            "semester",
            "osteopathy",
            "analysis",
            "session",
            "medicine-65",
            "medicine-30",
            "medicine-15",
            "ambulance",
            "emergency");
    private static final List<String> MOROCCAN_ACTS = List.of("visit", "letter", "tooth", "pills", "massage");

    /**
     * @param products each contract's product, in the order of payment
     * @param claims in the order of their dates, which no two share
     */
    record World(long seed, Rights rights, List<Product> products, List<Claim> claims) {

        Edition edition() {
            SmallEdition edition = rights.scheme().isFrench() ? france() : morocco();
            for (Product product : products) {
                edition.table(
                        product.id(),
                        product.responsible(),
                        product.kind(),
                        SlowRegulation.currency(rights),
                        product.includesEarlier(),
                        Set.of(),
                        new GuaranteeTable.Level(
                                "base", "Base", product.cells(), product.limits(), product.deductibles()));
            }
            return edition.edition();
        }
    }

    /** One contract's table of one level. */
    record Product(
            String id,
            boolean responsible,
            ProductKind kind,
            boolean includesEarlier,
            List<Guarantee> cells,
            List<SharedLimit> limits,
            List<Deductible> deductibles) {

        Product with(List<Guarantee> others) {
            return new Product(id, responsible, kind, includesEarlier, others, limits, deductibles);
        }

        Product withoutSharedTerms() {
            return new Product(id, responsible, kind, includesEarlier, cells, List.of(), List.of());
        }
    }

    private final Random random;

    private RandomWorlds(Random random) {
        this.random = random;
    }

    static World world(long seed) {
        return new RandomWorlds(new Random(seed * 0x9E3779B97F4A7C15L)).invent(seed);
    }

    private World invent(long seed) {
        boolean french = random.nextInt(4) > 0;
        Scheme scheme = french
                ? one(Scheme.FR_GENERAL, Scheme.FR_GENERAL, Scheme.FR_GENERAL, Scheme.FR_ALSACE_MOSELLE, Scheme.FR_C2S)
                : one(Scheme.MA_CNSS, Scheme.MA_CNOPS, Scheme.MA_NONE);
        List<Product> products = products(scheme);
        List<Enrolment> enrolments = new ArrayList<>();
        for (Product product : products) {
            LocalDate since = LocalDate.of(2020 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(28));
            enrolments.add(new Enrolment(
                    null, "E-" + product.id(), product.id(), "base", DateRange.from(since), since, false));
        }
        Set<Exemption> exemptions = french && random.nextInt(6) == 0 ? Set.of(Exemption.ALD) : Set.of();
        LocalDate born = random.nextInt(5) == 0 ? LocalDate.of(2010, 5, 5) : SmallEdition.BORN;
        Rights rights = new Rights("P1", "H1", born, scheme, exemptions, enrolments);
        return new World(seed, rights, products, claims(scheme));
    }

    private List<Product> products(Scheme scheme) {
        List<Product> products = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            ProductKind kind = kind(scheme, i);
            boolean includes = i > 0 && kind != ProductKind.COMPLEMENTARY && scheme.isFrench() && random.nextBoolean();
            boolean responsible = scheme.isFrench() && random.nextInt(3) > 0;
            Currency currency = scheme.isFrench() ? Currency.EUR : Currency.MAD;
            List<Guarantee> cells = cells(currency);
            boolean shares = !includes && random.nextInt(3) == 0;
            products.add(new Product(
                    "p" + i,
                    responsible,
                    kind,
                    includes,
                    cells,
                    shares ? limits(cells, currency) : List.of(),
                    shares && random.nextBoolean() ? deductibles(cells, currency) : List.of()));
        }
        return products;
    }

    private ProductKind kind(Scheme scheme, int place) {
        if (!scheme.isFrench()) {
            return scheme == Scheme.MA_NONE ? ProductKind.DIM : ProductKind.AMC;
        }
        return place == 0
                ? ProductKind.COMPLEMENTARY
                : one(ProductKind.OPTION, ProductKind.SURCOMPLEMENTARY, ProductKind.COMPLEMENTARY);
    }

    private List<SharedLimit> limits(List<Guarantee> cells, Currency currency) {
        List<SharedLimit> limits = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            Limit limit = new Limit.AmountLimit(
                    new Measure.Fixed(new Money(random.nextInt(120_000), currency)),
                    one(new Period.CivilYear(), new Period.ContractYear(), new Period.Lifetime()),
                    one(Scope.BENEFICIARY, Scope.FAMILY),
                    Reading.ON_TOP);
            limits.add(new SharedLimit("limit-" + i, reach(cells), "…", limit, SmallEdition.SOURCE));
        }
        return limits;
    }

    private List<Deductible> deductibles(List<Guarantee> cells, Currency currency) {
        Deductible.Each each = random.nextBoolean()
                ? new Deductible.Each.ForUnit(Unit.ACT)
                : new Deductible.Each.OverTime(new Period.CivilYear(), one(Scope.BENEFICIARY, Scope.FAMILY));
        Measure amount = new Measure.Fixed(new Money(random.nextInt(15_000), currency));
        return List.of(new Deductible("kept", reach(cells), "…", amount, each, SmallEdition.SOURCE));
    }

    private Reach reach(List<Guarantee> cells) {
        return switch (random.nextInt(3)) {
            case 0 -> new Reach.Everything();
            case 1 -> new Reach.Families(Set.of(one(FAMILIES)));
            default ->
                new Reach.Lines(cells.stream()
                        .map(Guarantee::line)
                        .filter(line -> random.nextBoolean())
                        .collect(Collectors.toSet()));
        };
    }

    private List<Guarantee> cells(Currency currency) {
        List<Guarantee> cells = new ArrayList<>();
        for (String family : FAMILIES) {
            if (random.nextInt(family.equals("care") ? 2 : 4) != 0) {
                continue;
            }
            RandomFormulas formulas = new RandomFormulas(random, currency, family);
            if (BY_DOCTORS.contains(family) && random.nextBoolean()) {
                cells.add(SmallEdition.cell(family + "-optam", family, Set.of(Condition.OPTAM), formulas.any()));
                cells.add(SmallEdition.cell(family + "-non", family, Set.of(Condition.NON_OPTAM), formulas.any()));
            } else {
                cells.add(SmallEdition.cell(family, family, Set.of(), formulas.any()));
            }
        }
        return cells;
    }

    private List<Claim> claims(Scheme scheme) {
        List<Claim> claims = new ArrayList<>();
        LocalDate day = FIRST;
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            day = day.plusDays(20 + random.nextInt(400));
            List<CareLine> lines = new ArrayList<>();
            int parts = 1 + random.nextInt(3);
            for (int part = 0; part < parts; part++) {
                add(lines, scheme, day, String.valueOf(part));
            }
            Provider.Category category = scheme.isFrench()
                    ? one(Provider.Category.SECTOR_1, Provider.Category.OPTAM, Provider.Category.NON_OPTAM)
                    : Provider.Category.PRIVATE;
            // the days of a stay that run from one time of a limit into the next are worked cases, not second opinions
            lines.replaceAll(SmallEdition::inOneDay);
            Provider provider = new Provider("D1", "", category, Set.of(), scheme.country());
            claims.add(new Claim(
                    ClaimKind.REIMBURSEMENT, "P1", day.plusDays(60), false, provider, day, null, lines, List.of()));
        }
        return claims;
    }

    private void add(List<CareLine> lines, Scheme scheme, LocalDate day, String group) {
        if (!scheme.isFrench()) {
            line(lines, one(MOROCCAN_ACTS), day.plusDays(random.nextInt(3)), null, Currency.MAD);
            return;
        }
        switch (random.nextInt(7)) {
            case 0 -> stay(lines, day, "stay-" + group);
            case 1 -> {
                if (lines.stream().noneMatch(line -> line.act().code().startsWith("lens"))) {
                    spectacles(lines, day, "equipment-" + group);
                }
            }
            case 2 -> {
                if (lines.stream().noneMatch(line -> line.act().code().startsWith("aid"))) {
                    aids(lines, day);
                }
            }
            default -> {}
        }
        line(lines, one(FRENCH_ACTS), day.plusDays(random.nextInt(3)), null, Currency.EUR);
    }

    private void stay(List<CareLine> lines, LocalDate day, String group) {
        int days = 1 + random.nextInt(40);
        String kind = one("stay", "cheap-stay");
        long each = kind.equals("stay") ? 20_000 : 4_000;
        add(lines, kind, day, days, each * days + (random.nextBoolean() ? 0 : random.nextInt(9_000)), group);
        if (random.nextBoolean()) {
            add(lines, one("surgery", "small-fee"), day, 1, 4_900 + random.nextInt(70_000), group);
        }
        if (random.nextBoolean()) {
            add(lines, "room", day, days, days * (long) random.nextInt(12_000), group);
        }
        if (random.nextInt(4) > 0) {
            dailyCharge(lines, day, days + 1, group);
        }
    }

    /** On one line, or on two, as a hospital that bills by the month does. */
    private void dailyCharge(List<CareLine> lines, LocalDate day, int days, String group) {
        int first = random.nextBoolean() ? days : 1 + random.nextInt(days);
        add(lines, "daily-charge", day, first, 2_300L * first, group);
        if (first < days) {
            add(lines, "daily-charge", day.plusDays(first), days - first, 2_300L * (days - first), group);
        }
    }

    private void spectacles(List<CareLine> lines, LocalDate day, String group) {
        List<String> lenses = List.of("lens-simple", "lens-complex", "lens-very");
        for (String eye : List.of("left", "right")) {
            lens(lines, one(lenses), day, eye, group);
        }
        if (random.nextInt(4) > 0) {
            boolean classA = random.nextBoolean();
            add(
                    lines,
                    classA ? "frame-a" : "frame-b",
                    day,
                    1,
                    classA ? random.nextInt(3_001) : random.nextInt(30_000),
                    group);
        }
    }

    private void lens(List<CareLine> lines, String lens, LocalDate day, String eye, String group) {
        boolean classA = random.nextInt(3) == 0;
        lines.add(SmallEdition.line(
                lines.size() + 1,
                lens + (classA ? "-a" : "-b"),
                day,
                1,
                new Money(classA ? random.nextInt(3_251) : random.nextInt(60_000), Currency.EUR),
                eye,
                group,
                CareLine.Pathway.INSIDE));
    }

    private void aids(List<CareLine> lines, LocalDate day) {
        for (String ear : List.of("left", "right")) {
            boolean first = random.nextBoolean();
            lines.add(SmallEdition.line(
                    lines.size() + 1,
                    first ? "aid-1" : "aid-2",
                    day,
                    1,
                    new Money(first ? random.nextInt(95_001) : random.nextInt(300_000), Currency.EUR),
                    ear,
                    null,
                    CareLine.Pathway.INSIDE));
        }
    }

    private void line(List<CareLine> lines, String act, LocalDate day, @Nullable String group, Currency currency) {
        int quantity = random.nextInt(3) == 0 ? 1 + random.nextInt(6) : 1;
        long cents = random.nextInt(8) == 0 ? random.nextInt(3_000) : random.nextInt(90_000);
        CareLine line = SmallEdition.line(
                lines.size() + 1,
                act,
                day,
                quantity,
                new Money(cents, currency),
                act.equals("crown") || act.equals("tooth") ? one("16", "26") : null,
                group,
                one(CareLine.Pathway.INSIDE, CareLine.Pathway.INSIDE, CareLine.Pathway.OUTSIDE));
        boolean refused = act.equals("crown") && random.nextInt(6) == 0;
        lines.add(refused ? SmallEdition.refused(line) : line);
    }

    private void add(List<CareLine> lines, String act, LocalDate day, int quantity, long cents, String group) {
        lines.add(SmallEdition.line(
                lines.size() + 1,
                act,
                day,
                quantity,
                new Money(cents, Currency.EUR),
                null,
                group,
                CareLine.Pathway.INSIDE));
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** The few rules that reckoning needs: forty points less outside the pathway, and which doctor it is. */
    private static List<Finding> rules(List<LineFacts> lines) {
        List<Finding> findings = new ArrayList<>();
        for (LineFacts line : lines) {
            if (line.pathway().equals("outside")
                    && (line.careKind().equals("doctor") || line.careKind().equals("technical"))) {
                findings.add(new Finding.Deduct(
                        "pathway", line.number(), "outside", Map.of(), Finding.Deduction.PATHWAY_PENALTY));
            }
            Condition variant = line.category().equals("non-optam") ? Condition.NON_OPTAM : Condition.OPTAM;
            findings.add(new Finding.Choose("variant", line.number(), "variant", Map.of(), variant));
        }
        return findings;
    }

    private static SmallEdition france() {
        SmallEdition edition = SmallEdition.french().rules(RandomWorlds::rules);
        edition.tariff("technical", "any", "28.92")
                .tariff("analysis", "any", "17.35")
                .tariff("session", "any", "16.13")
                .tariff("ambulance", "any", "61.25")
                .tariff("emergency", "any", "19.61")
                .tariff("stay", "any", "200.00")
                .tariff("cheap-stay", "any", "40.00")
                .tariff("small-fee", "any", "48.35")
                .tariff("daily-charge", "any", "23.00")
                .tariff("aid-1", "any", "400.00")
                .tariff("aid-2", "any", "400.00")
                .tariff("frame-a", "any", "9.00")
                .tariff("frame-b", "any", "0.05");
        for (String lens : List.of("simple", "complex", "very")) {
            String family = "optical.lens." + (lens.equals("very") ? "very-complex" : lens);
            edition.tariff("lens-" + lens + "-a", "any", "9.75")
                    .tariff("lens-" + lens + "-b", "any", "0.05")
                    .amount("fr.price-ceiling.lens-" + lens + "-a", "32.50")
                    .act("lens-" + lens + "-a", family + ".class-a", CareKind.DEVICE)
                    .act("lens-" + lens + "-b", family + ".class-b", CareKind.DEVICE);
        }
        String[][] rates = {
            {"technical", "0.70", "0.90"}, {"biology", "0.60", "0.90"}, {"auxiliary", "0.60", "0.90"},
            {"medicine-65", "0.65", "0.90"}, {"medicine-30", "0.30", "0.80"}, {"medicine-15", "0.15", "0.15"},
            {"transport", "0.55", "1"}, {"device", "0.60", "0.90"}, {"hospital-stay", "0.80", "1"},
            {"daily-charge", "0", "1"}, {"emergency-fee", "0", "0"}, {"dental-prosthesis", "0.60", "0.90"},
            {"orthodontics", "1", "1"}, {"hospital-fees", "0.80", "1"}, {"uncovered", "0", "0"}
        };
        for (String[] rate : rates) {
            edition.rate("fr.rate", rate[0], rate[1]).rate("fr.local-scheme.rate", rate[0], rate[2]);
        }
        String[][] maxima = {{"a", "420"}, {"b", "560"}, {"c", "700"}, {"d", "610"}, {"e", "750"}, {"f", "800"}};
        for (String[] maximum : maxima) {
            edition.quantity("fr.responsible.optical.maximum", maximum[0], maximum[1], QuantityUnit.EUR);
        }
        String[][] minima = {{"a", "50"}, {"b", "125"}, {"c", "200"}, {"d", "125"}, {"e", "200"}, {"f", "200"}};
        for (String[] minimum : minima) {
            edition.quantity("fr.responsible.optical.minimum", minimum[0], minimum[1], QuantityUnit.EUR);
        }
        return edition.amount("fr.pathway.authorised-overrun", "8.00")
                .amount("fr.responsible.optical.frame-ceiling", "100.00")
                .amount("fr.responsible.hearing.ceiling", "1700.00")
                .quantity("fr.responsible.hearing.period", "", "4", QuantityUnit.YEARS)
                .quantity("fr.responsible.optical.period", "", "2", QuantityUnit.YEARS)
                .quantity("fr.responsible.optical.child-age", "", "16", QuantityUnit.YEARS)
                .quantity("fr.responsible.optical.early-months", "child", "12", QuantityUnit.COUNT)
                .amount("fr.price-ceiling.frame-a", "30.00")
                .amount("fr.price-ceiling.crown", "500.00")
                .amount("fr.price-ceiling.aid-1", "950.00")
                .amount("fr.franchise.medicine.amount", "1.00")
                .amount("fr.franchise.auxiliary.amount", "1.00")
                .amount("fr.franchise.auxiliary.day-cap", "4.00")
                .amount("fr.franchise.transport.amount", "4.00")
                .amount("fr.franchise.transport.day-cap", "8.00")
                .rate("fr.exemption.medicine-30-rate", "", "0.30")
                .rate("fr.exemption.medicine-15-rate", "", "0.15")
                .rate("fr.exemption.emergency-fee-rate", "", "0")
                .quantity("fr.stay.full-cover-day", "", "31", QuantityUnit.DAYS)
                .act("technical", "technical-act", CareKind.TECHNICAL)
                .act("analysis", "biology", CareKind.BIOLOGY)
                .act("session", "auxiliary.physiotherapy", CareKind.AUXILIARY)
                .act("ambulance", "transport", CareKind.TRANSPORT)
                .act("emergency", "hospital.emergency-fee", CareKind.EMERGENCY_FEE)
                .act("stay", "hospital.stay", CareKind.HOSPITAL_STAY)
                .act("cheap-stay", "hospital.stay", CareKind.HOSPITAL_STAY)
                .act("small-fee", "hospital.fees.anaesthesia", CareKind.HOSPITAL_FEES)
                .act("room", "hospital.private-room", CareKind.UNCOVERED)
                .act("daily-charge", "hospital.daily-charge", CareKind.DAILY_CHARGE)
                .act("aid-1", "hearing.aid.class-i", CareKind.DEVICE)
                .act("aid-2", "hearing.aid.class-ii", CareKind.DEVICE)
                .act("frame-a", "optical.frame.class-a", CareKind.DEVICE)
                .act("frame-b", "optical.frame.class-b", CareKind.DEVICE)
                .pricedAct("medicine-65", "medicine.major", CareKind.MEDICINE_65)
                .pricedAct("medicine-30", "medicine.moderate", CareKind.MEDICINE_30)
                .pricedAct("medicine-15", "medicine.low", CareKind.MEDICINE_15);
    }

    private static SmallEdition morocco() {
        SmallEdition edition = new SmallEdition();
        String[][] acts = {
            {"visit", "consultation", "150"},
            {"letter", "technical-act", "87.3333"},
            {"tooth", "dental", "262.50"},
            {"massage", "auxiliary", "50"}
        };
        CareKind[] kinds = {CareKind.CONSULTATION, CareKind.MEDICAL_ACT, CareKind.DENTAL_CARE, CareKind.AUXILIARY};
        for (int i = 0; i < acts.length; i++) {
            edition.quantity("fr.tariff." + acts[i][0], "private", acts[i][2], QuantityUnit.MAD)
                    .act(acts[i][0], acts[i][1], kinds[i])
                    .rate("ma.rate.cnss", kinds[i].word(), "0.70")
                    .rate("ma.rate.cnops", kinds[i].word(), i == 0 ? "0.80" : "0.90");
        }
        return edition.pricedAct("pills", "medicine", CareKind.MEDICINE)
                .rate("ma.rate.cnss", "medicine", "0.70")
                .rate("ma.rate.cnops", "medicine", "0.70");
    }
}
