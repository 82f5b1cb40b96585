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
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Invents small worlds: one to three contracts with tables of their own, a person, and the claims of two years in the
 * order of their dates. The same seed invents the same world.
 */
final class RandomWorlds {

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

    /**
     * @param products each contract's product, in the order of payment
     * @param claims in the order of their dates, which no two share
     */
    record World(long seed, Rights rights, List<Product> products, List<Claim> claims) {

        Edition edition() {
            SmallEdition edition = rights.scheme().isFrench() ? WorldEditions.france() : WorldEditions.morocco();
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

    private final Draw draw;

    private RandomWorlds(Draw draw) {
        this.draw = draw;
    }

    static World world(long seed) {
        return new RandomWorlds(new Draw(seed * 0x9E3779B97F4A7C15L)).invent(seed);
    }

    private World invent(long seed) {
        boolean french = draw.nextInt(4) > 0;
        Scheme scheme = french
                ? draw.one(
                        Scheme.FR_GENERAL,
                        Scheme.FR_GENERAL,
                        Scheme.FR_GENERAL,
                        Scheme.FR_ALSACE_MOSELLE,
                        Scheme.FR_C2S)
                : draw.one(Scheme.MA_CNSS, Scheme.MA_CNOPS, Scheme.MA_NONE);
        List<Product> products = products(scheme);
        List<Enrolment> enrolments = new ArrayList<>();
        for (Product product : products) {
            LocalDate since = LocalDate.of(2020 + draw.nextInt(4), 1 + draw.nextInt(12), 1 + draw.nextInt(28));
            enrolments.add(new Enrolment(
                    null, "E-" + product.id(), product.id(), "base", DateRange.from(since), since, false));
        }
        Set<Exemption> exemptions = french && draw.nextInt(6) == 0 ? Set.of(Exemption.ALD) : Set.of();
        LocalDate born = draw.nextInt(5) == 0 ? LocalDate.of(2010, 5, 5) : SmallEdition.BORN;
        Rights rights = new Rights("P1", "H1", born, scheme, exemptions, enrolments);
        return new World(seed, rights, products, new WorldClaims(draw).claims(scheme));
    }

    private List<Product> products(Scheme scheme) {
        List<Product> products = new ArrayList<>();
        int count = 1 + draw.nextInt(3);
        for (int i = 0; i < count; i++) {
            ProductKind kind = kind(scheme, i);
            boolean includes = i > 0 && kind != ProductKind.COMPLEMENTARY && scheme.isFrench() && draw.nextBoolean();
            boolean responsible = scheme.isFrench() && draw.nextInt(3) > 0;
            Currency currency = scheme.isFrench() ? Currency.EUR : Currency.MAD;
            List<Guarantee> cells = cells(currency);
            boolean shares = !includes && draw.nextInt(3) == 0;
            products.add(new Product(
                    "p" + i,
                    responsible,
                    kind,
                    includes,
                    cells,
                    shares ? limits(cells, currency) : List.of(),
                    shares && draw.nextBoolean() ? deductibles(cells, currency) : List.of()));
        }
        return products;
    }

    private ProductKind kind(Scheme scheme, int place) {
        if (!scheme.isFrench()) {
            return scheme == Scheme.MA_NONE ? ProductKind.DIM : ProductKind.AMC;
        }
        return place == 0
                ? ProductKind.COMPLEMENTARY
                : draw.one(ProductKind.OPTION, ProductKind.SURCOMPLEMENTARY, ProductKind.COMPLEMENTARY);
    }

    private List<SharedLimit> limits(List<Guarantee> cells, Currency currency) {
        List<SharedLimit> limits = new ArrayList<>();
        for (int i = 0; i < 1 + draw.nextInt(2); i++) {
            Limit limit = new Limit.AmountLimit(
                    new Measure.Fixed(new Money(draw.nextInt(120_000), currency)),
                    draw.one(new Period.CivilYear(), new Period.ContractYear(), new Period.Lifetime()),
                    draw.one(Scope.BENEFICIARY, Scope.FAMILY),
                    Reading.ON_TOP);
            limits.add(new SharedLimit("limit-" + i, reach(cells), "…", limit, SmallEdition.SOURCE));
        }
        return limits;
    }

    private List<Deductible> deductibles(List<Guarantee> cells, Currency currency) {
        Deductible.Each each = draw.nextBoolean()
                ? new Deductible.Each.ForUnit(Unit.ACT)
                : new Deductible.Each.OverTime(new Period.CivilYear(), draw.one(Scope.BENEFICIARY, Scope.FAMILY));
        Measure amount = new Measure.Fixed(new Money(draw.nextInt(15_000), currency));
        return List.of(new Deductible("kept", reach(cells), "…", amount, each, SmallEdition.SOURCE));
    }

    private Reach reach(List<Guarantee> cells) {
        return switch (draw.nextInt(3)) {
            case 0 -> new Reach.Everything();
            case 1 -> new Reach.Families(Set.of(draw.one(FAMILIES)));
            default ->
                new Reach.Lines(cells.stream()
                        .map(Guarantee::line)
                        .filter(line -> draw.nextBoolean())
                        .collect(Collectors.toSet()));
        };
    }

    private List<Guarantee> cells(Currency currency) {
        List<Guarantee> cells = new ArrayList<>();
        for (String family : FAMILIES) {
            if (draw.nextInt(family.equals("care") ? 2 : 4) != 0) {
                continue;
            }
            RandomFormulas formulas = new RandomFormulas(draw, currency, family);
            if (BY_DOCTORS.contains(family) && draw.nextBoolean()) {
                cells.add(SmallEdition.cell(family + "-optam", family, Set.of(Condition.OPTAM), formulas.any()));
                cells.add(SmallEdition.cell(family + "-non", family, Set.of(Condition.NON_OPTAM), formulas.any()));
            } else {
                cells.add(SmallEdition.cell(family, family, Set.of(), formulas.any()));
            }
        }
        return cells;
    }
}
