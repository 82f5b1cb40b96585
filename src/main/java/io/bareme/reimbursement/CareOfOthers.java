package io.bareme.reimbursement;

import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineDecision;
import io.bareme.decision.Caller;
import io.bareme.journal.InvoicedBefore;
import io.bareme.journal.Journal;
import io.bareme.journal.StoredDecision;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Invoices of other clients that had the same care before. The reason in a decision leaves them unnamed where its sender,
 * who reads it too, may not see them; who may see every client's is told them when it is told.
 */
final class CareOfOthers {

    private static final String REASON = "care-invoiced-before";

    private final Journal journal;

    CareOfOthers(Journal journal) {
        this.journal = journal;
    }

    /** The decision as that caller may read it; it stands as it was recorded. */
    Decision named(Caller caller, StoredDecision invoice) {
        Decision decision = invoice.decision();
        List<InvoicedBefore> unnamed =
                Objects.requireNonNullElse(invoice.input().invoicedBefore(), List.of());
        for (InvoicedBefore before : caller.forEveryClient() ? unnamed : List.<InvoicedBefore>of()) {
            if (before.invoice() == null) {
                decision = named(decision, before.line(), names(caller, before));
            }
        }
        return decision;
    }

    private Map<String, String> names(Caller caller, InvoicedBefore before) {
        StoredDecision first = journal.find(caller.tenant(), before.decision()).orElseThrow();
        return Map.of(
                "invoice",
                Objects.requireNonNull(first.input().claim().invoice()).number(),
                "decision",
                first.id().toString());
    }

    private static Decision named(Decision decision, int number, Map<String, String> names) {
        return new Decision(
                decision.verdict(),
                decision.clock(),
                decision.lines().stream()
                        .map(line -> line.number() == number ? named(line, names) : line)
                        .toList(),
                decision.movements(),
                decision.edition());
    }

    private static LineDecision named(LineDecision line, Map<String, String> names) {
        return new LineDecision(
                line.number(),
                line.verdict(),
                line.shares(),
                line.findings().stream().map(finding -> named(finding, names)).toList(),
                line.steps(),
                line.limits(),
                line.payout(),
                line.movements());
    }

    private static Finding named(Finding finding, Map<String, String> names) {
        return finding instanceof Finding.Refer refer && refer.reason().equals(REASON)
                ? new Finding.Refer(refer.rule(), refer.line(), REASON, names, refer.medical())
                : finding;
    }
}
