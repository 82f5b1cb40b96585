package io.bareme.adjudication;

import io.bareme.guarantee.Deductible;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Period;
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

    private final Cover cover;
    private final ResolvedLine line;
    private final Figures figures;
    private final SharedCounters counters;
    private final SharedDeductibles deductibles;
    private final PaidSoFar paid;
    private final Workings workings;
    private final List<Met> met = new ArrayList<>();
    private int units;
    private boolean reached;
    private int entitled;
    private int leftOut;

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
        this.cover = cover;
        this.line = line;
        this.figures = figures;
        this.counters = new SharedCounters(rights, cover, line, figures, book);
        this.deductibles = new SharedDeductibles(counters, cover, line, figures, workings);
        this.paid = paid;
        this.workings = workings;
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
                result = deductibles.keep(deductible, really(result, payable), units);
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

    /** What would really be paid: a deductible is kept of that. */
    private Money really(Money amount, Money payable) {
        if (payable.compareTo(amount) >= 0) {
            return amount;
        }
        workings.step("indemnity", payable, null, "before", amount);
        return payable;
    }

    /**
     * Of several units, a limit in number pays those it allows: the amount is of so many units only, and no more than is
     * left to pay of them.
     */
    private Money limit(SharedLimit shared, Money amount) {
        MetLimit one = counters.meet(shared.id(), shared.limit());
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

    boolean reached() {
        return reached;
    }

    /** What each unit is given of what is left: nothing to those that a shared limit in number leaves out. */
    EachUnit eachUnit(EachUnit before, Money left) {
        return leftOut > before.leftOut()
                ? new EachUnit(left, before.quantity(), leftOut, counters.nothing())
                : before.reducedTo(left);
    }

    /**
     * Takes from each counter: of a limit what is paid, of a deductible what it kept and the law did not give back.
     *
     * @param wouldPay what would have been paid without any of them
     * @param paid what is paid in the end
     */
    List<LineDecision.LimitUse> consume(Money wouldPay, Money paid) {
        List<LineDecision.LimitUse> uses =
                deductibles.consume(wouldPay.minus(paid).orZero(), Math.min(units, entitled));
        for (Met one : met) {
            Money left = one.limit.room().left();
            Money under = left == null ? paid : paid.min(left);
            uses.addAll(one.limit.take(
                    under,
                    cover.enrolment().id(),
                    new LineDecision.Shared(one.shared.id(), one.shared.wording(), false)));
        }
        return uses;
    }

    List<Finding> findings(boolean paidInFull) {
        List<Finding> findings = deductibles.findings();
        String product = cover.table().name();
        for (Met one : met) {
            findings.addAll(one.limit.findings(line, product, one.shared.wording(), paidInFull));
        }
        return findings;
    }

    /** What the deductibles kept and the law did not give back, once what is paid is known. */
    Money keptBack() {
        return deductibles.keptBack();
    }
}
