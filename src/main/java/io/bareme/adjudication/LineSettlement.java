package io.bareme.adjudication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Settles one care line: compulsory share, then each contract in its order, then what the member bears. */
final class LineSettlement {

    private final ResolvedClaim claim;
    private final ResolvedLine line;
    private final List<Finding> findings;
    private final LimitBook book;
    private final GroupContext group;
    private final Workings workings;

    LineSettlement(ResolvedClaim claim, ResolvedLine line, List<Finding> findings, LimitBook book, GroupContext group) {
        this.claim = claim;
        this.line = line;
        this.findings = findings;
        this.book = book;
        this.group = group;
        this.workings = new Workings(claim.edition().regulation(), line.line().date());
    }

    LineDecision settle(DayTally tally) {
        explainBase();
        CompulsoryShare compulsory = compulsory(tally);
        ContractPayments contracts = new ContractPayments(claim, line, compulsory, findings, book, group, workings);
        boolean refused = findings.stream().anyMatch(Finding.Refuse.class::isInstance);
        if (!refused) {
            contracts.pay();
        }
        Shares shares = ShareOut.of(claim.claim(), line, compulsory, contracts.shares(), refused);
        List<Finding> all = Weighing.ordered(findings, doubts(contracts));
        Verdict verdict = Weighing.line(all, contracts.reduced());
        return new LineDecision(line.line().number(), verdict, shares, all, workings.steps(), contracts.uses());
    }

    /** What the rules could not know: contradictions among tables, and values that are not established. */
    private List<Finding> doubts(ContractPayments contracts) {
        List<Finding> doubts = new ArrayList<>(contracts.doubts());
        String act = line.line().act().toString();
        if (line.base().foreign()) {
            doubts.add(Weighing.doubt(line, "act-foreign", Map.of("act", act)));
        }
        if (line.facts().age() < 0) {
            doubts.add(Weighing.doubt(line, "care-before-birth", Map.of()));
        }
        workings.contradictions().forEach(figures -> doubts.add(Weighing.doubt(line, "stated-contradicts", figures)));
        workings.undecided()
                .forEach(condition ->
                        doubts.add(Weighing.doubt(line, "condition-unknown", Map.of("condition", condition.word()))));
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
        Base base = line.base();
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

    private CompulsoryShare compulsory(DayTally tally) {
        CompulsoryShare share = claim.rights().scheme().isFrench()
                ? new FrenchShare(line, claim.rights(), group.stay(), workings).compute(penalised(), tally)
                : new MoroccanShare(line, claim.rights(), workings).compute();
        return line.line().circumstances().refusedByCompulsory() ? share.refused() : share;
    }

    private boolean penalised() {
        return findings.stream()
                .anyMatch(finding -> finding instanceof Finding.Deduct deduct
                        && deduct.deduction() == Finding.Deduction.PATHWAY_PENALTY);
    }
}
