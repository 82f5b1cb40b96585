package io.bareme.affiliation;

import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.values.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that one version of what is known says of a person's rights, whatever the day.
 *
 * @param compulsory the schemes they are, were or will be in
 * @param enrolments closed and future ones included, in order of payment
 */
public record RightsHistory(
        String person, String household, LocalDate born, List<Affiliation> compulsory, List<Enrolment> enrolments) {

    public RightsHistory {
        compulsory = List.copyOf(compulsory);
        enrolments = List.copyOf(enrolments);
    }

    /** A compulsory scheme, for some days. */
    public record Affiliation(DateRange days, Scheme scheme, Set<Exemption> exemptions) {}

    /** Empty when nothing is known of the compulsory scheme on that day. */
    Optional<Rights> on(LocalDate day) {
        return compulsory.stream()
                .filter(one -> one.days().contains(day))
                .findFirst()
                .map(one -> new Rights(person, household, born, one.scheme(), one.exemptions(), enrolments));
    }
}
