package io.bareme.adjudication;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.Unit;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random formulas, as an actuary might word them. */
final class Formulas {

    private Formulas() {}

    static Arbitrary<Formula> any() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, terms()),
                net.jqwik.api.Tuple.of(2, sums()),
                net.jqwik.api.Tuple.of(2, capped()),
                net.jqwik.api.Tuple.of(1, floored()),
                net.jqwik.api.Tuple.of(2, perUnit()),
                net.jqwik.api.Tuple.of(3, limited()),
                net.jqwik.api.Tuple.of(1, Arbitraries.just((Formula) new Formula.Nothing())));
    }

    static Arbitrary<Measure> measures() {
        Arbitrary<Measure> fixed = Arbitraries.longs().between(0, 60_000).map(cents ->
                (Measure) new Measure.Fixed(new Money(cents, Currency.EUR)));
        Arbitrary<Measure> share = Combinators.combine(
                        Arbitraries.integers().between(0, 450),
                        Arbitraries.of(
                                Basis.BASE,
                                Basis.CHARGE,
                                Basis.COPAYMENT,
                                Basis.REMAINDER,
                                Basis.OVERRUN,
                                Basis.CONVENTION_TARIFF))
                .as((percent, basis) -> new Measure.Share(Rate.percent(String.valueOf(percent)), basis));
        Arbitrary<Measure> pmss = Arbitraries.integers()
                .between(0, 40)
                .map(tenths ->
                        new Measure.Share(Rate.percent(new java.math.BigDecimal(tenths).movePointLeft(1)), Basis.PMSS));
        return Arbitraries.oneOf(fixed, share, pmss);
    }

    private static Arbitrary<Formula> terms() {
        return Combinators.combine(measures(), Arbitraries.of(Reading.class)).as(Formula.Term::new);
    }

    private static Arbitrary<Formula> sums() {
        Arbitrary<Formula> onTop = measures().map(measure -> new Formula.Term(measure, Reading.ON_TOP));
        return Combinators.combine(terms(), onTop).as((first, second) -> new Formula.Sum(List.of(first, second)));
    }

    private static Arbitrary<Formula> capped() {
        return Combinators.combine(terms(), measures(), Arbitraries.of(Reading.class))
                .as(Formula.Capped::new);
    }

    private static Arbitrary<Formula> floored() {
        return Combinators.combine(terms(), measures(), Arbitraries.of(Reading.class))
                .as(Formula.Floored::new);
    }

    private static Arbitrary<Formula> perUnit() {
        return Combinators.combine(Arbitraries.oneOf(terms(), capped()), Arbitraries.of(Unit.SESSION, Unit.DAY))
                .as(Formula.PerUnit::new);
    }

    private static Arbitrary<Formula> limited() {
        Arbitrary<Limit> amounts = Combinators.combine(measures(), Arbitraries.of(Reading.class))
                .as((amount, reading) ->
                        new Limit.AmountLimit(amount, new Period.CivilYear(), Scope.BENEFICIARY, reading));
        Arbitrary<Limit> counts = Arbitraries.integers()
                .between(1, 6)
                .map(count -> new Limit.CountLimit(count, Unit.SESSION, new Period.CivilYear(), Scope.BENEFICIARY));
        return Combinators.combine(
                        Arbitraries.oneOf(terms(), sums(), capped(), perUnit()),
                        Arbitraries.oneOf(amounts, counts).list().ofMinSize(1).ofMaxSize(2),
                        terms().injectNull(0.7))
                .as(Formula.Limited::new);
    }
}
