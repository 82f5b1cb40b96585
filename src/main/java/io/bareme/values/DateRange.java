package io.bareme.values;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days from the first to the last, both included. Without a last day it is still open. */
public record DateRange(LocalDate first, @Nullable LocalDate last) {

    public DateRange {
        if (last != null && last.isBefore(first)) {
            throw new IllegalArgumentException("The last day " + last + " is before the first day " + first);
        }
    }

    public static DateRange from(LocalDate first) {
        return new DateRange(first, null);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && (last == null || !day.isAfter(last));
    }

    public boolean overlaps(DateRange other) {
        return (other.last == null || !first.isAfter(other.last)) && (last == null || !other.first.isAfter(last));
    }
}
