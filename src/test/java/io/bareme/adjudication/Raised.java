package io.bareme.adjudication;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** A formula with one of its parameters raised: a rate, a sum of money, a cap, a floor, a limit, a count. */
record Raised(Random random) {

    /**
     * Each way to raise one parameter. The limits of a formula that has a fall-back are left as they are: a fall-back
     * better than what it falls back from, which nobody words, would pay less once the limit is further away.
     */
    List<Formula> of(Formula formula) {
        return switch (formula) {
            case Formula.Nothing nothing -> List.of();
            case Formula.FullCover full -> List.of();
            case Formula.Term term ->
                each(measures(term.measure()), measure -> new Formula.Term(measure, term.reading()));
            case Formula.PerUnit unit -> each(of(unit.formula()), inner -> new Formula.PerUnit(inner, unit.unit()));
            case Formula.Sum sum -> sum(sum);
            case Formula.Capped capped ->
                both(
                        each(of(capped.formula()), inner -> new Formula.Capped(inner, capped.cap(), capped.reading())),
                        each(
                                measures(capped.cap()),
                                cap -> new Formula.Capped(capped.formula(), cap, capped.reading())));
            case Formula.Floored floored ->
                both(
                        each(
                                of(floored.formula()),
                                inner -> new Formula.Floored(inner, floored.floor(), floored.reading())),
                        each(
                                measures(floored.floor()),
                                floor -> new Formula.Floored(floored.formula(), floor, floored.reading())));
            case Formula.ByCase choice -> choice(choice);
            case Formula.Limited limited -> limited(limited);
        };
    }

    private List<Formula> sum(Formula.Sum sum) {
        List<Formula> raised = new ArrayList<>();
        for (int i = 0; i < sum.parts().size(); i++) {
            for (Formula part : of(sum.parts().get(i))) {
                raised.add(new Formula.Sum(with(sum.parts(), i, part)));
            }
        }
        return raised;
    }

    private List<Formula> choice(Formula.ByCase choice) {
        List<Formula> raised = new ArrayList<>();
        for (int i = 0; i < choice.alternatives().size(); i++) {
            Formula.Alternative old = choice.alternatives().get(i);
            for (Formula part : of(old.formula())) {
                raised.add(new Formula.ByCase(
                        with(choice.alternatives(), i, new Formula.Alternative(old.condition(), part))));
            }
        }
        return raised;
    }

    private List<Formula> limited(Formula.Limited limited) {
        List<Formula> raised = new ArrayList<>(
                each(of(limited.formula()), inner -> new Formula.Limited(inner, limited.limits(), limited.beyond())));
        if (limited.beyond() != null) {
            raised.addAll(each(
                    of(limited.beyond()), beyond -> new Formula.Limited(limited.formula(), limited.limits(), beyond)));
            return raised;
        }
        for (int i = 0; i < limited.limits().size(); i++) {
            for (Limit limit : limits(limited.limits().get(i))) {
                raised.add(new Formula.Limited(limited.formula(), with(limited.limits(), i, limit), null));
            }
        }
        return raised;
    }

    private List<Limit> limits(Limit limit) {
        return switch (limit) {
            case Limit.AmountLimit money ->
                measures(money.amount()).stream()
                        .map(more ->
                                (Limit) new Limit.AmountLimit(more, money.period(), money.scope(), money.reading()))
                        .toList();
            case Limit.CountLimit count ->
                List.of(new Limit.CountLimit(
                        count.count() + 1 + random.nextInt(3), count.unit(), count.period(), count.scope()));
        };
    }

    private List<Measure> measures(Measure measure) {
        return List.of(
                switch (measure) {
                    case Measure.Fixed fixed ->
                        new Measure.Fixed(fixed.amount()
                                .plus(new Money(
                                        1 + random.nextInt(20_000),
                                        fixed.amount().currency())));
                    case Measure.Share share -> {
                        int points = share.basis() == Basis.PMSS ? 2 : 100;
                        BigDecimal more = BigDecimal.valueOf(1 + random.nextInt(10 * points), 1);
                        yield new Measure.Share(share.rate().plus(Rate.percent(more)), share.basis());
                    }
                });
    }

    private static <T> List<Formula> each(List<T> parts, Function<T, Formula> whole) {
        return parts.stream().map(whole).toList();
    }

    private static List<Formula> both(List<Formula> some, List<Formula> others) {
        List<Formula> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static <T> List<T> with(List<T> all, int at, T other) {
        List<T> changed = new ArrayList<>(all);
        changed.set(at, other);
        return changed;
    }
}
