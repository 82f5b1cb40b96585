package io.bareme.adjudication;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person's rights, as known at the moment they were read.
 *
 * @param person pseudonymous id
 * @param household pseudonymous id of the household, the first part of every counter's key
 * @param scheme the compulsory scheme, until the first change
 * @param exemptions of that scheme, until the first change
 * @param enrolments the contracts, in their order of payment
 * @param changes of scheme or exemptions among the days of care, each of a later day and in the same country; null
 *     when there is none
 */
public record Rights(
        String person,
        String household,
        LocalDate born,
        Scheme scheme,
        Set<Exemption> exemptions,
        List<Enrolment> enrolments,
        @Nullable List<SchemeChange> changes) {

    public Rights {
        exemptions = Set.copyOf(exemptions);
        enrolments = List.copyOf(enrolments);
        changes = changes == null ? null : List.copyOf(changes);
        if (changes != null) {
            check(scheme, changes);
        }
    }

    /** Of somebody whose scheme never changes. */
    public Rights(
            String person,
            String household,
            LocalDate born,
            Scheme scheme,
            Set<Exemption> exemptions,
            List<Enrolment> enrolments) {
        this(person, household, born, scheme, exemptions, enrolments, null);
    }

    private static void check(Scheme scheme, List<SchemeChange> changes) {
        for (int i = 0; i < changes.size(); i++) {
            SchemeChange change = changes.get(i);
            if (!change.scheme().country().equals(scheme.country())) {
                throw new IllegalArgumentException("A scheme changes within its country: " + change);
            }
            if (i > 0 && !changes.get(i - 1).from().isBefore(change.from())) {
                throw new IllegalArgumentException("Changes of scheme are in the order of their days: " + changes);
            }
        }
    }

    /** The same, with those changes. */
    public Rights with(List<SchemeChange> later) {
        return new Rights(person, household, born, scheme, exemptions, enrolments, later.isEmpty() ? null : later);
    }

    /** The compulsory scheme on that day. */
    public Scheme schemeOn(LocalDate day) {
        SchemeChange change = lastChange(day);
        return change == null ? scheme : change.scheme();
    }

    /** Whether the scheme, the exemptions and the contracts are the same on two days. */
    boolean sameOn(LocalDate one, LocalDate other) {
        return schemeOn(one) == schemeOn(other)
                && exemptionsOn(one).equals(exemptionsOn(other))
                && enrolments.stream()
                        .allMatch(enrolment -> enrolment.cover().contains(one)
                                == enrolment.cover().contains(other));
    }

    /** The exemptions on that day. */
    public Set<Exemption> exemptionsOn(LocalDate day) {
        SchemeChange change = lastChange(day);
        return change == null ? exemptions : change.exemptions();
    }

    private @Nullable SchemeChange lastChange(LocalDate day) {
        SchemeChange last = null;
        for (SchemeChange change : changes == null ? List.<SchemeChange>of() : changes) {
            if (!change.from().isAfter(day)) {
                last = change;
            }
        }
        return last;
    }

    /** The person's own household, and those that hold contracts the person is enrolled in: whose limits care may move. */
    public Set<String> households() {
        return Stream.concat(
                        Stream.of(household),
                        enrolments.stream().map(Enrolment::household).filter(Objects::nonNull))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Full years of age on that day; negative before birth. */
    public int ageOn(LocalDate day) {
        if (day.isBefore(born)) {
            return -1;
        }
        return java.time.Period.between(born, day).getYears();
    }
}
