package io.bareme.adjudication;

import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settles one care line: compulsory share, then each contract in its order, then what the member bears. */
final class LineSettlement {

    private final ResolvedClaim claim;
    private final ResolvedLine line;
    private final List<Finding> findings;
    private final LimitBook book;
    private final GroupContext group;
    private final Workings workings;
    private boolean shareWasDue;

    LineSettlement(ResolvedClaim claim, ResolvedLine line, List<Finding> findings, LimitBook book, GroupContext group) {
        this.claim = claim;
        this.line = line;
        this.findings = findings;
        this.book = book;
        this.group = group;
        this.workings = new Workings(claim.edition().regulation(), line.line().date());
    }

    LineDecision settle(DayTally tally, SchemeTally schemeTally) {
        explainBase();
        CompulsoryShare compulsory = compulsory(tally, schemeTally);
        boolean refused = findings.stream().anyMatch(Finding.Refuse.class::isInstance);
        boolean advanced = claim.claim().dossier() == Dossier.FULL_ADVANCE;
        ContractPayments contracts = paid(compulsory, advanced ? book.copy() : book, workings, refused);
        ContractPayments paidNow = advanced
                ? paid(CompulsoryShare.nothing(line.charge().currency()), book, workings.aside(), refused)
                : contracts;
        Shares shares = ShareOut.of(
                claim.claim(),
                line,
                compulsory,
                contracts.shares(),
                contracts.keptBack(),
                paidNow.complementary(),
                thirdParty(compulsory),
                refused);
        if (!claim.rights().schemeOn(line.line().date()).isFrench()) {
            new Abatements(line, shares, workings).explain(refused);
        }
        Payout payout = payout(shares, paidNow, refused);
        List<LineDecision.LimitUse> uses = advanced ? asBorne(paidNow.uses(), contracts.uses()) : paidNow.uses();
        if (!refused) {
            book.lineSettled(line.line());
        }
        Review review = claim.claim().review();
        List<Finding> found = Weighing.ordered(findings, doubts(contracts));
        List<Finding> all = review == null ? found : review.lift(found);
        Verdict verdict = Weighing.line(all, contracts.reduced() || contests(payout));
        return new LineDecision(line.line().number(), verdict, shares, all, workings.steps(), uses, payout);
    }

    private ContractPayments paid(CompulsoryShare compulsory, LimitBook limits, Workings sheet, boolean refused) {
        ContractPayments contracts = new ContractPayments(claim, line, compulsory, findings, limits, group, sheet);
        limits.alreadyPaid(line.line());
        return refused ? contracts : contracts.pay();
    }

    /**
     * What was advanced of the scheme's share comes back, so a deductible counts what it keeps of the complement. Limits
     * count what is paid now, which the remainder gives back.
     */
    private List<LineDecision.LimitUse> asBorne(List<LineDecision.LimitUse> now, List<LineDecision.LimitUse> borne) {
        return now.stream()
                .map(use -> borne.stream()
                        .filter(other -> other.key().equals(use.key()) && isDeductible(other))
                        .findFirst()
                        .map(other -> {
                            book.take(use.key(), taken(other).minus(taken(use)), 0);
                            return other;
                        })
                        .orElse(use))
                .toList();
    }

    private static boolean isDeductible(LineDecision.LimitUse use) {
        LineDecision.Shared shared = use.shared();
        return shared != null && shared.deductible();
    }

    private Money taken(LineDecision.LimitUse use) {
        Money before = use.remainingBefore();
        Money after = use.remainingAmount();
        return before == null || after == null ? Money.zero(line.charge().currency()) : before.minus(after);
    }

    private boolean thirdParty(CompulsoryShare compulsory) {
        boolean asked = claim.claim().thirdParty();
        return claim.rights().schemeOn(line.line().date()).isFrench()
                ? asked
                : asked && new PublicCare(line, claim, workings).thirdParty(compulsory);
    }

    private @Nullable Payout payout(Shares shares, ContractPayments paidNow, boolean refused) {
        Dossier dossier = claim.claim().dossier();
        if (dossier == null) {
            return null;
        }
        String reason = refused ? "refused" : paidNow.reduced() ? "limit" : "above-contract";
        return new DossierPayout(
                        dossier,
                        line.line(),
                        claim.claim().thirdParty(),
                        shares.complementary().plus(shares.beyondCharge()),
                        paidNow.paidInAll().minus(paidNow.complementary()),
                        workings)
                .of(paidNow.paidInAll(), reason);
    }

    private boolean contests(@Nullable Payout payout) {
        return payout != null
                && payout.of(Payout.Kind.CONTEST, line.charge().currency()).isPositive();
    }

    /** A statement of nothing where a share was due may be a refusal, which not every contract makes good. */
    private boolean statesNothingPaid() {
        Dossier dossier = claim.claim().dossier();
        Money stated = line.line().given().compulsory();
        return dossier != null
                && dossier.afterTheScheme()
                && stated != null
                && stated.isZero()
                && shareWasDue
                && !line.line().circumstances().refusedByCompulsory()
                && line.covers().stream()
                        .anyMatch(cover -> !Boolean.TRUE.equals(cover.table().paysRefused()));
    }

    /** What the rules could not know: contradictions among tables, and values that are not established. */
    private List<Finding> doubts(ContractPayments contracts) {
        List<Finding> doubts = new ArrayList<>(contracts.doubts());
        String act = line.line().act().toString();
        if (line.base().foreign()) {
            doubts.add(Weighing.doubt(line, "act-foreign", Map.of("act", act)));
        }
        Money already = line.line().given().alreadyPaid();
        if (already != null && already.compareTo(line.charge()) > 0 && !LumpSum.possible(line)) {
            doubts.add(Weighing.doubt(
                    line,
                    "already-paid-above-charge",
                    Map.of("paid", already.toString(), "charge", line.charge().toString())));
        }
        if (statesNothingPaid()) {
            doubts.add(Weighing.doubt(line, "scheme-paid-nothing", Map.of("act", act)));
        }
        if (line.facts().age() < 0) {
            doubts.add(Weighing.doubt(line, "care-before-birth", Map.of()));
        }
        workings.doubts().forEach(doubt -> doubts.add(Weighing.doubt(line, doubt.reason(), doubt.parameters())));
        workings.contradictions().forEach(figures -> doubts.add(Weighing.doubt(line, "stated-contradicts", figures)));
        workings.undecided()
                .forEach(condition ->
                        doubts.add(Weighing.doubt(line, "condition-unknown", Map.of("condition", condition.word()))));
        doubts.addAll(new Cautions(claim, line).all());
        workings.missing()
                .forEach(hole -> doubts.add(Weighing.doubt(
                        line,
                        "value-not-established",
                        Map.of(
                                "quantity", hole.quantity(),
                                "key", hole.key(),
                                "day", hole.day().toString()))));
        return doubts;
    }

    private void explainBase() {
        BaseOfReimbursement base = line.base();
        workings.step(
                "base",
                base.amount(),
                base.source(),
                "charge",
                line.charge(),
                "act",
                line.line().act());
        if (base.regulated() != null && base.contradicted()) {
            workings.contradiction(base.amount(), base.regulated());
            workings.step("base-contradicted", base.amount(), base.source(), "regulated", base.regulated());
        }
    }

    private CompulsoryShare compulsory(DayTally tally, SchemeTally schemeTally) {
        CompulsoryShare share = claim.rights().schemeOn(line.line().date()).isFrench()
                ? new FrenchShare(line, claim.rights(), group, workings).compute(penalised(), tally)
                : moroccan(schemeTally);
        return line.line().circumstances().refusedByCompulsory() ? share.refused() : share;
    }

    private CompulsoryShare moroccan(SchemeTally tally) {
        MoroccanShare scheme = new MoroccanShare(line, claim, tally, workings);
        CompulsoryShare share = scheme.compute();
        shareWasDue = scheme.wasDue();
        return share;
    }

    private boolean penalised() {
        return findings.stream()
                .anyMatch(finding -> finding instanceof Finding.Deduct deduct
                        && deduct.deduction() == Finding.Deduction.PATHWAY_PENALTY);
    }
}
