package io.bareme.reimbursement;

import static io.bareme.decision.TwoServices.paid;

import io.bareme.journal.Commitment;
import io.bareme.journal.CommitmentUse;
import io.bareme.journal.Journal;
import io.bareme.journal.OpenEntry;
import io.bareme.journal.PromisedLine;
import io.bareme.journal.StoredDecision;
import java.util.List;
import java.util.Objects;

/** What is told to be left of a promise, and what stays reserved of it, in cents: of lines that limits in money bound. */
record ToldAndReserved(long told, long reserved) {

    static ToldAndReserved of(Journal journal, String tenant, StoredDecision promise) {
        Commitment commitment = journal.commitmentOf(tenant, promise.id()).orElseThrow();
        List<OpenEntry> rows = journal.open(tenant, promise.id());
        long told = 0;
        long reserved = 0;
        for (PromisedLine line : PromisedLine.of(promise, journal.usesOf(tenant, commitment))) {
            if (isCounted(promise, line)) {
                told += line.amountLeft().cents();
                reserved += rows.stream()
                        .filter(row -> row.reserved() && Objects.equals(row.line(), line.number()))
                        .mapToLong(row -> row.amount().cents())
                        .sum();
            }
        }
        return new ToldAndReserved(told, reserved);
    }

    /** Whether an invoice used less than the part of its units, and gave the rest back to all. */
    static boolean usedLess(Journal journal, String tenant, StoredDecision promise, StoredDecision invoice) {
        return journal
                .commitmentOf(tenant, promise.id())
                .map(commitment -> journal.usesOf(tenant, commitment))
                .orElse(List.of())
                .stream()
                .filter(use -> use.decision().equals(invoice.id()))
                .anyMatch(use ->
                        use.amount().cents() * quantity(promise, use) < paid(promise, use.line()) * use.quantity());
    }

    private static int quantity(StoredDecision promise, CommitmentUse use) {
        return promise.input().claim().lines().get(use.line() - 1).quantity();
    }

    /** Whether each cent is counted once: by one limit of each contract. */
    private static boolean isCounted(StoredDecision promise, PromisedLine line) {
        long counted = promise.decision().movementsOf(line.decided()).stream()
                .mapToLong(one -> one.amount().cents())
                .sum();
        return counted == line.decided().shares().complementary().cents();
    }
}
