package io.bareme.journal;

import io.bareme.adjudication.Decision;
import java.util.concurrent.CompletableFuture;

/** A decision that waits to be written, already in its bytes, and where its caller waits for what becomes of it. */
record Pending(
        Entry entry,
        LimitsOfDecision limits,
        Canonical<Input> input,
        Canonical<Decision> decision,
        CompletableFuture<Outcome> outcome) {

    static Pending of(Entry entry) {
        return new Pending(
                entry,
                LimitsOfDecision.of(entry),
                Canonical.of(entry.input()),
                Canonical.of(entry.decision()),
                new CompletableFuture<>());
    }

    /** How many limits, ledger rows and commitments must be as they were read. */
    int mustStand() {
        return limits.moved().size()
                + limits.relied().size()
                + limits.cancelled()
                + entry.also().changes().size();
    }
}
