package io.bareme.authorization;

import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.ClockClass;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Rights;
import io.bareme.authorization.CaseClock.Reading;
import io.bareme.authorization.ClockEvents.Case;
import io.bareme.decision.Caller;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.journal.Cancellation;
import io.bareme.journal.Hearing;
import io.bareme.journal.Input;
import io.bareme.journal.Journal;
import io.bareme.journal.StoredDecision;
import io.bareme.regulation.CountedTime;
import io.bareme.regulation.WorkingCalendar;
import io.bareme.rulebook.BrokenEdition;
import io.bareme.rulebook.Rulebook;
import io.bareme.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How long referred cases have waited for a person, and which warnings are due. */
@Service
public final class CaseClocks {

    /** The name by which the journal knows this listener. */
    static final String LISTENER = "clocks";

    private static final int AT_ONCE = 200;
    private static final int ALL = 100;

    private final Journal journal;
    private final Rulebook rulebook;
    private final Clock clock;
    private final ClockEvents events;
    private final WaitingCases waiting;

    CaseClocks(DataSource database, Journal journal, Rulebook rulebook, Clock clock) {
        JdbcClient sql = JdbcClient.create(database);
        this.journal = journal;
        this.rulebook = rulebook;
        this.clock = clock;
        this.events = new ClockEvents(sql);
        this.waiting = new WaitingCases(sql);
    }

    /**
     * The deadline of a case, as an answer tells it.
     *
     * @param inWorkingHours whether only those count, because every contract of the case says so
     * @param holidaysUnknown the years it runs through of which not all holidays are known: they counted as working days
     */
    public record Deadline(Reading reading, boolean inWorkingHours, List<Integer> holidaysUnknown) {
        public Deadline {
            holidaysUnknown = List.copyOf(holidaysUnknown);
        }

        private Deadline cancelled() {
            return new Deadline(reading.cancelled(), inWorkingHours, holidaysUnknown);
        }
    }

    /** A part of a case's time is used up; {@code percent} 100 is the deadline itself. */
    public record Warning(StoredDecision decision, int percent, Instant deadline) {}

    /** The deadline as it is now; empty where the request was answered at once. */
    public Optional<Deadline> of(Caller caller, StoredDecision decision) {
        return Tenancy.as(caller.tenant(), () -> of(decision, clock.instant()));
    }

    /** The deadline as it was when the request had just been answered: nothing had happened to it yet. */
    public Optional<Deadline> atReceipt(Caller caller, StoredDecision decision) {
        return Tenancy.as(caller.tenant(), () -> asked(decision, decision.received(), stored -> frame(stored, null)));
    }

    /** The deadline as it was when the request was cancelled. */
    public Optional<Deadline> of(Caller caller, StoredDecision decision, Cancellation cancelled) {
        return Tenancy.as(
                caller.tenant(),
                () -> asked(decision, cancelled.at(), this::clockOf).map(Deadline::cancelled));
    }

    private Optional<Deadline> of(StoredDecision decision, Instant now) {
        Optional<Deadline> deadline = asked(decision, now, this::clockOf);
        return deadline.isPresent() && cancelled(decision).isPresent() ? deadline.map(Deadline::cancelled) : deadline;
    }

    private static Optional<Deadline> asked(
            StoredDecision decision, Instant now, Function<StoredDecision, Optional<CaseClock>> clock) {
        return decision.decision().clock() == ClockClass.NOT_STARTED
                ? Optional.of(new Deadline(Reading.notStarted(), false, List.of()))
                : clock.apply(decision).map(one -> deadline(one, now));
    }

    private Optional<Cancellation> cancelled(StoredDecision decision) {
        return journal.cancelledRequests().of(tenant(), decision.id());
    }

    static Deadline deadline(CaseClock clock, Instant now) {
        Reading reading = clock.at(now);
        if (!(clock.time() instanceof WorkingCalendar calendar)) {
            return new Deadline(reading, false, List.of());
        }
        Instant last = reading.deadline() == null ? now : reading.deadline();
        List<Integer> unknown = IntStream.rangeClosed(
                        LocalDate.ofInstant(clock.started(), calendar.zone()).getYear(),
                        LocalDate.ofInstant(last, calendar.zone()).getYear())
                .filter(year -> !calendar.knows(year))
                .boxed()
                .toList();
        return new Deadline(reading, true, unknown);
    }

    /** Empty where no person is waited for, or was. */
    private Optional<CaseClock> clockOf(StoredDecision stored) {
        return frame(stored).map(frame -> frame.with(events.of(caseOf(stored))));
    }

    /** A clock without what happened to it; empty where no person is waited for, or was. */
    Optional<CaseClock> frame(StoredDecision stored) {
        return allowed(stored)
                .flatMap(_ -> frame(
                        stored,
                        journal.inPlaceOf(tenant(), stored.id())
                                .map(StoredDecision::received)
                                .or(() -> cancelled(stored).map(Cancellation::at))
                                .orElse(null)));
    }

    /** Nobody is waited for any more. */
    void ended(String tenant, StoredDecision decision) {
        Tenancy.run(tenant, () -> waiting.settled(tenant, decision.id()));
    }

    private Optional<CaseClock> frame(StoredDecision stored, @Nullable Instant settled) {
        return allowed(stored)
                .map(allowed ->
                        new CaseClock(stored.received(), allowed, time(stored, stored.input()), List.of(), settled));
    }

    private static Optional<Duration> allowed(StoredDecision stored) {
        return stored.input().claim().kind() == ClaimKind.AUTHORIZATION
                ? CaseClock.allowed(stored.decision().clock())
                : Optional.empty();
    }

    static Case caseOf(StoredDecision stored) {
        Rights rights = stored.input().rights();
        return new Case(tenant(), rights == null ? "-" : rights.household(), stored.id());
    }

    private static String tenant() {
        return Tenancy.current().orElseThrow();
    }

    /** Working hours where every contract that covers the care counts so; else all time. */
    private CountedTime time(StoredDecision stored, Input input) {
        Rights rights = input.rights();
        Edition edition = edition(stored.edition());
        if (rights == null || edition == null) {
            return new CountedTime.DayAndNight();
        }
        LocalDate day = input.claim().lines().getFirst().date();
        List<GuaranteeTable> tables = rights.enrolments().stream()
                .filter(enrolment -> enrolment.cover().contains(day))
                .map(Enrolment::product)
                .map(product -> edition.table(product, day))
                .filter(Objects::nonNull)
                .toList();
        return !tables.isEmpty() && tables.stream().allMatch(GuaranteeTable::inWorkingHours)
                ? edition.regulation().workingTime(tables.getFirst().country())
                : new CountedTime.DayAndNight();
    }

    private @Nullable Edition edition(String hash) {
        try {
            return rulebook.byHash(hash).orElse(null);
        } catch (BrokenEdition unreadableNow) {
            return null;
        }
    }

    /** Learns from the journal which cases of an organisation wait, and which no longer do; how many it heard of. */
    public int follow(String tenant) {
        return Tenancy.as(tenant, () -> journal.deliver(tenant, LISTENER, Hearing.OF_PEOPLE, AT_ONCE, this::hear));
    }

    private void hear(StoredDecision decision) {
        if (decision.supersedes() != null) {
            waiting.settled(tenant(), decision.supersedes());
        }
        clockOf(decision).filter(one -> one.settled() == null).ifPresent(one -> waiting.put(caseOf(decision), one));
    }

    /**
     * Gives every warning of an organisation that is due and was not given yet: the latest of each case alone, so that a
     * service that was away does not warn three times of one. At least once: a warning that was given twice bears the
     * same decision and percent.
     */
    public int warn(String tenant, Consumer<Warning> to) {
        return Tenancy.as(
                tenant,
                () -> waiting.due(tenant, clock.instant(), AT_ONCE).stream()
                        .mapToInt(due -> warn(due, to))
                        .sum());
    }

    private int warn(WaitingCases.Due due, Consumer<Warning> to) {
        StoredDecision decision = journal.find(tenant(), due.decision()).orElseThrow();
        Case one = caseOf(decision);
        CaseClock running = clockOf(decision).orElseThrow();
        if (running.settled() != null) {
            waiting.settled(one.tenant(), one.decision());
            return 0;
        }
        List<Integer> reached = running.due(clock.instant());
        int percent = reached.isEmpty() ? 0 : reached.getLast();
        if (percent <= due.told()) {
            waiting.moved(one, running);
            return 0;
        }
        to.accept(new Warning(decision, percent, running.reached(ALL).orElseGet(clock::instant)));
        waiting.told(one, percent, running);
        return 1;
    }

    /** The nearest deadline of an organisation's cases that wait, passed or not. */
    public Optional<Instant> nearestDeadline(String tenant) {
        return Tenancy.as(tenant, () -> waiting.nearestDeadline(tenant));
    }
}
