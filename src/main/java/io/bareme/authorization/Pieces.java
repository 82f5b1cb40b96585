package io.bareme.authorization;

import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Verdict;
import io.bareme.authorization.CaseClocks.Deadline;
import io.bareme.authorization.ClockEvents.Case;
import io.bareme.authorization.ClockEvents.Telling;
import io.bareme.decision.Caller;
import io.bareme.journal.Journal;
import io.bareme.journal.StoredDecision;
import io.bareme.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Pieces that a person asks for while a case waits: nothing but this stops its clock, and their arrival starts it again. */
@Service
public final class Pieces {

    private final Journal journal;
    private final CaseClocks clocks;
    private final Clock clock;
    private final ClockEvents events;
    private final WaitingCases waiting;
    private final TransactionTemplate transaction;

    Pieces(DataSource database, Journal journal, CaseClocks clocks, Clock clock) {
        JdbcClient sql = JdbcClient.create(database);
        this.journal = journal;
        this.clocks = clocks;
        this.clock = clock;
        this.events = new ClockEvents(sql);
        this.waiting = new WaitingCases(sql);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** What came of telling something of a piece. */
    public sealed interface Told {
        /** It is written down, now or before by the same request. */
        record Done(StoredDecision decision, Deadline deadline, boolean before) implements Told {}

        /** The client used the key before with another body. */
        record KeyUsed() implements Told {}

        /** Nobody, or nobody any more, is waited for: there is no clock to stop or start. */
        record NotWaiting() implements Told {}

        /** The request is incomplete: what it lacks is a field of the claim, which is sent anew. */
        record Incomplete() implements Told {}

        /** The piece is awaited already. */
        record Awaited() implements Told {}

        /** Nobody asked for the piece; those that are awaited. */
        record NotAsked(List<String> awaited) implements Told {}
    }

    /** A person asks for a piece that is missing: the clock stops. Empty when the caller may not see the case. */
    public Optional<Told> ask(Caller caller, UUID id, String piece, String key, String bodyHash) {
        return tell(caller, id, new Telling(caller.client(), key, "asked " + bodyHash), piece, true);
    }

    /** A piece that was asked for has come. Empty when the caller may not see the case. */
    public Optional<Told> bring(Caller caller, UUID id, String piece, String key, String bodyHash) {
        return tell(caller, id, new Telling(caller.client(), key, "came " + bodyHash), piece, false);
    }

    private Optional<Told> tell(Caller caller, UUID id, Telling telling, String piece, boolean asked) {
        return journal.find(caller.tenant(), id)
                .filter(found -> found.input().claim().kind() == ClaimKind.AUTHORIZATION)
                .filter(found -> caller.maySee(found.client()))
                .map(found -> Tenancy.as(caller.tenant(), () -> {
                    Optional<CaseClock> frame = clocks.frame(found);
                    return frame.isEmpty()
                            ? noClock(caller, found)
                            : Objects.requireNonNull(
                                    transaction.execute(_ -> told(found, frame.get(), telling, piece, asked)));
                }));
    }

    private Told noClock(Caller caller, StoredDecision decision) {
        boolean waits = journal.supersederOf(caller.tenant(), decision.id()).isEmpty()
                && journal.cancelledRequests()
                        .of(caller.tenant(), decision.id())
                        .isEmpty();
        return waits && decision.decision().verdict() == Verdict.INCOMPLETE
                ? new Told.Incomplete()
                : new Told.NotWaiting();
    }

    private Told told(StoredDecision decision, CaseClock frame, Telling telling, String piece, boolean asked) {
        Case one = CaseClocks.caseOf(decision);
        events.lock(one, telling);
        List<ClockEvent> before = events.of(one);
        Optional<ClockEvents.Earlier> earlier = events.told(one.tenant(), telling);
        if (earlier.isPresent()) {
            return earlier.get().same() && earlier.get().decision().equals(one.decision())
                    ? done(decision, frame.with(before.subList(0, earlier.get().number())), true)
                    : new Told.KeyUsed();
        }
        if (frame.settled() != null) {
            return new Told.NotWaiting();
        }
        Instant now = notBefore(before, clock.instant().truncatedTo(ChronoUnit.MICROS));
        List<String> awaited = frame.with(before).at(now).pausedFor();
        if (asked == awaited.contains(piece)) {
            return asked ? new Told.Awaited() : new Told.NotAsked(awaited);
        }
        ClockEvent event = asked ? new ClockEvent.Paused(now, piece) : new ClockEvent.Resumed(now, piece);
        events.add(one, before.size() + 1, event, telling);
        List<ClockEvent> all = new ArrayList<>(before);
        all.add(event);
        waiting.moved(one, frame.with(all));
        return done(decision, frame.with(all), false);
    }

    /** As it was when the last of its events had just happened. */
    private static Told done(StoredDecision decision, CaseClock clock, boolean before) {
        Instant then = clock.events().getLast().at();
        return new Told.Done(decision, CaseClocks.deadline(clock, then), before);
    }

    /** Clocks of two services differ: what is told later never happened earlier. */
    private static Instant notBefore(List<ClockEvent> events, Instant now) {
        return events.isEmpty() || events.getLast().at().isBefore(now)
                ? now
                : events.getLast().at();
    }
}
