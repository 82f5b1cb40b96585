package io.bareme.adjudication;

import static io.bareme.adjudication.SmallEdition.DAY;
import static io.bareme.adjudication.SmallEdition.claim;
import static io.bareme.adjudication.SmallEdition.french;
import static io.bareme.adjudication.SmallEdition.rights;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.ProductKind;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What "Always true" promises of every decision, on random claims, formulas and consumption. */
class AlwaysTrueProperties {

    private static final String KEY = "H1/E-one/all/0/P1/2024";

    @Provide
    Arbitrary<Formula> formulas() {
        return Formulas.any();
    }

    @Provide
    Arbitrary<List<CareLine>> lines() {
        Arbitrary<CareLine> line = Combinators.combine(
                        Arbitraries.of("g", "crown", "semester", "surgery", "osteopathy", "unheard-of"),
                        Arbitraries.longs().between(0, 120_000),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 3))
                .as((act, cents, quantity, days) -> SmallEdition.line(
                        1, act, new Money(cents, Currency.EUR).amount().toPlainString(), quantity, DAY.plusDays(days)));
        return line.list().ofMinSize(1).ofMaxSize(4).map(AlwaysTrueProperties::numbered);
    }

    @Provide
    Arbitrary<Consumption> consumptions() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 40_000),
                        Arbitraries.integers().between(0, 5))
                .as((cents, count) -> new Consumption(
                        Map.of(KEY, new Consumption.Counter(new Money(cents, Currency.EUR), count, 3))));
    }

    private static List<CareLine> numbered(List<CareLine> lines) {
        List<CareLine> numbered = new ArrayList<>();
        for (CareLine line : lines) {
            numbered.add(new CareLine(
                    numbered.size() + 1,
                    line.act(),
                    line.date(),
                    line.quantity(),
                    null,
                    line.charge(),
                    line.given(),
                    line.circumstances(),
                    null));
        }
        return numbered;
    }

    private static Decision decide(
            List<CareLine> lines, Formula one, Formula two, Scheme scheme, boolean penalised, Consumption used) {
        SmallEdition edition = french().rate("fr.local-scheme.rate", "dental-prosthesis", "0.9")
                .rate("fr.local-scheme.rate", "orthodontics", "1")
                .rate("fr.local-scheme.rate", "hospital-fees", "1")
                .rate("fr.local-scheme.rate", "uncovered", "0")
                .product("one", true, ProductKind.COMPLEMENTARY, one)
                .product("two", false, ProductKind.OPTION, two);
        if (penalised) {
            edition.rules(facts -> facts.stream()
                    .map(line -> (Finding) new Finding.Deduct(
                            "pathway", line.number(), "outside", Map.of(), Finding.Deduction.PATHWAY_PENALTY))
                    .toList());
        }
        return edition.decide(claim(lines.toArray(CareLine[]::new)), rights(scheme, "one", "two"), used);
    }

    @Property(tries = 600)
    void shares_add_up_to_the_charge_and_none_is_negative(
            @ForAll("lines") List<CareLine> lines,
            @ForAll("formulas") Formula one,
            @ForAll("formulas") Formula two,
            @ForAll boolean penalised,
            @ForAll("consumptions") Consumption used) {
        for (Scheme scheme : List.of(Scheme.FR_GENERAL, Scheme.FR_ALSACE_MOSELLE, Scheme.FR_C2S)) {
            for (LineDecision line :
                    decide(lines, one, two, scheme, penalised, used).lines()) {
                Shares shares = line.shares();
                assertThat(shares.compulsoryNet()
                                .plus(shares.otherPayers())
                                .plus(shares.complementary())
                                .plus(shares.member().total()))
                        .isEqualTo(shares.charge());
                assertThat(all(shares))
                        .allSatisfy(share -> assertThat(share.isNegative())
                                .as("%s in %s", share, shares)
                                .isFalse());
            }
        }
    }

    private static List<Money> all(Shares shares) {
        List<Money> all = new ArrayList<>(List.of(
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
                shares.member().keptBack(),
                shares.member().pathwayPenalty(),
                shares.member().refused()));
        shares.contracts().forEach(contract -> all.add(contract.amount()));
        return all;
    }

    @Property(tries = 600)
    void no_contract_pays_more_than_its_limit_over_all_lines(
            @ForAll("lines") List<CareLine> lines,
            @ForAll @IntRange(max = 50_000) int limit,
            @ForAll("consumptions") Consumption used,
            @ForAll("formulas") Formula inner) {
        Money most = new Money(limit, Currency.EUR);
        Formula limited = inner instanceof Formula.Limited
                ? new Formula.Term(new Measure.Share(Rate.WHOLE, Basis.CHARGE), Reading.INCLUDING_COMPULSORY)
                : inner;
        SmallEdition edition = french().pays(
                        "one",
                        new Formula.Limited(
                                limited,
                                List.of(new Limit.AmountLimit(
                                        new Measure.Fixed(most),
                                        new Period.CivilYear(),
                                        Scope.BENEFICIARY,
                                        Reading.ON_TOP)),
                                null));
        Decision decision =
                edition.decide(claim(lines.toArray(CareLine[]::new)), rights(Scheme.FR_GENERAL, "one"), used);
        Money paid = decision.lines().stream()
                .map(line -> line.shares().complementary())
                .reduce(Money.zero(Currency.EUR), Money::plus);
        Money left = most.minus(used.of(KEY, Currency.EUR).used()).orZero();

        assertThat(paid).isLessThanOrEqualTo(left);
        Money moved = decision.movements().stream()
                .map(Decision.Movement::amount)
                .reduce(Money.zero(Currency.EUR), Money::plus);
        assertThat(moved).isEqualTo(paid);
    }

    @Property(tries = 600)
    void raising_a_percentage_never_pays_the_member_less(
            @ForAll("lines") List<CareLine> lines,
            @ForAll @IntRange(max = 400) int percent,
            @ForAll @IntRange(min = 1, max = 100) int more,
            @ForAll Reading reading,
            @ForAll("consumptions") Consumption used) {
        Money less = paid(lines, of(percent, reading), used);
        Money raised = paid(lines, of(percent + more, reading), used);

        assertThat(raised).isGreaterThanOrEqualTo(less);
    }

    private static Formula of(int percent, Reading reading) {
        return new Formula.Term(new Measure.Share(Rate.percent(String.valueOf(percent)), Basis.BASE), reading);
    }

    private static Money paid(List<CareLine> lines, Formula formula, Consumption used) {
        return decide(lines, formula, new Formula.Nothing(), Scheme.FR_GENERAL, false, used).lines().stream()
                .map(line -> line.shares().complementary())
                .reduce(Money.zero(Currency.EUR), Money::plus);
    }

    @Property(tries = 300)
    void the_same_claim_decides_the_same_and_the_order_of_findings_does_not_matter(
            @ForAll("lines") List<CareLine> lines,
            @ForAll("formulas") Formula one,
            @ForAll("formulas") Formula two,
            @ForAll long seed,
            @ForAll("consumptions") Consumption used) {
        List<Finding> findings = new ArrayList<>();
        for (CareLine line : lines) {
            findings.add(new Finding.Refer("b-rule", line.number(), "doubt", Map.of(), true));
            findings.add(new Finding.Require("a-rule", line.number(), "paper", Map.of(), "prescription"));
            findings.add(new Finding.Deduct(
                    "c-rule", line.number(), "outside", Map.of(), Finding.Deduction.PATHWAY_PENALTY));
        }
        List<Finding> shuffled = new ArrayList<>(findings);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(withFindings(lines, one, two, shuffled, used))
                .isEqualTo(withFindings(lines, one, two, findings, used));
    }

    private static Decision withFindings(
            List<CareLine> lines, Formula one, Formula two, List<Finding> findings, Consumption used) {
        return french().rules(facts -> findings)
                .pays("one", one)
                .pays("two", two)
                .decide(claim(lines.toArray(CareLine[]::new)), rights(Scheme.FR_GENERAL, "one", "two"), used);
    }

    @Property(tries = 300)
    void lines_that_share_no_limit_are_decided_as_if_alone(
            @ForAll("lines") List<CareLine> lines, @ForAll("formulas") Formula one) {
        Formula unlimited = one instanceof Formula.Limited limited ? limited.formula() : one;
        SmallEdition edition = french().without("fr.participation.day-cap").pays("one", unlimited);
        Decision together = edition.decide(
                claim(lines.toArray(CareLine[]::new)), rights(Scheme.FR_GENERAL, "one"), Consumption.NONE);
        for (CareLine line : lines) {
            LineDecision alone = edition.decide(claim(line), rights(Scheme.FR_GENERAL, "one"), Consumption.NONE)
                    .lines()
                    .get(0);
            assertThat(together.lines().get(line.number() - 1).shares()).isEqualTo(alone.shares());
        }
    }
}
