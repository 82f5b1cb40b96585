package io.bareme.rulebook.drools;

import io.bareme.rulebook.files.Nearest;
import io.bareme.rulebook.files.Problems;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with one file of rules, line by line. */
record Complaints(String file, Problems problems) {

    void add(int line, String value, String message, String allowed) {
        add(line, value, message, allowed, null);
    }

    void add(int line, String value, String message, String allowed, @Nullable String maybe) {
        problems.add(file, "line " + Math.max(line, 1), value, message, allowed, maybe);
    }

    /** A word that is not among the allowed ones; names the nearest when it is near enough. */
    void unknown(int line, String value, String message, String word, Collection<String> allowed) {
        String nearest = Nearest.word(word, allowed);
        add(line, value, message, String.join(", ", allowed), nearest == null ? null : '"' + nearest + '"');
    }
}
