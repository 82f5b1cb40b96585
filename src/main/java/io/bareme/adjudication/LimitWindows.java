package io.bareme.adjudication;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

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
     * later window: it never gets a second allowance.
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
        if (!covering.isEmpty()) {
            List<String> others =
                    covering.stream().skip(1).map(first -> prefix + first).toList();
            return new LimitPlace(prefix + covering.getFirst(), others, null, null, null);
        }
        return opened.stream()
                .filter(first -> first.isAfter(day) && first.isBefore(day.plusMonths(months)))
                .findFirst()
                .map(later -> new LimitPlace(prefix + later, List.of(), later, null, null))
                .orElseGet(() -> new LimitPlace(prefix + day, List.of(), null, prefix + OPENED, null));
    }
}
