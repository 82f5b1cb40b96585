package io.bareme.affiliation;

import io.bareme.adjudication.Scheme;
import io.bareme.values.DateRange;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member as a page lists them.
 *
 * @param id pseudonymous id, which is also the member's number
 * @param scheme the compulsory scheme today; null when it is not known
 * @param contracts what they hold, held or will hold, in order of payment, then of days
 */
public record MemberSummary(
        String id,
        String firstName,
        String lastName,
        LocalDate born,
        @Nullable Scheme scheme,
        List<Held> contracts) {

    public MemberSummary {
        contracts = List.copyOf(contracts);
    }

    /** First and last name. */
    public String name() {
        return firstName + " " + lastName;
    }

    /** What a person holds under one contract over some days. */
    public record Held(String contract, String product, String level, DateRange days, boolean suspended) {}
}
