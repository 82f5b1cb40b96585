package io.bareme.adjudication;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one limit counts what one care line takes.
 *
 * @param key the counter's key; null when the line does not say what the limit counts by
 * @param others further windows of the same limit that the day falls in, or that begin after it within the months of the
 *     first: what they used counts too
 * @param later the first day of a window after this day, which was opened before this earlier care was known or changed;
 *     null when care comes in the order of its dates
 * @param opens the counter of windows opened, which moves when care opens one: two claims decided at once on different
 *     days cannot both open their own; null when no window is opened
 * @param unsaid what the line must say: a word of the documents; null when it says enough
 */
record LimitPlace(
        @Nullable String key,
        List<String> others,
        @Nullable LocalDate later,
        @Nullable String opens,
        @Nullable String unsaid) {

    LimitPlace {
        others = List.copyOf(others);
    }

    /** Whether a later window begins within the months of the one that counts. */
    boolean overlapped() {
        return later != null && !others.isEmpty();
    }

    static LimitPlace at(String key) {
        return new LimitPlace(key, List.of(), null, null, null);
    }

    static LimitPlace unsaid(String what) {
        return new LimitPlace(null, List.of(), null, null, what);
    }
}
