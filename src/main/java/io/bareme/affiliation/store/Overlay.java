package io.bareme.affiliation.store;

import io.bareme.values.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a correction of some days does to the rows known so far: those it touches are no longer known, and what stands of
 * them before and after these days is written anew.
 *
 * @param touched rows that are no longer what we know
 * @param remnants rows that say what stands of them
 */
record Overlay<R extends DatedRow<R>>(List<R> touched, List<R> remnants) {

    static <R extends DatedRow<R>> Overlay<R> of(List<R> known, DateRange corrected, Instant from) {
        List<R> touched =
                known.stream().filter(row -> row.days().overlaps(corrected)).toList();
        List<R> remnants = new ArrayList<>();
        for (R row : touched) {
            outside(row.days(), corrected).forEach(days -> remnants.add(row.over(days, from)));
        }
        return new Overlay<>(touched, List.copyOf(remnants));
    }

    /** The days of one range that are not in the other: none, one or two ranges. */
    static List<DateRange> outside(DateRange days, DateRange other) {
        List<DateRange> outside = new ArrayList<>();
        if (days.first().isBefore(other.first())) {
            LocalDate before = other.first().minusDays(1);
            boolean endsBefore = days.last() != null && days.last().isBefore(before);
            outside.add(new DateRange(days.first(), endsBefore ? days.last() : before));
        }
        if (other.last() != null && (days.last() == null || days.last().isAfter(other.last()))) {
            LocalDate after = other.last().plusDays(1);
            outside.add(new DateRange(days.first().isAfter(after) ? days.first() : after, days.last()));
        }
        return outside;
    }
}
