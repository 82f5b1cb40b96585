package io.bareme.rulebook.files;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the known word that somebody perhaps meant. */
public final class Nearest {

    private Nearest() {}

    /** The nearest known word, in quotation marks; null when none differs in a third of its letters or less. */
    public static @Nullable String to(String word, Collection<String> known) {
        String nearest = word(word, known);
        return nearest == null ? null : '"' + nearest + '"';
    }

    /** The nearest known word; null when none differs in a third of its letters or less. */
    public static @Nullable String word(String word, Collection<String> known) {
        String nearest = null;
        int least = Math.max(1, word.length() / 3) + 1;
        for (String candidate : known.stream().sorted().toList()) {
            int distance = distance(fold(word), fold(candidate));
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static String fold(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /** How many letters must be changed, added or taken away to make one of the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[above.length - 1];
    }
}
