package io.bareme.authorization.web;

import io.bareme.api.OvertakenReply;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.api.Reply;
import io.bareme.authorization.Authorizations;
import io.bareme.authorization.CaseClock.Reading;
import io.bareme.authorization.CaseClocks;
import io.bareme.authorization.CaseClocks.Deadline;
import io.bareme.authorization.Promises;
import io.bareme.authorization.Promises.Promise;
import io.bareme.decision.Caller;
import io.bareme.decision.Deciding.Answer;
import io.bareme.decision.Overtaken;
import io.bareme.exchange.Statement;
import io.bareme.exchange.StatementCommitment;
import io.bareme.exchange.StatementDeadline;
import io.bareme.explanation.Language;
import io.bareme.journal.Cancellation;
import io.bareme.journal.Commitment;
import io.bareme.journal.StoredDecision;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Recorded authorizations as the API tells them. */
@Component
class Statements {

    private final Authorizations authorizations;
    private final CaseClocks clocks;
    private final Promises promises;

    Statements(Authorizations authorizations, CaseClocks clocks, Promises promises) {
        this.authorizations = authorizations;
        this.clocks = clocks;
        this.promises = promises;
    }

    /** What came of a request for one: recorded, answered before, or not taken. */
    ResponseEntity<Object> reply(Answer answer, Language language) {
        return switch (answer) {
            case Answer.New(StoredDecision decision, var promise) ->
                told(decision, false, justMade(decision, promise, language), language);
            case Answer.Known(StoredDecision decision) ->
                told(decision, true, atReceipt(Caller.current(), decision, language), language);
            case Answer.KeyUsed _ -> ProblemReply.of(Kind.KEY_USED, language);
            case Answer.NotTaken(Overtaken why) -> OvertakenReply.of(why, language);
        };
    }

    private static ResponseEntity<Object> told(
            StoredDecision decision, boolean before, Statement statement, Language language) {
        return Reply.recorded(AuthorizationController.PATH + "/" + decision.id(), before, statement, language);
    }

    /** As it is now. */
    Statement now(Caller caller, StoredDecision decision, Language language) {
        return of(decision, clocks.of(caller, decision), language)
                .with(told(promises.now(caller, decision)))
                .supersededBy(authorizations.supersederOf(caller, decision).orElse(null));
    }

    /** As it was when the request had just been answered: the same whenever the request is sent again. */
    Statement atReceipt(Caller caller, StoredDecision decision, Language language) {
        return of(decision, clocks.atReceipt(caller, decision), language)
                .with(told(promises.atReceipt(caller, decision)));
    }

    /** The same, told from memory as soon as it is recorded. */
    Statement justMade(StoredDecision decision, @Nullable Commitment promise, Language language) {
        return of(decision, clocks.atReceipt(Caller.current(), decision), language)
                .with(promise == null ? null : told(promises.justMade(decision, promise)));
    }

    /** With its commitment as it was after a change. */
    Statement after(Caller caller, StoredDecision decision, Commitment changed, Language language) {
        return of(decision, clocks.atReceipt(caller, decision), language)
                .with(told(promises.after(caller, decision, changed)));
    }

    /** As it was when it was cancelled while it waited. */
    Statement cancelled(Caller caller, StoredDecision decision, Cancellation cancelled, Language language) {
        return of(decision, clocks.of(caller, decision, cancelled), language);
    }

    private static @Nullable StatementCommitment told(Optional<Promise> promise) {
        return promise.map(Statements::told).orElse(null);
    }

    private static StatementCommitment told(Promise promise) {
        return told(
                promise.commitment(),
                promise.status(),
                promise.lines().stream()
                        .map(line -> StatementCommitment.Left.of(line.line(), line.left(), line.amountLeft()))
                        .toList());
    }

    private static StatementCommitment told(
            Commitment of, Commitment.Status status, List<StatementCommitment.Left> left) {
        return new StatementCommitment(of.number(), status.word(), of.firstDay(), of.lastDay(), left);
    }

    /** With a deadline as it was told. */
    static Statement of(StoredDecision stored, Optional<Deadline> deadline, Language language) {
        return Statement.recorded(
                        stored.id(),
                        stored.recorded(),
                        stored.input().claim(),
                        stored.decision(),
                        stored.engine(),
                        language)
                .with(deadline.map(Statements::told).orElse(null))
                .inPlaceOf(stored.supersedes());
    }

    private static StatementDeadline told(Deadline deadline) {
        Reading reading = deadline.reading();
        String state = reading.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (reading.allowed().isZero()) {
            return StatementDeadline.neverRan(state);
        }
        return new StatementDeadline(
                state,
                reading.deadline(),
                reading.allowed(),
                deadline.inWorkingHours() ? "working-hours" : "day-and-night",
                reading.gross(),
                reading.net(),
                reading.pausedFor().isEmpty() ? null : reading.pausedFor(),
                reading.breached(),
                deadline.holidaysUnknown().isEmpty() ? null : deadline.holidaysUnknown());
    }
}
