package io.bareme.adjudication;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Deductible;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.SharedLimit;
import io.bareme.guarantee.Unit;
import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits and deductibles that the lines of one contract share, met by one care line once its own limits are: first
 * the deductibles keep the first money of what would be paid, then each shared limit gives what it has left.
 */
final class SharedTerms {

    private final Rights rights;
    private final Cover cover;
    private final ResolvedLine line;
    private final Figures figures;
    private final LimitBook book;
    private final PaidSoFar paid;
    private final Workings workings;
    private final List<Kept> kept = new ArrayList<>();
    private final List<Met> met = new ArrayList<>();
    private int units;
    private boolean reached;
    private int entitled;
    private int leftOut;
    private Money keptBack;

    /** A deductible that was met: what it had to keep and what it kept; no counter when it is kept from each unit. */
    private record Kept(Deductible deductible, @Nullable MetLimit counter, Money amount) {}

    private record Met(SharedLimit shared, MetLimit limit) {}

    /** @param paid what the contracts before this one pay */
    SharedTerms(
            Rights rights,
            Cover cover,
            ResolvedLine line,
            Figures figures,
            LimitBook book,
            PaidSoFar paid,
            Workings workings) {
        this.rights = rights;
        this.cover = cover;
        this.line = line;
        this.figures = figures;
        this.book = book;
        this.paid = paid;
        this.workings = workings;
        this.keptBack = nothing();
    }

    /**
     * What is left of an amount under the table's line.
     *
     * @param tableLine null when the contract pays without a line, as the law makes it
     * @param payable the most that could be paid: a deductible keeps nothing of what nobody would have paid
     * @param units of the line's quantity, how many the amount pays
     */
    Money within(Money amount, @Nullable String tableLine, Money payable, int units) {
        this.units = units;
        this.entitled = units;
        Money result = amount;
        for (Deductible deductible : cover.level().deductibles()) {
            if (deductible.reach().concerns(tableLine, line.lineage()) && isOfUnit(deductible)) {
                result = keep(deductible, really(result, payable), units);
            }
        }
        for (SharedLimit shared : cover.level().limits()) {
            if (shared.reach().concerns(tableLine, line.lineage()) && isOfUnit(shared)) {
                result = limit(shared, result);
            }
        }
        return result;
    }

    private boolean isOfUnit(Deductible deductible) {
        return switch (deductible.each()) {
            case Deductible.Each.ForUnit(Unit unit) -> isOfUnit(unit, deductible.wording());
            case Deductible.Each.OverTime _ -> true;
        };
    }

    private boolean isOfUnit(SharedLimit shared) {
        return switch (shared.limit()) {
            case Limit.CountLimit(int _, Unit unit, Period _, Scope _) -> isOfUnit(unit, shared.wording());
            case Limit.AmountLimit _ -> true;
        };
    }

    /** What is counted by another unit than the line's act does not concern it; where it may, a handler looks. */
    private boolean isOfUnit(Unit unit, String wording) {
        if (figures.units().mayHold(unit) || unit == Unit.PAIR && figures.quantity(unit) == null) {
            workings.doubt(
                    "unit-of-other-care",
                    Map.of(
                            "product", cover.table().name(),
                            "wording", wording,
                            "act", line.line().act().toString()));
        }
        return figures.quantity(unit) != null;
    }

    private int times(Deductible deductible, int units) {
        Integer times = deductible.each() instanceof Deductible.Each.ForUnit(Unit unit)
                ? figures.units().of(unit, units)
                : null;
        return times == null ? units : times;
    }

    /** What would really be paid: a deductible is kept of that. */
    private Money really(Money amount, Money payable) {
        if (payable.compareTo(amount) >= 0) {
            return amount;
        }
        workings.step("indemnity", payable, null, "before", amount);
        return payable;
    }

    /** A deductible for each unit is kept from those that are paid. */
    private Money keep(Deductible deductible, Money amount, int units) {
        MetLimit counter = counter(deductible);
        Money most = counter == null
                ? ofUnits(deductible, units)
                : orNothing(counter.room().left());
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
        return whole(deductible.amount(), byDay && days != null ? Math.min(days, paid) : paid);
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
                meet(deductible.id(), new Limit.AmountLimit(deductible.amount(), period, scope, Reading.ON_TOP));
        };
    }

    /**
     * Of several units, a limit in number pays those it allows: the amount is of so many units only, and no more than is
     * left to pay of them.
     */
    private Money limit(SharedLimit shared, Money amount) {
        MetLimit one = meet(shared.id(), shared.limit());
        met.add(new Met(shared, one));
        int allowed = Math.min(units, one.room().allowed());
        one.room().give(allowed);
        if (allowed < units) {
            leftOut = line.line().quantity() - allowed;
        }
        Exact counted = allowed == units ? amount.exact() : covered(amount, allowed);
        units = allowed;
        Money result = one.room().within(counted).rounded();
        if (result.compareTo(amount) < 0) {
            reached = true;
            workings.step(
                    "shared-limit",
                    result,
                    shared.source(),
                    "before",
                    amount,
                    "used",
                    one.used(),
                    "wording",
                    shared.wording());
        }
        return result;
    }

    private Exact covered(Money amount, int allowed) {
        Exact price = figures.remainder()
                .exact()
                .part(allowed, figures.quantity())
                .minus(paid.ofFirst(allowed))
                .orZero();
        return amount.exact().part(allowed, units).min(price);
    }

    /** Of the line's quantity, how many units the amount pays once limits in number had their say. */
    int units() {
        return units;
    }

    private MetLimit meet(String id, Limit limit) {
        LimitKey key = LimitKey.of(
                rights,
                cover.enrolment(),
                name(id),
                line.line(),
                !line.lineage().contains("optical"),
                book);
        Exact whole = limit instanceof Limit.AmountLimit amount
                ? Semesters.each(line, amount, whole(amount.amount(), 1).exact())
                : null;
        Money before = figures.deducted(Basis.BASE).rounded();
        return new MetLimit(key, limit, Semesters.of(line, limit), whole, before, line, book);
    }

    /** What names a shared limit in its counters' keys. */
    static String name(String id) {
        return "shared:" + id + "/0";
    }

    private Money whole(Measure measure, int times) {
        Money once = switch (measure) {
            case Measure.Fixed(Money amount) -> amount;
            case Measure.Share(var rate, var basis) -> {
                Exact of = figures.of(basis);
                yield of == null ? nothing() : of.times(rate).rounded();
            }
        };
        return once.times(times);
    }

    boolean reached() {
        return reached;
    }

    /** What each unit is given of what is left: nothing to those that a shared limit in number leaves out. */
    EachUnit eachUnit(EachUnit before, Money left) {
        return leftOut > before.leftOut()
                ? new EachUnit(left, before.quantity(), leftOut, nothing())
                : before.reducedTo(left);
    }

    /**
     * Takes from each counter: of a limit what is paid, of a deductible what it kept and the law did not give back.
     *
     * @param wouldPay what would have been paid without any of them
     * @param paid what is paid in the end
     */
    List<LineDecision.LimitUse> consume(Money wouldPay, Money paid) {
        List<LineDecision.LimitUse> uses = new ArrayList<>();
        Money lost = wouldPay.minus(paid).orZero();
        for (Kept one : kept) {
            Money back = stillKept(one).min(lost);
            lost = lost.minus(back);
            keptBack = keptBack.plus(back);
            if (one.counter != null) {
                uses.addAll(one.counter.take(
                        back, cover.enrolment().id(), told(one.deductible.id(), one.deductible.wording(), true)));
            }
        }
        for (Met one : met) {
            Money left = one.limit.room().left();
            Money under = left == null ? paid : paid.min(left);
            uses.addAll(
                    one.limit.take(under, cover.enrolment().id(), told(one.shared.id(), one.shared.wording(), false)));
        }
        return uses;
    }

    /** From units that a shared limit leaves unpaid nothing is kept. */
    private Money stillKept(Kept one) {
        return one.counter == null
                ? ofUnits(one.deductible, Math.min(units, entitled)).min(one.amount)
                : one.amount;
    }

    private static LineDecision.Shared told(String id, String wording, boolean deductible) {
        return new LineDecision.Shared(id, wording, deductible);
    }

    /** What the deductibles kept and the law did not give back, once what is paid is known. */
    Money keptBack() {
        return keptBack;
    }

    List<Finding> findings(boolean paidInFull) {
        List<Finding> findings = new ArrayList<>();
        String product = cover.table().name();
        for (Kept one : kept) {
            if (one.counter != null) {
                findings.addAll(one.counter.findings(line, product, one.deductible.wording(), true));
            }
        }
        for (Met one : met) {
            findings.addAll(one.limit.findings(line, product, one.shared.wording(), paidInFull));
        }
        return findings;
    }

    private Money orNothing(@Nullable Money amount) {
        return amount == null ? nothing() : amount;
    }

    private Money nothing() {
        return Money.zero(line.charge().currency());
    }
}
