package io.bareme.authorization;

import io.bareme.decision.Caller;
import io.bareme.journal.ChangeOutcome;
import io.bareme.journal.Commitment;
import io.bareme.journal.CommitmentEvent;
import io.bareme.journal.CommitmentUse;
import io.bareme.journal.Idempotency;
import io.bareme.journal.Journal;
import io.bareme.journal.PromisedLine;
import io.bareme.journal.StoredDecision;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Commitments after they were made: what is left of them, extended. */
@Service
public final class Promises {

    private final Journal journal;
    private final Clock clock;

    Promises(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A commitment at one time.
     *
     * @param status what it was then
     * @param lines those of which something was left; none once it is cancelled or replaced
     */
    public record Promise(Commitment commitment, Commitment.Status status, List<PromisedLine> lines) {
        public Promise {
            lines = List.copyOf(lines);
        }
    }

    /** As it is now; empty for a decision that promises nothing. */
    public Optional<Promise> now(Caller caller, StoredDecision decision) {
        return journal.commitmentOf(caller.tenant(), decision.id())
                .map(commitment -> promise(
                        decision,
                        commitment,
                        commitment.statusAt(clock.instant()),
                        journal.usesOf(caller.tenant(), commitment)));
    }

    /** As it was when it was made. */
    public Optional<Promise> atReceipt(Caller caller, StoredDecision decision) {
        return journal.commitmentOf(caller.tenant(), decision.id())
                .map(commitment -> journal.asOf(caller.tenant(), commitment, 1))
                .map(made -> justMade(decision, made));
    }

    /** Of a commitment as it was when it was made. */
    public Promise justMade(StoredDecision decision, Commitment made) {
        return promise(decision, made, made.status(), List.of());
    }

    /** As it was after a change: invoices that came later had used nothing yet. */
    public Promise after(Caller caller, StoredDecision decision, Commitment changed) {
        Set<UUID> then = journal.eventsOf(caller.tenant(), changed).stream()
                .filter(event -> event.version() <= changed.version())
                .map(CommitmentEvent::decision)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<CommitmentUse> uses = journal.usesOf(caller.tenant(), changed).stream()
                .filter(use -> then.contains(use.decision()))
                .toList();
        return promise(decision, changed, changed.status(), uses);
    }

    private static Promise promise(
            StoredDecision decision, Commitment commitment, Commitment.Status status, List<CommitmentUse> uses) {
        boolean stands = status != Commitment.Status.CANCELLED && status != Commitment.Status.REPLACED;
        List<PromisedLine> left = stands
                ? PromisedLine.of(decision, uses).stream()
                        .filter(line -> line.left() > 0)
                        .toList()
                : List.of();
        return new Promise(commitment, status, left);
    }

    /** The commitment of a decision; empty when it made none. */
    public Optional<Commitment> commitment(Caller caller, StoredDecision decision) {
        return journal.commitmentOf(caller.tenant(), decision.id());
    }

    /** Keeps what is left of it until a later day, once per idempotency key. */
    public ChangeOutcome extend(
            Caller caller, Commitment of, String key, String requestHash, LocalDate lastDay, @Nullable String reason) {
        return journal.extend(
                caller.tenant(),
                of,
                new Idempotency(caller.client(), key, requestHash),
                lastDay,
                reason,
                clock.instant());
    }
}
