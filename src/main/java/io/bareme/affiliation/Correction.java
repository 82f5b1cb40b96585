package io.bareme.affiliation;

import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Scheme;
import io.bareme.values.DateRange;
import java.util.Set;

/** What is henceforth known of a person's rights over some days; what was known of other days stands. */
public sealed interface Correction {

    /** Pseudonymous id. */
    String person();

    /** The days it speaks of. */
    DateRange days();

    /**
     * The person holds this.
     *
     * @param household the one that holds the enrolment
     * @param rank order of payment among the person's contracts, 1 to 9
     */
    record Enrolled(
            String person,
            String household,
            String enrolment,
            DateRange days,
            String level,
            int rank,
            boolean suspended)
            implements Correction {}

    /** The person holds nothing under this enrolment. */
    record NotEnrolled(String person, String household, String enrolment, DateRange days) implements Correction {}

    /** The person belongs to this compulsory scheme, with these exemptions. */
    record Compulsory(String person, DateRange days, Scheme scheme, Set<Exemption> exemptions) implements Correction {
        public Compulsory {
            exemptions = Set.copyOf(exemptions);
        }
    }
}
