package io.bareme.adjudication;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A person's rights, as known at the moment they were read.
 *
 * @param person pseudonymous id
 * @param household pseudonymous id of the household, the first part of every counter's key
 * @param enrolments the contracts, in their order of payment
 */
public record Rights(
        String person,
        String household,
        LocalDate born,
        Scheme scheme,
        Set<Exemption> exemptions,
        List<Enrolment> enrolments) {

    public Rights {
        exemptions = Set.copyOf(exemptions);
        enrolments = List.copyOf(enrolments);
    }

    /** Full years of age on that day; negative before birth. */
    public int ageOn(LocalDate day) {
        if (day.isBefore(born)) {
            return -1;
        }
        return java.time.Period.between(born, day).getYears();
    }
}
