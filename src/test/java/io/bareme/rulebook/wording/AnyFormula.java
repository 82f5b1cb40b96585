package io.bareme.rulebook.wording;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Formula.Alternative;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.Unit;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Random formulas over the whole algebra, nested as it allows, and random headers. */
final class AnyFormula {

    private static final Formula WHOLE_COPAYMENT =
            new Formula.Term(new Measure.Share(Rate.WHOLE, Basis.COPAYMENT), Reading.ON_TOP);

    static final Currency CURRENCY = Currency.EUR;

    private AnyFormula() {}

    static Arbitrary<Formula> formulas() {
        return formulas(3);
    }

    static Arbitrary<HeaderReadings> headers() {
        return Combinators.combine(
                        Arbitraries.of(Reading.class),
                        Arbitraries.of(Reading.class),
                        Arbitraries.of(HeaderReadings.BarePercent.class),
                        Arbitraries.of(HeaderReadings.PercentOfCharge.class),
                        Arbitraries.of(Reading.class),
                        Arbitraries.of(HeaderReadings.PerYear.class),
                        Arbitraries.of(HeaderReadings.Dash.class),
                        Arbitraries.of(HeaderReadings.TwoValues.class))
                .as((percents, euros, bare, ofCharge, caps, year, dash, two) ->
                        new HeaderReadings(percents, euros, bare, ofCharge, caps, year, dash, two, Map.of()));
    }

    private static Arbitrary<Formula> formulas(int depth) {
        if (depth == 0) {
            return leaves();
        }
        Arbitrary<Formula> smaller = Arbitraries.lazy(() -> formulas(depth - 1));
        return Arbitraries.frequencyOf(
                Tuple.of(3, leaves()),
                Tuple.of(2, sums(smaller)),
                Tuple.of(
                        2,
                        Combinators.combine(smaller, measures(), Arbitraries.of(Reading.class))
                                .as(Formula.Capped::new)),
                Tuple.of(
                        1,
                        Combinators.combine(smaller, measures(), Arbitraries.of(Reading.class))
                                .as(Formula.Floored::new)),
                Tuple.of(
                        2,
                        Combinators.combine(smaller, Arbitraries.of(Unit.class)).as(Formula.PerUnit::new)),
                Tuple.of(
                        3,
                        Combinators.combine(
                                        smaller, limits().list().ofMinSize(1).ofMaxSize(3), smaller.injectNull(0.6))
                                .as(Formula.Limited::new)),
                Tuple.of(1, ownAmounts()),
                Tuple.of(1, choices(smaller)));
    }

    private static Arbitrary<Formula> leaves() {
        Arbitrary<Formula> terms =
                Combinators.combine(measures(), Arbitraries.of(Reading.class)).as(Formula.Term::new);
        return Arbitraries.frequencyOf(
                Tuple.of(8, terms),
                Tuple.of(1, Arbitraries.just(new Formula.Nothing())),
                Tuple.of(1, Arbitraries.just(new Formula.FullCover())));
    }

    /** Only the first amount of a sum may deduct the compulsory share. */
    private static Arbitrary<Formula> sums(Arbitrary<Formula> smaller) {
        Arbitrary<Formula> noSum = smaller.filter(formula -> !(formula instanceof Formula.Sum));
        Arbitrary<Formula> later = noSum.map(AnyFormula::onTop);
        return Combinators.combine(noSum, later.list().ofMinSize(1).ofMaxSize(3))
                .as((first, others) -> new Formula.Sum(
                        Stream.concat(Stream.of(first), others.stream()).toList()))
                .filter(sum -> sum.parts().stream()
                                .filter(AnyFormula::paysWholeCopayment)
                                .count()
                        < 2)
                .map(Formula.class::cast);
    }

    private static boolean paysWholeCopayment(Formula part) {
        return part.equals(WHOLE_COPAYMENT)
                || (part instanceof Formula.Limited limited && WHOLE_COPAYMENT.equals(limited.beyond()));
    }

    private static @Nullable Formula onTopBeyond(Formula.Limited limited) {
        Formula beyond = limited.beyond();
        return beyond == null ? null : onTop(beyond);
    }

    private static Formula onTop(Formula formula) {
        return switch (formula) {
            case Formula.Nothing nothing -> nothing;
            case Formula.FullCover full -> full;
            case Formula.Term term -> new Formula.Term(term.measure(), Reading.ON_TOP);
            case Formula.Sum sum ->
                new Formula.Sum(sum.parts().stream().map(AnyFormula::onTop).toList());
            case Formula.Capped capped -> new Formula.Capped(onTop(capped.formula()), capped.cap(), capped.reading());
            case Formula.Floored floored ->
                new Formula.Floored(onTop(floored.formula()), floored.floor(), floored.reading());
            case Formula.PerUnit each -> new Formula.PerUnit(onTop(each.formula()), each.unit());
            case Formula.Limited limited ->
                new Formula.Limited(onTop(limited.formula()), limited.limits(), onTopBeyond(limited));
            case Formula.ByCase choice ->
                new Formula.ByCase(choice.alternatives().stream()
                        .map(one -> new Alternative(one.condition(), onTop(one.formula())))
                        .toList());
        };
    }

    /** "400 € par an": an amount and the limit that says it again. */
    private static Arbitrary<Formula> ownAmounts() {
        return Combinators.combine(measures(), Arbitraries.of(Reading.class), periods(), Arbitraries.of(Scope.class))
                .filter((measure, reading, period, scope) -> countsOver(measure, period))
                .as((measure, reading, period, scope) -> new Formula.Limited(
                        new Formula.Term(measure, reading),
                        List.of(new Limit.AmountLimit(measure, period, scope, reading)),
                        null));
    }

    private static Arbitrary<Formula> choices(Arbitrary<Formula> smaller) {
        Arbitrary<Alternative> alternatives = Combinators.combine(
                        Arbitraries.of(Condition.class).injectNull(0.2), smaller)
                .as(Alternative::new);
        return alternatives.list().ofMinSize(2).ofMaxSize(4).map(Formula.ByCase::new);
    }

    static Arbitrary<Measure> measures() {
        Arbitrary<Measure> money = Arbitraries.longs()
                .between(1, 999_999_999L)
                .map(cents -> new Measure.Fixed(new Money(cents, CURRENCY)));
        Arbitrary<Measure> shares = Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal(2_000))
                                .ofScale(3),
                        Arbitraries.of(Basis.class).filter(AnyFormula::isKnownInFrance))
                .as((percent, basis) -> new Measure.Share(Rate.percent(percent), basis));
        return Arbitraries.oneOf(money, shares);
    }

    /** A share of an act's own base is no amount over a year: acts differ. */
    private static boolean countsOver(Measure measure, Period period) {
        boolean ofNoAct = measure instanceof Measure.Fixed
                || measure instanceof Measure.Share(var rate, var basis) && basis == Basis.PMSS;
        return ofNoAct
                || period instanceof Period.Semester
                || period instanceof Period.Stay
                || period instanceof Period.Equipment;
    }

    private static Arbitrary<Limit> limits() {
        Arbitrary<Limit> amounts = Combinators.combine(
                        measures(), periods(), Arbitraries.of(Scope.class), Arbitraries.of(Reading.class))
                .filter((measure, period, scope, reading) -> countsOver(measure, period))
                .as(Limit.AmountLimit::new);
        Arbitrary<Limit> counts = Combinators.combine(
                        Arbitraries.integers().between(1, 10_000),
                        Arbitraries.of(Unit.class),
                        periods(),
                        Arbitraries.of(Scope.class))
                .as(Limit.CountLimit::new);
        return Arbitraries.oneOf(amounts, counts);
    }

    private static Arbitrary<Period> periods() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        new Period.CivilYear(),
                        new Period.ContractYear(),
                        new Period.Lifetime(),
                        new Period.Semester(),
                        new Period.Stay(),
                        new Period.Equipment(),
                        new Period.IllnessYear()),
                Arbitraries.integers().between(1, 1200).map(Period.Rolling::new));
    }

    private static boolean isKnownInFrance(Basis basis) {
        return basis != Basis.NATIONAL_TARIFF && basis != Basis.HOSPITAL_SCALE;
    }
}
