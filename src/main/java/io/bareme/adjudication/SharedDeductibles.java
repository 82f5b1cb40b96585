package io.bareme.adjudication;

import io.bareme.guarantee.Deductible;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Unit;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The deductibles that lines of one contract share, as one care line meets them: the first money is kept back. */
final class SharedDeductibles {

    private final SharedCounters counters;
    private final Cover cover;
    private final ResolvedLine line;
    private final Figures figures;
    private final Workings workings;
    private final List<Kept> kept = new ArrayList<>();
    private Money keptBack;

    /** A deductible that was met: what it had to keep and what it kept; no counter when it is kept from each unit. */
    private record Kept(Deductible deductible, @Nullable MetLimit counter, Money amount) {}

    SharedDeductibles(SharedCounters counters, Cover cover, ResolvedLine line, Figures figures, Workings workings) {
        this.counters = counters;
        this.cover = cover;
        this.line = line;
        this.figures = figures;
        this.workings = workings;
        this.keptBack = counters.nothing();
    }

    /** A deductible for each unit is kept from those that are paid. */
    Money keep(Deductible deductible, Money amount, int units) {
        MetLimit counter = counter(deductible);
        Money most = counter == null ? ofUnits(deductible, units) : left(counter);
        Money taken = most.min(amount);
        kept.add(new Kept(deductible, counter, taken));
        if (counter != null && counter.room() instanceof RoomOverTimes several && several.anyLeft()) {
            workings.doubt(
                    "deductible-across-periods",
                    Map.of("product", cover.table().name(), "wording", deductible.wording()));
        }
        if (!taken.isPositive()) {
            return amount;
        }
        Money result = amount.minus(taken);
        workings.step(
                "deductible",
                result,
                deductible.source(),
                "before",
                amount,
                "kept",
                taken,
                "wording",
                deductible.wording());
        return result;
    }

    /** Of a deductible for each day, as many as the units were spread over. */
    private Money ofUnits(Deductible deductible, int units) {
        int paid = times(deductible, units);
        Integer days = line.line().course().days();
        boolean byDay = deductible.each() instanceof Deductible.Each.ForUnit(Unit unit)
                && (unit == Unit.DAY || unit == Unit.NIGHT);
        return counters.whole(deductible.amount(), byDay && days != null ? Math.min(days, paid) : paid);
    }

    private int times(Deductible deductible, int units) {
        Integer times = deductible.each() instanceof Deductible.Each.ForUnit(Unit unit)
                ? figures.units().of(unit, units)
                : null;
        return times == null ? units : times;
    }

    private @Nullable MetLimit counter(Deductible deductible) {
        Money already = line.line().given().alreadyPaid();
        if (already != null && already.isPositive() && deductible.each() instanceof Deductible.Each.OverTime) {
            workings.doubt(
                    "deductible-counted-before",
                    Map.of("product", cover.table().name(), "wording", deductible.wording()));
        }
        return switch (deductible.each()) {
            case Deductible.Each.ForUnit _ -> null;
            case Deductible.Each.OverTime(var period, var scope) ->
                counters.meet(
                        deductible.id(), new Limit.AmountLimit(deductible.amount(), period, scope, Reading.ON_TOP));
        };
    }

    /** From units that a shared limit leaves unpaid nothing is kept. */
    private Money stillKept(Kept one, int units) {
        return one.counter == null ? ofUnits(one.deductible, units).min(one.amount) : one.amount;
    }

    private Money left(MetLimit counter) {
        Money left = counter.room().left();
        return left == null ? counters.nothing() : left;
    }

    /**
     * Takes from each counter what was kept and the law did not give back.
     *
     * @param lost what all limits and deductibles together cost in the end
     * @param units how many of those entitled are paid in the end
     */
    List<LineDecision.LimitUse> consume(Money lost, int units) {
        List<LineDecision.LimitUse> uses = new ArrayList<>();
        Money open = lost;
        for (Kept one : kept) {
            Money back = stillKept(one, units).min(open);
            open = open.minus(back);
            keptBack = keptBack.plus(back);
            if (one.counter != null) {
                uses.addAll(one.counter.take(
                        back,
                        cover.enrolment().id(),
                        new LineDecision.Shared(one.deductible.id(), one.deductible.wording(), true)));
            }
        }
        return uses;
    }

    /** What was kept and not given back, once it is consumed. */
    Money keptBack() {
        return keptBack;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Kept one : kept) {
            if (one.counter != null) {
                findings.addAll(one.counter.findings(line, cover.table().name(), one.deductible.wording(), true));
            }
        }
        return findings;
    }
}
