package io.bareme.authorization;

import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Verdict;
import io.bareme.decision.Caller;
import io.bareme.decision.Overtaken;
import io.bareme.journal.Cancellation;
import io.bareme.journal.CancelledRequests;
import io.bareme.journal.ChangeOutcome;
import io.bareme.journal.Commitment;
import io.bareme.journal.Idempotency;
import io.bareme.journal.Journal;
import io.bareme.journal.StoredDecision;
import java.time.Clock;
import org.springframework.stereotype.Service;

/**
 * Cancels authorizations: of an approved one, what is left of its commitment is given back; of one that waits for a
 * person or for what is missing, what it reserved, and its clock ends.
 */
@Service
public final class Cancelling {

    private final Journal journal;
    private final CaseClocks clocks;
    private final Clock clock;

    Cancelling(Journal journal, CaseClocks clocks, Clock clock) {
        this.journal = journal;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** What the commitment still reserved is given back, now or before by the same request. */
        record Returned(Commitment commitment, boolean before) implements Outcome {}

        /** What waited waits no more, since now or since the same request before. */
        record Withdrawn(Cancellation cancelled, boolean before) implements Outcome {}

        /** The client used the key before with another body or elsewhere. */
        record KeyUsed() implements Outcome {}

        /** It promises nothing, and waits for nobody. */
        record Nothing() implements Outcome {}

        /** What has become of it in the meantime does not allow it. */
        record Overtaken(io.bareme.decision.Overtaken why) implements Outcome {}
    }

    /** Once per idempotency key. */
    public Outcome cancel(Caller caller, StoredDecision decision, String key, String requestHash, String reason) {
        Idempotency request = new Idempotency(caller.client(), key, requestHash);
        return journal.commitmentOf(caller.tenant(), decision.id())
                .map(commitment ->
                        returned(journal.cancel(caller.tenant(), commitment, request, reason, clock.instant())))
                .orElseGet(
                        () -> waited(decision) ? withdrawn(caller, decision, request, reason) : new Outcome.Nothing());
    }

    private Outcome returned(ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Done(Commitment now) -> new Outcome.Returned(now, false);
            case ChangeOutcome.Before(Commitment then) -> new Outcome.Returned(then, true);
            case ChangeOutcome.KeyUsed() -> new Outcome.KeyUsed();
            case ChangeOutcome.Refused(Commitment as) ->
                new Outcome.Overtaken(new Overtaken.Ended(
                        as.number(), as.statusAt(clock.instant()).word(), as.lastDay()));
        };
    }

    private Outcome withdrawn(Caller caller, StoredDecision decision, Idempotency request, String reason) {
        var outcome =
                journal.cancelledRequests().cancel(caller.tenant(), decision.id(), request, reason, clock.instant());
        return switch (outcome) {
            case CancelledRequests.Outcome.Done(Cancellation cancelled, boolean before) -> {
                clocks.ended(caller.tenant(), decision);
                yield new Outcome.Withdrawn(cancelled, before);
            }
            case CancelledRequests.Outcome.KeyUsed() -> new Outcome.KeyUsed();
            case CancelledRequests.Outcome.Already _ -> new Outcome.Overtaken(new Overtaken.Cancelled(decision.id()));
            case CancelledRequests.Outcome.Superseded(var by) -> new Outcome.Overtaken(new Overtaken.Superseded(by));
        };
    }

    private static boolean waited(StoredDecision decision) {
        Verdict verdict = decision.decision().verdict();
        return decision.input().claim().kind() == ClaimKind.AUTHORIZATION
                && (verdict == Verdict.REFERRED || verdict == Verdict.INCOMPLETE);
    }
}
