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
import org.jspecify.annotations.Nullable;

/**
 * What a formula entitles one care line to, before the legal frame and before the rule that nobody is paid more than
 * was charged.
 */
final class Entitlement {

    private final Figures figures;
    private final Set<Condition> holding;
    private final LimitsOfLine limits;
    private final Workings workings;

    Entitlement(Figures figures, Set<Condition> holding, LimitsOfLine limits, Workings workings) {
        this.figures = figures;
        this.holding = holding;
        this.limits = limits;
        this.workings = workings;
    }

    Exact of(Formula formula) {
        return of(formula, figures.quantity(), 1);
    }

    /**
     * @param units how many units limits in number still allow
     * @param factor how many times a sum of money is given
     */
    private Exact of(Formula formula, int units, int factor) {
        return switch (formula) {
            case Formula.Nothing() -> figures.zero();
            case Formula.Term term -> term(term, factor);
            case Formula.Sum sum -> sum(sum.parts(), units, factor);
            case Formula.Capped capped -> capped(capped, units, factor);
            case Formula.Floored floored -> floored(floored, units, factor);
            case Formula.PerUnit each -> of(each.formula(), units, units);
            case Formula.Limited limited -> limited(limited, units, factor);
            case Formula.FullCover() -> fullCover();
            case Formula.ByCase choice -> chosen(choice, units, factor);
        };
    }

    private Exact sum(List<Formula> parts, int units, int factor) {
        Exact total = figures.zero();
        for (Formula part : parts) {
            total = total.plus(of(part, units, factor));
        }
        return total;
    }

    private Exact term(Formula.Term term, int factor) {
        Exact gross = value(term.measure(), factor);
        if (gross == null) {
            return figures.zero();
        }
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
                Exact of = figures.of(share.basis());
                int times = share.basis() == Basis.PMSS ? factor : 1;
                yield of == null ? null : of.times(share.rate()).times(BigDecimal.valueOf(times));
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

    private Exact capped(Formula.Capped capped, int units, int factor) {
        Exact amount = of(capped.formula(), units, factor);
        Exact cap = value(capped.cap(), factor);
        if (cap == null) {
            return amount;
        }
        Exact net = cap.minus(deduction(capped.cap(), capped.reading())).orZero();
        if (net.compareTo(amount) >= 0) {
            return amount;
        }
        workings.step("capped", net.rounded(), null, "before", amount.rounded(), "cap", cap.rounded());
        return net;
    }

    private Exact floored(Formula.Floored floored, int units, int factor) {
        Exact amount = of(floored.formula(), units, factor);
        Exact floor = value(floored.floor(), factor);
        if (floor == null) {
            return amount;
        }
        Exact net = floor.minus(deduction(floored.floor(), floored.reading())).orZero();
        if (net.compareTo(amount) <= 0) {
            return amount;
        }
        workings.step("floored", net.rounded(), null, "before", amount.rounded(), "floor", floor.rounded());
        return net;
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

    private Exact chosen(Formula.ByCase choice, int units, int factor) {
        for (Formula.Alternative alternative : choice.alternatives()) {
            if (alternative.condition() == null || holding.contains(alternative.condition())) {
                return of(alternative.formula(), units, factor);
            }
        }
        return figures.zero();
    }

    private Exact limited(Formula.Limited limited, int units, int factor) {
        LimitsOfLine.Group group = limits.open(limited.limits(), this::amountOfLimit, units);
        Exact within = group.units() == 0 ? figures.zero() : of(limited.formula(), group.units(), factor);
        if (group.units() > 0 && group.units() < units && !perUnit(limited.formula())) {
            within = share(within, group.units(), units);
        }
        within = group.within(within);
        Formula beyond = limited.beyond();
        if (beyond == null || !group.reached()) {
            return within;
        }
        Exact fallback = of(beyond, units, factor);
        workings.step("beyond-limit", fallback.rounded(), null, "within", within.rounded());
        return within.max(fallback);
    }

    private @Nullable Exact amountOfLimit(Measure measure) {
        return value(measure, 1);
    }

    private static Exact share(Exact amount, int units, int of) {
        return new Exact(
                amount.amount()
                        .multiply(BigDecimal.valueOf(units))
                        .divide(BigDecimal.valueOf(of), 6, java.math.RoundingMode.HALF_UP),
                amount.currency());
    }

    private static boolean perUnit(Formula formula) {
        return switch (formula) {
            case Formula.PerUnit each -> true;
            case Formula.Capped capped -> perUnit(capped.formula());
            case Formula.Floored floored -> perUnit(floored.formula());
            case Formula.Sum sum -> sum.parts().stream().anyMatch(Entitlement::perUnit);
            case Formula.Limited limited -> perUnit(limited.formula());
            case Formula.Nothing none -> false;
            case Formula.Term term -> false;
            case Formula.FullCover full -> false;
            case Formula.ByCase choice -> false;
        };
    }
}
