package io.bareme.adjudication;

import static io.bareme.adjudication.SmallEdition.claim;
import static io.bareme.adjudication.SmallEdition.french;
import static io.bareme.adjudication.SmallEdition.rights;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Limit;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The engine's evaluator against the slow and obvious one, through whole decisions. */
class EvaluatorsAgreeProperties {

    @Provide
    Arbitrary<Formula> formulas() {
        return Formulas.any();
    }

    @Provide
    Arbitrary<String> acts() {
        return Arbitraries.of("g", "crown", "semester", "osteopathy");
    }

    @Property(tries = 3000)
    void the_engine_pays_what_the_slow_evaluator_says(
            @ForAll("formulas") Formula formula,
            @ForAll("acts") String act,
            @ForAll @LongRange(max = 150_000) long charge,
            @ForAll @IntRange(min = 1, max = 7) int quantity,
            @ForAll @LongRange(max = 40_000) long usedCents,
            @ForAll @IntRange(max = 6) int usedUnits) {
        CareLine line = SmallEdition.line(
                1, act, new Money(charge, Currency.EUR).amount().toPlainString(), quantity, SmallEdition.DAY);
        Money used = new Money(usedCents, Currency.EUR);
        Decision decision = french().pays("one", formula)
                .decide(
                        claim(line),
                        rights(Scheme.FR_GENERAL, "one"),
                        new Consumption(counters(formula, used, usedUnits)));
        Shares shares = decision.lines().get(0).shares();
        SlowEntitlement.Line slow = new SlowEntitlement.Line(
                shares.charge().amount(),
                shares.compulsory().amount(),
                java.math.BigDecimal.ZERO,
                java.math.BigDecimal.ZERO,
                quantity,
                SlowEntitlement.Line.of(
                                shares.charge().amount().toPlainString(),
                                shares.base().amount().toPlainString(),
                                shares.compulsory().amount().toPlainString(),
                                quantity)
                        .with(Basis.PMSS, "3864")
                        .bases(),
                java.util.Set.of(),
                usedOf(formula, used, usedUnits));

        assertThat(shares.complementary().amount()).isEqualByComparingTo(SlowEntitlement.paid(formula, slow));
    }

    private static Map<String, Consumption.Counter> counters(Formula formula, Money used, int units) {
        Map<String, Consumption.Counter> counters = new HashMap<>();
        for (int i = 0; i < limits(formula).size(); i++) {
            counters.put("H1/E-one/all/" + i + "/P1/2024", new Consumption.Counter(used, units, 1));
        }
        return counters;
    }

    private static Map<Limit, SlowEntitlement.Used> usedOf(Formula formula, Money used, int units) {
        Map<Limit, SlowEntitlement.Used> all = new HashMap<>();
        limits(formula).forEach(limit -> all.put(limit, new SlowEntitlement.Used(used.amount(), units)));
        return all;
    }

    private static List<Limit> limits(Formula formula) {
        return formula instanceof Formula.Limited limited ? limited.limits() : List.of();
    }
}
