package io.bareme.adjudication;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one limit that runs from date to date: each is opened by the care that first falls in none.
 *
 * @param prefix what the keys of all its windows begin with; the first day follows
 * @param months how long each window is
 * @param open the keys under which something is counted
 */
record LimitWindows(String prefix, int months, Set<String> open) {

    /** What ends the key of the counter of windows opened. */
    private static final String OPENED = "opened";

    /**
     * Where care of that day counts. A window that covers the day is used; should several cover it, what each used
     * counts. Care that comes to be known after a later window was opened, and whose own would overlap it, counts in that
     * later window: it never gets a second allowance. A window that had come to nothing may be taken of again once a
     * later one was opened within its months, as by the correction of a file that gave back: what both used counts.
     */
    LimitPlace at(LocalDate day) {
        List<LocalDate> opened = open.stream()
                .filter(key -> key.startsWith(prefix) && !key.endsWith(OPENED))
                .map(key -> LocalDate.parse(key.substring(prefix.length())))
                .sorted()
                .toList();
        List<LocalDate> covering = opened.stream()
                .filter(first -> !day.isBefore(first) && day.isBefore(first.plusMonths(months)))
                .toList();
        LocalDate from = covering.isEmpty() ? day : covering.getLast();
        List<LocalDate> later = opened.stream()
                .filter(first -> first.isAfter(day) && first.isBefore(from.plusMonths(months)))
                .toList();
        return covering.isEmpty() ? inNone(day, later) : within(covering, later);
    }

    private LimitPlace within(List<LocalDate> covering, List<LocalDate> later) {
        List<String> others = Stream.concat(covering.stream().skip(1), later.stream())
                .map(first -> prefix + first)
                .toList();
        return new LimitPlace(prefix + covering.getFirst(), others, first(later), null, null);
    }

    private LimitPlace inNone(LocalDate day, List<LocalDate> later) {
        return later.isEmpty()
                ? new LimitPlace(prefix + day, List.of(), null, prefix + OPENED, null)
                : new LimitPlace(prefix + later.getFirst(), List.of(), later.getFirst(), null, null);
    }

    private static @Nullable LocalDate first(List<LocalDate> days) {
        return days.isEmpty() ? null : days.getFirst();
    }
}
