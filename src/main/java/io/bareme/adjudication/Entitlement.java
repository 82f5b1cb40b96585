package io.bareme.adjudication;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Reading;
import io.bareme.values.Exact;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a formula entitles one care line to, before the legal frame and before the rule that nobody is paid more than
 * was charged.
 */
final class Entitlement {

    private final Figures figures;
    private final Set<Condition> holding;
    private final LimitsOfLine limits;
    private final IntFunction<Exact> earlier;
    private final Workings workings;
    private final GivenFor given;
    private final BeyondLimits beyond;
    private Exact beside;
    private int covered;
    private int units;

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
        this.given = new GivenFor(figures);
        this.beyond = new BeyondLimits(figures);
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

    /** What each unit is given of an amount, once the formula is worked out. */
    EachUnit eachUnit(Exact entitled) {
        return beyond.eachUnit(entitled);
    }

    /** For what money of the formula was given, once it is worked out. */
    GivenFor given() {
        return given;
    }

    /** @param factor how many times a sum of money is given: the line's quantity where the wording says so, else once */
    private Exact of(Formula formula, int factor) {
        return switch (formula) {
            case Formula.Nothing() -> figures.zero();
            case Formula.Term term -> counted(term(term, factor));
            case Formula.Sum sum -> sum(sum.parts(), factor);
            case Formula.Capped capped -> capped(capped, factor);
            case Formula.Floored floored -> floored(floored, factor);
            case Formula.PerUnit each -> given.forEach(each.unit(), times -> of(each.formula(), times));
            case Formula.Limited limited -> limited(limited, factor);
            case Formula.FullCover() -> counted(fullCover());
            case Formula.ByCase choice -> chosen(choice, factor);
        };
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
        given.counts(term.measure());
        given.matters(term.measure(), factor);
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
        given.counts(capped.cap());
        Exact net = cap.minus(deduction(capped.cap(), capped.reading())).orZero();
        if (net.compareTo(amount) >= 0) {
            return amount;
        }
        given.matters(capped.cap(), factor);
        workings.step("capped", net.rounded(), null, "before", amount.rounded(), "cap", cap.rounded());
        return net;
    }

    private Exact floored(Formula.Floored floored, int factor) {
        Exact amount = of(floored.formula(), factor);
        Exact floor = value(floored.floor(), factor);
        if (floor == null) {
            return amount;
        }
        given.counts(floored.floor());
        Exact deducted = deduction(floored.floor(), floored.reading());
        Exact net = floor.minus(deducted).orZero();
        if (forEach(floor).minus(deducted).compareTo(amount) > 0) {
            given.matters(floored.floor(), factor);
        }
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
        given.counts(limited.limits());
        LimitsOfLine.Group group = limits.open(
                limited,
                measure -> value(measure, 1),
                figures.deducted(Basis.BASE).rounded(),
                asked);
        int times = Math.max(factor, limits.semesters(limited.limits()));
        int around = covered;
        covered = Math.min(around, group.units());
        beyond.enter();
        Exact whole = group.units() == 0
                ? figures.zero()
                : given.overTime(limited.limits(), () -> of(limited.formula(), times));
        covered = around;
        Exact within = group.within(covered(whole, group.units(), asked));
        Formula otherwise = limited.beyond();
        boolean fallsBack = otherwise != null && group.reached();
        Exact fallback = otherwise != null && fallsBack ? of(otherwise, factor) : figures.zero();
        beyond.leave();
        Exact result = within.plus(fallback.part(asked - group.units(), asked)).max(fallback);
        beyond.leavesOut(asked - group.units(), result, fallback);
        if (fallsBack) {
            workings.step("beyond-limit", result.rounded(), null, "within", within.rounded());
        }
        return result;
    }

    /**
     * What the units that a limit in number still allows come to: no more than is left to pay of them, since the price
     * of the others is not covered. What stands before in a sum pays all units alike, an earlier contract its first ones.
     */
    private Exact covered(Exact whole, int units, int of) {
        Exact amount = whole.part(units, of);
        if (units == of) {
            return amount;
        }
        Exact price = figures.remainder()
                .exact()
                .minus(beside)
                .orZero()
                .part(units, of)
                .minus(earlier.apply(units))
                .orZero();
        if (price.compareTo(amount) >= 0) {
            return amount;
        }
        workings.step("units-price", price.rounded(), null, "before", amount.rounded(), "units", units);
        return price;
    }
}
