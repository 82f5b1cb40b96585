package io.bareme.adjudication;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Guarantee;
import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one contract pays for a care line under one line of its table: the cell read as worded within its limits, less
 * what it includes of earlier contracts, within what lines of the table share; then, once the law has had its say, what
 * that takes of each limit and what a person must know.
 */
final class GuaranteePayment {

    private final Cover cover;
    private final Guarantee guarantee;
    private final ResolvedLine line;
    private final Figures figures;
    private final Workings workings;
    private final LimitsOfLine limits;
    private final SharedTerms shared;
    private final List<LineDecision.LimitUse> uses = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Money included;
    private final Money payable;
    private final Exact entitled;
    private final Money alone;
    private final EachUnit lawful;
    private final Money within;
    private final boolean unitUnsaid;
    private final boolean otherUnit;
    private boolean reduced;
    private @Nullable Money beyond;

    /**
     * @param limits the line's own
     * @param own the conditions that hold under this contract
     * @param paid what the contracts before it pay
     * @param law the most that the law lets be paid of an amount
     */
    GuaranteePayment(
            Cover cover,
            Guarantee guarantee,
            ResolvedLine line,
            Figures figures,
            LimitsOfLine limits,
            SharedTerms shared,
            Set<Condition> own,
            PaidSoFar paid,
            UnaryOperator<EachUnit> law,
            Workings workings) {
        this.cover = cover;
        this.guarantee = guarantee;
        this.line = line;
        this.figures = figures;
        this.workings = workings;
        this.limits = limits;
        this.shared = shared;
        this.included = paid.includedBy(cover);
        this.payable = figures.remainder().minus(paid.total()).orZero();
        explain();
        Entitlement entitlement = new Entitlement(figures, own, limits, units -> paid.ofFirst(units, cover), workings);
        this.entitled = entitlement.of(guarantee.formula());
        this.unitUnsaid = entitlement.given().unitUnsaid();
        this.otherUnit = entitlement.given().otherUnit();
        this.alone = lessIncluded(entitled.rounded());
        this.lawful = law.apply(entitlement.eachUnit(entitled).reducedTo(alone));
        this.within = shared.within(
                lawful.all(),
                guarantee.line(),
                LumpSum.isSaid(guarantee, line) ? lawful.all() : payable,
                entitlement.units());
    }

    private void explain() {
        workings.step(
                "guarantee",
                null,
                guarantee.source(),
                "product",
                cover.table().name(),
                "level",
                cover.level().label(),
                "poste",
                guarantee.poste(),
                "wording",
                guarantee.wording());
    }

    private Money lessIncluded(Money amount) {
        if (included.isZero()) {
            return amount;
        }
        Money net = amount.minus(included).orZero();
        workings.step("includes-earlier", net, null, "before", amount, "earlier", included);
        return net;
    }

    /** What it would pay if nothing were kept and no limit shared: no more than the law lets it. */
    EachUnit lawful() {
        return lawful;
    }

    /** What it would pay, before what the law makes it pay and the charge. */
    EachUnit eachUnit() {
        return shared.eachUnit(lawful, within);
    }

    /** How many of the line's units an amount pays: where the law makes it pay more than the cell, all of them. */
    int units(Money amount) {
        return shared.units() == 0 || amount.compareTo(within) > 0 ? figures.quantity() : shared.units();
    }

    /**
     * Counts what it pays in the end.
     *
     * @param wouldPay what it would have paid if nothing were kept and no limit shared
     */
    void settle(Money amount, Money wouldPay) {
        boolean paidInFull = amount.equals(payable);
        reduced = !paidInFull && (limits.reached() || shared.reached());
        lumpSum(amount);
        Money given = beyond == null ? amount : amount.plus(beyond);
        uses.addAll(limits.consume(entitled, given.plus(included)));
        if (otherUnit) {
            doubtOtherUnit();
        }
        if (unitUnsaid && (alone.compareTo(payable) < 0 || beyond != null)) {
            doubtUnit();
        }
        uses.addAll(
                beyond == null
                        ? shared.consume(wouldPay.min(payable), amount)
                        : shared.consume(lawful.all(), amount.plus(beyond)));
        findings.addAll(limits.findings(line, cover.table().name(), paidInFull));
        findings.addAll(shared.findings(paidInFull));
    }

    private void lumpSum(Money amount) {
        if (LumpSum.isUnsaid(guarantee, line, within, amount)) {
            doubt("lump-sum-not-said", Map.of("product", cover.table().name(), "wording", guarantee.wording()));
        }
        beyond = LumpSum.beyond(guarantee, line, within, amount);
        if (beyond != null) {
            workings.step("lump-sum-beyond", beyond, guarantee.source(), "sum", within, "left", amount);
        }
    }

    /** A sum for each of the line's units, or one for all: the two come to different amounts. */
    private void doubtUnit() {
        doubt(
                "unit-not-said",
                Map.of(
                        "product", cover.table().name(),
                        "poste", guarantee.poste(),
                        "wording", guarantee.wording(),
                        "quantity", String.valueOf(figures.quantity())));
    }

    private void doubtOtherUnit() {
        doubt(
                "unit-of-other-care",
                Map.of(
                        "product", cover.table().name(),
                        "poste", guarantee.poste(),
                        "wording", guarantee.wording(),
                        "act", line.line().act().toString()));
    }

    private void doubt(String reason, Map<String, String> parameters) {
        findings.add(Weighing.doubt(line, reason, parameters));
    }

    /** What a lump sum gives above what is left of the charge; null when nothing. */
    @Nullable
    Money beyond() {
        return beyond;
    }

    List<LineDecision.LimitUse> uses() {
        return uses;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether a limit gave less than the cell says. */
    boolean reduced() {
        return reduced;
    }

    /** What deductibles kept and the law did not give back. */
    Money keptBack() {
        return shared.keptBack();
    }
}
