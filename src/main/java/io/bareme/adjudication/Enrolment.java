package io.bareme.adjudication;

import io.bareme.values.DateRange;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person holds under one contract over some days. When it changes (suspended, another level), the same enrolment
 * follows with the other days. The members of a household share the enrolment, and with it the limits of the family.
 *
 * @param household the household that holds the contract; null when it is the person's own
 * @param id pseudonymous id, the second part of every counter's key
 * @param cover the days of care it covers
 * @param since contract years count from this day
 * @param suspended rights are held back (unpaid premium, missing papers): claims wait, they are not refused
 */
public record Enrolment(
        @Nullable String household,
        String id,
        String product,
        String level,
        DateRange cover,
        LocalDate since,
        boolean suspended) {

    /** Of the person's own household, since the first day that it covers. */
    public Enrolment(String id, String product, String level, DateRange cover, boolean suspended) {
        this(null, id, product, level, cover, cover.first(), suspended);
    }
}
