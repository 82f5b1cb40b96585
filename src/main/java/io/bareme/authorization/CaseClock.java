package io.bareme.authorization;

import io.bareme.adjudication.ClockClass;
import io.bareme.regulation.CountedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a referred case: a person has so much time, which runs from its receipt until it is settled, but not while
 * a piece that was asked for is awaited. It is no part of the decision: it is read, never stored.
 *
 * @param allowed in counted time
 * @param events in their order
 * @param settled when a later decision took its place, or it was cancelled; null while it waits
 */
public record CaseClock(
        Instant started,
        Duration allowed,
        CountedTime time,
        List<ClockEvent> events,
        @Nullable Instant settled) {

    /** Without medical regulation, as published by the market (Allianz Maroc: 60 minutes). */
    static final Duration BY_A_HANDLER = Duration.ofMinutes(60);
    /** With medical regulation (Allianz Maroc: 24 hours). */
    static final Duration BY_A_DOCTOR = Duration.ofHours(24);

    /** Warnings are given when so much of the time is used, in percent. Our choice. */
    static final List<Integer> WARNINGS = List.of(50, 75, 90);

    private static final int ALL = 100;

    public CaseClock {
        events = List.copyOf(events);
    }

    CaseClock with(List<ClockEvent> happened) {
        return new CaseClock(started, allowed, time, happened, settled);
    }

    /** Empty where nobody is waited for, or the request is incomplete: nothing runs yet. */
    static Optional<Duration> allowed(ClockClass clock) {
        return switch (clock) {
            case HOUR -> Optional.of(BY_A_HANDLER);
            case DAY -> Optional.of(BY_A_DOCTOR);
            case INSTANT, NOT_STARTED -> Optional.empty();
        };
    }

    /**
     * What a clock says at a moment.
     *
     * @param deadline when the time is, or was, used up; null while the clock is stopped and has not used it up
     * @param gross since the receipt, pieces awaited included, day and night
     * @param net of it, what counts
     * @param pausedFor the pieces that are awaited
     */
    public record Reading(
            State state,
            @Nullable Instant deadline,
            Duration allowed,
            Duration gross,
            Duration net,
            List<String> pausedFor,
            boolean breached) {
        public Reading {
            pausedFor = List.copyOf(pausedFor);
        }

        /** Of a request that is incomplete. */
        static Reading notStarted() {
            return new Reading(State.NOT_STARTED, null, Duration.ZERO, Duration.ZERO, Duration.ZERO, List.of(), false);
        }

        /** The same, where it ended because the request was cancelled. */
        Reading cancelled() {
            return new Reading(State.CANCELLED, deadline, allowed, gross, net, List.of(), breached);
        }
    }

    /** Of a clock. */
    public enum State {
        /** Something is missing: the request is incomplete. */
        NOT_STARTED,
        RUNNING,
        /** For a piece that was asked for. */
        PAUSED,
        SETTLED,
        /** By who asked for it: nobody settles it any more. */
        CANCELLED
    }

    /** Time that counts, from a moment to another; an open end while it runs on. */
    private record Run(Instant from, @Nullable Instant to) {}

    public Reading at(Instant now) {
        Instant end = settled != null && settled.isBefore(now) ? settled : now;
        List<String> awaited = List.copyOf(awaited(end));
        State running = awaited.isEmpty() ? State.RUNNING : State.PAUSED;
        Optional<Instant> deadline = reached(ALL);
        return new Reading(
                end.equals(settled) ? State.SETTLED : running,
                deadline.orElse(null),
                allowed,
                Duration.between(started, end),
                net(end),
                end.equals(settled) ? List.of() : awaited,
                deadline.filter(due -> due.isBefore(end)).isPresent());
    }

    /** When so many percent of the time are, or were, used; empty while the clock is stopped before. */
    public Optional<Instant> reached(int percent) {
        Duration left = allowed.multipliedBy(percent).dividedBy(ALL);
        for (Run run : runs()) {
            Duration here = run.to() == null ? left : time.between(run.from(), run.to());
            if (here.compareTo(left) >= 0) {
                return Optional.of(time.after(run.from(), left));
            }
            left = left.minus(here);
        }
        return Optional.empty();
    }

    /** The percents of all warnings, and of the deadline itself, that are due by a moment. */
    public List<Integer> due(Instant now) {
        List<Integer> due = new ArrayList<>();
        for (int percent : stages()) {
            if (reached(percent).filter(moment -> !moment.isAfter(now)).isPresent()) {
                due.add(percent);
            }
        }
        return due;
    }

    /** When the next warning after one is due, or the deadline itself; empty after it, or while the clock is stopped. */
    public Optional<Instant> nextAfter(int percent) {
        return stages().stream().filter(stage -> stage > percent).findFirst().flatMap(this::reached);
    }

    private static List<Integer> stages() {
        List<Integer> stages = new ArrayList<>(WARNINGS);
        stages.add(ALL);
        return stages;
    }

    private Duration net(Instant end) {
        Duration net = Duration.ZERO;
        for (Run run : runs()) {
            Instant to = run.to() == null || run.to().isAfter(end) ? end : run.to();
            net = net.plus(time.between(run.from(), to));
        }
        return net;
    }

    /** The pieces awaited at a moment. */
    private SequencedSet<String> awaited(Instant when) {
        SequencedSet<String> awaited = new LinkedHashSet<>();
        events.stream().filter(event -> !event.at().isAfter(when)).forEach(event -> apply(event, awaited));
        return awaited;
    }

    private static void apply(ClockEvent event, SequencedSet<String> awaited) {
        switch (event) {
            case ClockEvent.Paused paused -> awaited.add(paused.piece());
            case ClockEvent.Resumed resumed -> awaited.remove(resumed.piece());
        }
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        SequencedSet<String> awaited = new LinkedHashSet<>();
        Instant since = started;
        for (ClockEvent event : events) {
            boolean ran = awaited.isEmpty();
            apply(event, awaited);
            if (ran && !awaited.isEmpty()) {
                runs.add(new Run(since, event.at()));
            } else if (!ran && awaited.isEmpty()) {
                since = event.at();
            }
        }
        if (awaited.isEmpty()) {
            runs.add(new Run(since, null));
        }
        return runs;
    }
}
