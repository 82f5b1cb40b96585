package io.bareme.adjudication;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.Unit;
import io.bareme.values.Exact;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** For what a formula gives its money: for each of which unit, or over which time; and where that cannot be told. */
final class GivenFor {

    private final Figures figures;
    private Set<Measure> overTime = Set.of();
    private boolean inUnit;
    private boolean inOther;
    private boolean unitUnsaid;
    private boolean otherUnit;

    GivenFor(Figures figures) {
        this.figures = figures;
    }

    /**
     * Whether a sum of money counted, and nothing says if it is given for each of the line's several units or once for
     * all of them. It was counted once.
     */
    boolean unitUnsaid() {
        return unitUnsaid;
    }

    /** Whether money, or a limit in number, counted by what the line's act is not counted in. */
    boolean otherUnit() {
        return otherUnit;
    }

    /** Money for each of something that the line has none of, or not so many that it could be said, is counted once. */
    Exact forEach(Unit unit, IntFunction<Exact> timesOver) {
        Integer quantity = figures.quantity(unit);
        boolean around = inOther;
        boolean aroundUnit = inUnit;
        inOther = quantity == null;
        inUnit = true;
        Exact amount = timesOver.apply(quantity == null ? 1 : quantity);
        inOther = around;
        inUnit = aroundUnit;
        return amount;
    }

    /** An amount that is its own limit over a time is given in all over it, however many units there are. */
    Exact overTime(List<Limit> limits, Supplier<Exact> within) {
        Set<Measure> around = overTime;
        overTime = limits.stream()
                .filter(Limit.AmountLimit.class::isInstance)
                .map(limit -> ((Limit.AmountLimit) limit).amount())
                .collect(Collectors.toSet());
        Exact whole = within.get();
        overTime = around;
        return whole;
    }

    /** The measure is worked out. */
    void counts(Measure measure) {
        otherUnit |= inOther && isMoney(measure);
    }

    /** The limits are met. */
    void counts(List<Limit> limits) {
        otherUnit |= limits.stream()
                .anyMatch(limit -> limit instanceof Limit.CountLimit(int _, Unit unit, Period _, Scope _)
                        && unit != Unit.PAIR
                        && figures.quantity(unit) == null);
    }

    /**
     * The measure makes the amount: what names no unit and no time, on a line of several units, is not told. A bare
     * "30 €", or a cap or a floor of so much.
     */
    void matters(Measure measure, int factor) {
        unitUnsaid |=
                isMoney(measure) && !inUnit && factor == 1 && figures.quantity() > 1 && !overTime.contains(measure);
    }

    private static boolean isMoney(Measure measure) {
        return switch (measure) {
            case Measure.Fixed _ -> true;
            case Measure.Share share -> share.basis() == Basis.PMSS;
        };
    }
}
