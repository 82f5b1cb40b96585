package io.bareme.rulebook.drools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with one file of rules. */
final class Problems {

    private final String file;
    private final List<RuleProblem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    void add(int line, String says) {
        found.add(new RuleProblem(file, Math.max(line, 1), says));
    }

    void add(int line, String says, String maybe) {
        add(line, says + "\nMaybe " + maybe);
    }

    /** A word that is not among the allowed ones; names the nearest when it is near enough. */
    void unknown(int line, String says, String word, Collection<String> allowed) {
        String nearest = nearest(word, allowed);
        String all = says + ". Allowed: " + String.join(", ", allowed);
        add(line, nearest == null ? all : all + "\nMaybe " + nearest);
    }

    List<RuleProblem> all() {
        return List.copyOf(found);
    }

    private static @Nullable String nearest(String word, Collection<String> allowed) {
        String best = null;
        int least = Math.max(1, word.length() / 3) + 1;
        for (String candidate : allowed) {
            int distance = distance(word, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** How many letters to insert, remove or replace (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
