package io.bareme.adjudication;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.ProductKind;
import io.bareme.regulation.Act;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.CodeSystem;
import io.bareme.regulation.Nomenclature;
import io.bareme.regulation.Quantity;
import io.bareme.regulation.QuantityUnit;
import io.bareme.regulation.Regulation;
import io.bareme.values.Confidence;
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import io.bareme.values.Money;
import io.bareme.values.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An edition small enough to work out by hand: a few acts, the French values of 2024, one product on one formula. */
final class SmallEdition {

    static final LocalDate DAY = LocalDate.of(2024, 6, 3);
    static final LocalDate BORN = LocalDate.of(1980, 1, 1);
    static final Source SOURCE = new Source("small.yaml", "line 1", "worked by hand", Confidence.LAW);

    private final Map<String, Quantity> quantities = new HashMap<>();
    private final Map<ActCode, Act> acts = new HashMap<>();
    private final Map<String, List<GuaranteeTable>> tables = new HashMap<>();
    private CoverageRules rules = lines -> List.of();

    static SmallEdition french() {
        return new SmallEdition()
                .tariff("g", "non-optam", "23.00")
                .tariff("g", "optam", "26.50")
                .tariff("crown", "any", "120.00")
                .tariff("semester", "any", "193.50")
                .tariff("surgery", "any", "271.70")
                .rate("fr.rate", "doctor", "0.70")
                .rate("fr.rate", "dental-prosthesis", "0.60")
                .rate("fr.rate", "orthodontics", "1")
                .rate("fr.rate", "hospital-fees", "0.80")
                .rate("fr.rate", "uncovered", "0")
                .rate("fr.exemption.rate", "ald", "1")
                .rate("fr.local-scheme.rate", "doctor", "0.90")
                .rate("fr.c2s.rate", "", "1")
                .rate("fr.pathway.penalty-rate", "", "0.40")
                .rate("fr.responsible.copayment-share", "", "1")
                .rate("fr.responsible.non-optam.overrun-share", "", "1")
                .rate("fr.responsible.non-optam.points-below-optam", "", "0.2")
                .amount("fr.pathway.penalty-cap", "10.60")
                .amount("fr.participation.amount", "2.00")
                .amount("fr.participation.day-cap", "8.00")
                .amount("fr.heavy-act.threshold", "120.00")
                .amount("fr.heavy-act.amount", "24.00")
                .amount("fr.pmss", "3864")
                .quantity("fr.responsible.full-cover", "optical", "1", QuantityUnit.COUNT)
                .quantity("fr.responsible.full-cover", "hearing.aid", "1", QuantityUnit.COUNT)
                .quantity("fr.responsible.full-cover", "dental.prosthesis", "1", QuantityUnit.COUNT)
                .quantity("fr.participation.minimum-age", "", "18", QuantityUnit.YEARS)
                .act("g", "consultation.gp", CareKind.DOCTOR)
                .act("crown", "dental.prosthesis.crown", CareKind.DENTAL_PROSTHESIS)
                .act("semester", "dental.orthodontics", CareKind.ORTHODONTICS)
                .act("surgery", "hospital.fees", CareKind.HOSPITAL_FEES)
                .act("osteopathy", "alternative.osteopathy", CareKind.UNCOVERED);
    }

    SmallEdition tariff(String act, String key, String amount) {
        return quantity("fr.tariff." + act, key, amount, QuantityUnit.EUR);
    }

    SmallEdition rate(String id, String key, String rate) {
        return quantity(id, key, rate, QuantityUnit.RATE);
    }

    SmallEdition amount(String id, String amount) {
        return quantity(id, "", amount, QuantityUnit.EUR);
    }

    SmallEdition quantity(String id, String key, String value, QuantityUnit unit) {
        Map<String, List<Quantity.DatedValue>> series = new HashMap<>();
        Quantity known = quantities.get(id);
        if (known != null) {
            series.putAll(known.series());
        }
        series.put(
                key, List.of(new Quantity.DatedValue(LocalDate.of(2020, 1, 1), null, new BigDecimal(value), SOURCE)));
        quantities.put(id, new Quantity(id, id, id, unit, series));
        return this;
    }

    SmallEdition without(String quantity) {
        quantities.remove(quantity);
        return this;
    }

    SmallEdition act(String code, String family, CareKind kind) {
        ActCode act = new ActCode(CodeSystem.LOCAL, code);
        Act.TariffRule tariff = kind == CareKind.UNCOVERED
                ? new Act.TariffRule.None()
                : new Act.TariffRule.Quantity("fr.tariff." + code);
        acts.put(act, new Act(act, code, code, family, kind, tariff, "", null, SOURCE));
        return this;
    }

    SmallEdition pricedAct(String code, String family, CareKind kind) {
        ActCode act = new ActCode(CodeSystem.LOCAL, code);
        acts.put(act, new Act(act, code, code, family, kind, new Act.TariffRule.Price(), "", null, SOURCE));
        return this;
    }

    SmallEdition rules(CoverageRules rules) {
        this.rules = rules;
        return this;
    }

    SmallEdition pays(String product, Formula formula) {
        return product(product, false, ProductKind.COMPLEMENTARY, formula);
    }

    SmallEdition product(String product, boolean responsible, ProductKind kind, Formula formula) {
        return table(
                product,
                responsible,
                kind,
                Currency.EUR,
                kind == ProductKind.OPTION,
                List.of(cell("all", "care", Set.of(), formula)));
    }

    static Guarantee cell(String line, String family, Set<Condition> conditions, Formula formula) {
        return new Guarantee(line, "", line, Set.of(family), conditions, "…", formula, SOURCE);
    }

    /** A table of one level, {@code base}, known and valid since 2020. */
    SmallEdition table(
            String product,
            boolean responsible,
            ProductKind kind,
            Currency currency,
            boolean includesEarlier,
            List<Guarantee> cells) {
        return table(
                product,
                responsible,
                kind,
                currency,
                includesEarlier,
                Set.of(),
                new GuaranteeTable.Level("base", "Base", cells));
    }

    SmallEdition table(
            String product,
            boolean responsible,
            ProductKind kind,
            Currency currency,
            boolean includesEarlier,
            Set<String> networks,
            GuaranteeTable.Level level) {
        GuaranteeTable table = new GuaranteeTable(
                product,
                product,
                "Carrier",
                currency == Currency.EUR ? "FR" : "MA",
                currency,
                kind,
                DateRange.from(LocalDate.of(2020, 1, 1)),
                DAY,
                1,
                responsible,
                includesEarlier,
                HeaderReadings.USUAL,
                null,
                networks,
                List.of(),
                false,
                Map.of("base", level));
        tables.put(product, List.of(table));
        return this;
    }

    Edition edition() {
        Map<String, Nomenclature.Family> families = new HashMap<>();
        families.put("care", new Nomenclature.Family("care", null, "Soins", "Care"));
        for (Act act : acts.values()) {
            for (String family = act.family(); !family.equals("care"); ) {
                int dot = family.lastIndexOf('.');
                String parent = dot < 0 ? "care" : family.substring(0, dot);
                families.put(family, new Nomenclature.Family(family, parent, family, family));
                family = parent;
            }
        }
        return new Edition("small", new Regulation(quantities), new Nomenclature(acts, families), tables, rules);
    }

    Decision decide(Claim claim, Rights rights, Consumption consumption) {
        return Adjudicator.decide(claim.resolve(rights, consumption, edition()));
    }

    LineDecision decide(CareLine line, String... products) {
        return decide(claim(line), rights(Scheme.FR_GENERAL, products), Consumption.NONE)
                .lines()
                .get(0);
    }

    static Rights rights(Scheme scheme, String... products) {
        List<Enrolment> enrolments = new ArrayList<>();
        for (String product : products) {
            enrolments.add(
                    new Enrolment("E-" + product, product, "base", DateRange.from(LocalDate.of(2020, 1, 1)), false));
        }
        return new Rights("P1", "H1", BORN, scheme, Set.of(), enrolments);
    }

    static Claim claim(CareLine... lines) {
        return claim(Provider.Category.NON_OPTAM, lines);
    }

    static Claim claim(Provider.Category category, CareLine... lines) {
        Provider provider = new Provider("D1", "doctor", category, Set.of(), "FR");
        return new Claim(ClaimKind.SIMULATION, "P1", DAY, true, provider, null, null, List.of(lines), List.of());
    }

    /** The same line, of an act that the compulsory scheme refused. */
    static CareLine refused(CareLine line) {
        CareLine.Circumstances of = line.circumstances();
        return new CareLine(
                line.number(),
                line.act(),
                line.date(),
                line.quantity(),
                line.coefficient(),
                line.charge(),
                line.given(),
                new CareLine.Circumstances(
                        of.pathway(),
                        of.exemptions(),
                        of.careClass(),
                        of.basket(),
                        of.lens(),
                        of.part(),
                        of.quoted(),
                        true,
                        of.illness(),
                        of.course(),
                        of.teeth()),
                line.group());
    }

    /** The same claim with other lines. */
    static Claim with(Claim claim, List<CareLine> lines) {
        return claim.with(lines);
    }

    static CareLine line(int number, String act, String charge) {
        return line(number, act, charge, 1, DAY);
    }

    static CareLine line(int number, String act, String charge, int quantity, LocalDate day) {
        return new CareLine(
                number,
                new ActCode(CodeSystem.LOCAL, act),
                day,
                quantity,
                null,
                Money.of(charge, Currency.EUR),
                CareLine.Given.NOTHING,
                CareLine.Circumstances.ORDINARY,
                null);
    }

    static CareLine line(
            int number,
            String act,
            LocalDate day,
            int quantity,
            Money charge,
            @Nullable String part,
            @Nullable String group,
            CareLine.Pathway pathway) {
        return new CareLine(
                number,
                new ActCode(CodeSystem.LOCAL, act),
                day,
                quantity,
                null,
                charge,
                CareLine.Given.NOTHING,
                new CareLine.Circumstances(pathway, Set.of(), null, null, null, part, false, false, null, null),
                group);
    }

    /** The same line, said to spread over one day whatever its quantity. */
    static CareLine inOneDay(CareLine line) {
        CareLine.Circumstances of = line.circumstances();
        return new CareLine(
                line.number(),
                line.act(),
                line.date(),
                line.quantity(),
                line.coefficient(),
                line.charge(),
                line.given(),
                new CareLine.Circumstances(
                        of.pathway(),
                        of.exemptions(),
                        of.careClass(),
                        of.basket(),
                        of.lens(),
                        of.part(),
                        of.quoted(),
                        of.refusedByCompulsory(),
                        of.illness(),
                        new Course(null, 1, null, null, null),
                        of.teeth()),
                line.group());
    }

    static Money euros(String amount) {
        return Money.of(amount, Currency.EUR);
    }
}
