package io.bareme.rulebook.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is wrong with all files of an edition, so that one answer names everything. Of one file no more than
 * {@value #MOST_PER_FILE} problems are kept, and a last one says how many more there are.
 */
public final class Problems {

    /** Beyond this, the rest of a file's problems is only counted. */
    static final int MOST_PER_FILE = 50;

    private final List<Problem> found = new ArrayList<>();
    private final Map<String, Integer> byFile = new HashMap<>();

    public void add(Problem problem) {
        if (byFile.merge(problem.file(), 1, Integer::sum) <= MOST_PER_FILE) {
            found.add(problem);
        }
    }

    public void add(String file, String place, String value, String message, String allowed, @Nullable String maybe) {
        add(new Problem(file, place, value, message, allowed, maybe));
    }

    /** How many were found, those that are only counted included. */
    public int count() {
        return byFile.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether a file whose path begins so has a problem. */
    boolean concern(String path) {
        return byFile.keySet().stream().anyMatch(file -> file.startsWith(path));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** By file, then in the order in which they were found. */
    public List<Problem> all() {
        List<Problem> all = new ArrayList<>(found);
        byFile.forEach((file, count) -> {
            if (count > MOST_PER_FILE) {
                String more = (count - MOST_PER_FILE) + " more problems of this file are not shown";
                all.add(new Problem(file, "", "", more, "mend those above first", null));
            }
        });
        all.sort(java.util.Comparator.comparing(Problem::file));
        return List.copyOf(all);
    }
}
