package io.bareme.eligibility;

import io.bareme.adjudication.Allowance;
import io.bareme.adjudication.Allowances;
import io.bareme.adjudication.Cover;
import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Rights;
import io.bareme.eligibility.Eligibility.Held;
import io.bareme.eligibility.Eligibility.Kind;
import io.bareme.eligibility.Eligibility.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How each contract of a member stands on a day. */
final class ContractsHeld {

    private final Rights rights;
    private final LocalDate day;
    private final Allowances allowances;

    ContractsHeld(Rights rights, LocalDate day, Allowances allowances) {
        this.rights = rights;
        this.day = day;
        this.allowances = allowances;
    }

    /** Those open on the day in order of payment, then the others as they are declared. */
    List<Held> all() {
        List<Cover> covers = allowances.covers();
        List<Held> all = new ArrayList<>();
        for (Cover cover : covers) {
            all.add(new Held(
                    cover.enrolment(), state(cover.enrolment()), cover, shared(cover), allowances.renewals(cover)));
        }
        for (Enrolment enrolment : rights.enrolments()) {
            if (covers.stream().noneMatch(cover -> cover.enrolment().equals(enrolment))) {
                State state = state(enrolment);
                boolean open = state.kind() == Kind.OPEN || state.kind() == Kind.SUSPENDED;
                all.add(new Held(enrolment, open ? new State(Kind.NO_TABLE, null) : state, null, List.of(), List.of()));
            }
        }
        return all;
    }

    private List<Allowance> shared(Cover cover) {
        return Stream.concat(
                        cover.level().limits().stream().map(limit -> allowances.of(cover, limit)),
                        cover.level().deductibles().stream()
                                .map(deductible -> allowances.of(cover, deductible))
                                .filter(Objects::nonNull))
                .toList();
    }

    private State state(Enrolment enrolment) {
        LocalDate last = enrolment.cover().last();
        if (day.isBefore(enrolment.cover().first())) {
            return new State(Kind.WAITING, enrolment.cover().first());
        }
        if (last != null && day.isAfter(last)) {
            return new State(Kind.CLOSED, last.plusDays(1));
        }
        return new State(enrolment.suspended() ? Kind.SUSPENDED : Kind.OPEN, null);
    }

    /** Open as soon as one is; else what comes next, or when the last one ended. */
    State together() {
        List<State> states = rights.enrolments().stream().map(this::state).toList();
        return Stream.of(Kind.OPEN, Kind.SUSPENDED)
                .filter(kind -> states.stream().anyMatch(state -> state.kind() == kind))
                .findFirst()
                .map(kind -> new State(kind, null))
                .or(() -> of(states, Kind.WAITING).min(BY_DAY))
                .or(() -> of(states, Kind.CLOSED).max(BY_DAY))
                .orElseGet(() -> new State(Kind.NONE, null));
    }

    private static final Comparator<State> BY_DAY = Comparator.comparing(state -> Objects.requireNonNull(state.from()));

    private static Stream<State> of(List<State> states, Kind kind) {
        return states.stream().filter(state -> state.kind() == kind);
    }
}
