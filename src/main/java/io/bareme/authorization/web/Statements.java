package io.bareme.authorization.web;

import io.bareme.authorization.CaseClock.Reading;
import io.bareme.authorization.CaseClock.State;
import io.bareme.authorization.CaseClocks;
import io.bareme.authorization.CaseClocks.Deadline;
import io.bareme.decision.Caller;
import io.bareme.exchange.Statement;
import io.bareme.exchange.StatementDeadline;
import io.bareme.explanation.Language;
import io.bareme.journal.StoredDecision;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Recorded authorizations as the API tells them. */
@Component
class Statements {

    private final CaseClocks clocks;

    Statements(CaseClocks clocks) {
        this.clocks = clocks;
    }

    /** As it is now. */
    Statement now(Caller caller, StoredDecision decision, Language language) {
        return of(decision, clocks.of(caller, decision), language);
    }

    /** As it was when the request had just been answered: the same whenever the request is sent again. */
    Statement atReceipt(Caller caller, StoredDecision decision, Language language) {
        return of(decision, clocks.atReceipt(caller, decision), language);
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
                .with(deadline.map(Statements::told).orElse(null));
    }

    private static StatementDeadline told(Deadline deadline) {
        Reading reading = deadline.reading();
        if (reading.state() == State.NOT_STARTED) {
            return StatementDeadline.notStarted();
        }
        return new StatementDeadline(
                reading.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
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
