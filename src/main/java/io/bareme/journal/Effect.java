package io.bareme.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What a decision does to the limits it moves. */
public sealed interface Effect {

    /** The care was given: it counts for good. */
    record Consumes() implements Effect {}

    /** What would be granted is kept for a while: it counts until it is released, or until that moment. */
    record Reserves(Instant until) implements Effect {}

    /**
     * The care is promised: a commitment is made, and what it takes counts until it is released or has expired.
     *
     * @param number see {@link CommitmentNumber}
     * @param firstDay of the care that is promised
     * @param lastDay of the care that is promised
     */
    record Promises(String number, LocalDate firstDay, LocalDate lastDay) implements Effect {}

    /** It waits for a person, and takes nothing: what a commitment reserves for it stays where it is. */
    record Waits() implements Effect {}

    /** When what is promised until a day is given back: once that day is over, in UTC, which is no earlier than ours. */
    static Instant expiry(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
