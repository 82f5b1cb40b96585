package io.bareme.adjudication;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.Unit;
import io.bareme.values.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a formula entitles one care line to, before the legal frame and before the rule that nobody is paid more than
 * was charged.
 */
final class Entitlement {

    private static final int DECIMALS = 10;

    private final Figures figures;
    private final Set<Condition> holding;
    private final LimitsOfLine limits;
    private final IntFunction<Exact> earlier;
    private final Workings workings;
    private Exact beside;
    private int covered;
    private int units;
    private Set<Measure> overTime = Set.of();
    private boolean unitUnsaid;
    private int leftOut;
    private int depth;
    private Exact ofLimited;
    private Exact fallBacks;
    private boolean inOther;
    private boolean inUnit;
    private boolean otherUnit;

    /** @param earlier what contracts before this one pay of the line's first so many units */
    Entitlement(
            Figures figures,
            Set<Condition> holding,
            LimitsOfLine limits,
            IntFunction<Exact> earlier,
            Workings workings) {
        this.figures = figures;
        this.holding = holding;
        this.limits = limits;
        this.earlier = earlier;
        this.workings = workings;
        this.beside = figures.zero();
        this.covered = figures.quantity();
        this.ofLimited = figures.zero();
        this.fallBacks = figures.zero();
    }

    /** Of the line's quantity, how many units anything is given for. */
    int units() {
        return units;
    }

    private Exact counted(Exact amount) {
        units = amount.rounded().isPositive() ? Math.max(units, covered) : units;
        return amount;
    }

    Exact of(Formula formula) {
        return of(formula, 1);
    }

    /**
     * What each unit is given of an amount, once the formula is worked out: those that its limits in number leave out have
     * what no limit holds, and a fall-back.
     */
    EachUnit eachUnit(Exact entitled) {
        Exact unlimited = entitled.minus(ofLimited).orZero().plus(fallBacks);
        Exact beyond = part(unlimited, leftOut, figures.quantity());
        return new EachUnit(entitled.rounded(), figures.quantity(), leftOut, beyond.rounded());
    }

    /**
     * Whether a sum of money counted, and nothing says if it is given for each of the line's several units or once for
     * all of them. It was counted once.
     */
    boolean unitUnsaid() {
        return unitUnsaid;
    }

    /** What names no unit and no time, on a line of several units: a bare "30 €", or a cap or a floor of so much. */
    private boolean isBare(Measure measure, int factor) {
        return isMoney(measure) && !inUnit && factor == 1 && figures.quantity() > 1 && !overTime.contains(measure);
    }

    private static boolean isMoney(Measure measure) {
        return switch (measure) {
            case Measure.Fixed _ -> true;
            case Measure.Share share -> share.basis() == Basis.PMSS;
        };
    }

    /** @param factor how many times a sum of money is given: the line's quantity where the wording says so, else once */
    private Exact of(Formula formula, int factor) {
        return switch (formula) {
            case Formula.Nothing() -> figures.zero();
            case Formula.Term term -> counted(term(term, factor));
            case Formula.Sum sum -> sum(sum.parts(), factor);
            case Formula.Capped capped -> capped(capped, factor);
            case Formula.Floored floored -> floored(floored, factor);
            case Formula.PerUnit each -> forEach(each);
            case Formula.Limited limited -> limited(limited, factor);
            case Formula.FullCover() -> counted(fullCover());
            case Formula.ByCase choice -> chosen(choice, factor);
        };
    }

    /** Money for each of something that the line has none of, or not so many that it could be said, is counted once. */
    private Exact forEach(Formula.PerUnit each) {
        Integer quantity = figures.quantity(each.unit());
        boolean around = inOther;
        boolean aroundUnit = inUnit;
        inOther = quantity == null;
        inUnit = true;
        Exact amount = of(each.formula(), quantity == null ? 1 : quantity);
        inOther = around;
        inUnit = aroundUnit;
        return amount;
    }

    /** Whether money, or a limit in number, counted by what the line's act is not counted in. */
    boolean otherUnit() {
        return otherUnit;
    }

    private Exact sum(List<Formula> parts, int factor) {
        Exact around = beside;
        Exact total = figures.zero();
        for (Formula part : parts) {
            beside = around.plus(total);
            total = total.plus(of(part, factor));
        }
        beside = around;
        return total;
    }

    private Exact term(Formula.Term term, int factor) {
        Exact gross = value(term.measure(), factor);
        if (gross == null) {
            return figures.zero();
        }
        unitUnsaid |= isBare(term.measure(), factor);
        otherUnit |= inOther && isMoney(term.measure());
        Exact deducted = deduction(term.measure(), term.reading());
        Exact net = gross.minus(deducted).orZero();
        switch (term.measure()) {
            case Measure.Fixed fixed ->
                workings.step(
                        "term-fixed",
                        net.rounded(),
                        null,
                        "each",
                        fixed.amount(),
                        "times",
                        factor,
                        "deducted",
                        deducted.rounded());
            case Measure.Share share ->
                workings.step(
                        "term-share",
                        net.rounded(),
                        null,
                        "rate",
                        share.rate(),
                        "basis",
                        share.basis(),
                        "of",
                        of(share.basis()).rounded(),
                        "gross",
                        gross.rounded(),
                        "deducted",
                        deducted.rounded());
        }
        return net;
    }

    private Exact of(Basis basis) {
        Exact value = figures.of(basis);
        return value == null ? figures.zero() : value;
    }

    /** Null when the regulation does not establish what it is a share of. */
    private @Nullable Exact value(Measure measure, int factor) {
        return switch (measure) {
            case Measure.Fixed fixed -> fixed.amount().exact().times(BigDecimal.valueOf(factor));
            case Measure.Share share -> {
                Exact of = share.basis() == Basis.PMSS ? figures.ceilings(factor) : figures.of(share.basis());
                yield of == null ? null : of.times(share.rate());
            }
        };
    }

    private Exact deduction(Measure measure, Reading reading) {
        return switch (reading) {
            case ON_TOP -> figures.zero();
            case INCLUDING_COMPULSORY ->
                figures.deducted(measure instanceof Measure.Share share ? share.basis() : Basis.BASE);
        };
    }

    private Exact capped(Formula.Capped capped, int factor) {
        Exact amount = of(capped.formula(), factor);
        Exact cap = value(capped.cap(), factor);
        if (cap == null) {
            return amount;
        }
        otherUnit |= inOther && isMoney(capped.cap());
        Exact net = cap.minus(deduction(capped.cap(), capped.reading())).orZero();
        if (net.compareTo(amount) >= 0) {
            return amount;
        }
        unitUnsaid |= isBare(capped.cap(), factor);
        workings.step("capped", net.rounded(), null, "before", amount.rounded(), "cap", cap.rounded());
        return net;
    }

    private Exact floored(Formula.Floored floored, int factor) {
        Exact amount = of(floored.formula(), factor);
        Exact floor = value(floored.floor(), factor);
        if (floor == null) {
            return amount;
        }
        otherUnit |= inOther && isMoney(floored.floor());
        Exact deducted = deduction(floored.floor(), floored.reading());
        Exact net = floor.minus(deducted).orZero();
        unitUnsaid |= isBare(floored.floor(), factor)
                && forEach(floor).minus(deducted).compareTo(amount) > 0;
        if (net.compareTo(amount) <= 0) {
            return amount;
        }
        workings.step("floored", net.rounded(), null, "before", amount.rounded(), "floor", floor.rounded());
        return counted(net);
    }

    private Exact forEach(Exact one) {
        return one.times(BigDecimal.valueOf(figures.quantity()));
    }

    private Exact fullCover() {
        Exact ceiling = figures.of(Basis.PRICE_CEILING);
        if (ceiling == null) {
            return figures.zero();
        }
        Exact within = figures.charge().exact().min(ceiling);
        Exact net = within.minus(figures.deducted(Basis.PRICE_CEILING)).orZero();
        workings.step("full-cover", net.rounded(), null, "ceiling", ceiling.rounded(), "charge", figures.charge());
        return net;
    }

    private Exact chosen(Formula.ByCase choice, int factor) {
        for (Formula.Alternative alternative : choice.alternatives()) {
            Condition condition = alternative.condition();
            if (condition == null || holding.contains(condition)) {
                return of(alternative.formula(), factor);
            }
            if (Conditions.unknown(condition, holding)) {
                workings.undecided(condition);
            }
        }
        return figures.zero();
    }

    private Exact limited(Formula.Limited limited, int factor) {
        int asked = figures.quantity();
        otherUnit |= limited.limits().stream()
                .anyMatch(limit -> limit instanceof Limit.CountLimit(int _, Unit unit, Period _, Scope _)
                        && unit != Unit.PAIR
                        && figures.quantity(unit) == null);
        LimitsOfLine.Group group = limits.open(
                limited,
                measure -> value(measure, 1),
                figures.deducted(Basis.BASE).rounded(),
                asked);
        int times = Math.max(factor, limits.semesters(limited.limits()));
        int around = covered;
        covered = Math.min(around, group.units());
        depth++;
        Exact whole = group.units() == 0 ? figures.zero() : overTime(limited, times);
        covered = around;
        Exact within = group.within(covered(whole, group.units(), asked));
        Formula beyond = limited.beyond();
        boolean fallsBack = beyond != null && group.reached();
        Exact fallback = beyond != null && fallsBack ? of(beyond, factor) : figures.zero();
        depth--;
        Exact result = within.plus(part(fallback, asked - group.units(), asked)).max(fallback);
        leavesOut(asked - group.units(), result, fallback);
        if (fallsBack) {
            workings.step("beyond-limit", result.rounded(), null, "within", within.rounded());
        }
        return result;
    }

    /** A limit within a limit, or within its fall-back, bounds what that gives to all its units together. */
    private void leavesOut(int units, Exact given, Exact fallback) {
        boolean alike = given.compareTo(fallback) == 0 && fallback.rounded().isPositive();
        if (depth == 0 && units > 0 && !alike) {
            leftOut = leftOut == 0 ? units : Math.min(leftOut, units);
            ofLimited = ofLimited.plus(given);
            fallBacks = fallBacks.plus(fallback);
        }
    }

    /** An amount that is its own limit over a time is given in all over it, however many units there are. */
    private Exact overTime(Formula.Limited limited, int factor) {
        Set<Measure> around = overTime;
        overTime = limited.limits().stream()
                .filter(Limit.AmountLimit.class::isInstance)
                .map(limit -> ((Limit.AmountLimit) limit).amount())
                .collect(Collectors.toSet());
        Exact whole = of(limited.formula(), factor);
        overTime = around;
        return whole;
    }

    /**
     * What the units that a limit in number still allows come to: no more than is left to pay of them, since the price
     * of the others is not covered. What stands before in a sum pays all units alike, an earlier contract its first ones.
     */
    private Exact covered(Exact whole, int units, int of) {
        Exact amount = part(whole, units, of);
        if (units == of) {
            return amount;
        }
        Exact price = part(figures.remainder().exact().minus(beside).orZero(), units, of)
                .minus(earlier.apply(units))
                .orZero();
        if (price.compareTo(amount) >= 0) {
            return amount;
        }
        workings.step("units-price", price.rounded(), null, "before", amount.rounded(), "units", units);
        return price;
    }

    /** So many units of what the whole quantity comes to. */
    static Exact part(Exact whole, int units, int of) {
        if (units == of) {
            return whole;
        }
        BigDecimal amount = whole.amount().multiply(BigDecimal.valueOf(units));
        return new Exact(amount.divide(BigDecimal.valueOf(of), DECIMALS, RoundingMode.HALF_UP), whole.currency());
    }
}
