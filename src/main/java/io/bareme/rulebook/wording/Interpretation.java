package io.bareme.rulebook.wording;

import io.bareme.guarantee.Formula;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cell's wording was found to mean under its table's header. A refusal is an answer, not an error. */
public sealed interface Interpretation {

    /** One meaning, and only one. */
    record Understood(Formula formula) implements Interpretation {}

    /** A dash where the header says a dash repeats the base level: only the table knows what that level says. */
    record SameAsBaseLevel() implements Interpretation {}

    /**
     * Not read, so that nobody is paid on a guess.
     *
     * @param problem the words, where they stand, and what is wrong with them
     * @param allowed what could have stood there; empty when there is no short list
     * @param maybe a wording near to it that is understood, to put before a person and never to use by itself
     */
    record Refused(
            String problem, List<String> allowed, @Nullable String maybe) implements Interpretation {
        public Refused {
            allowed = List.copyOf(allowed);
        }

        /** On one line: the problem, what was allowed, and the suggestion. */
        public String onOneLine() {
            StringBuilder line = new StringBuilder(problem);
            if (!allowed.isEmpty()) {
                line.append(". Allowed: ").append(String.join(", ", allowed));
            }
            if (maybe != null) {
                line.append(". Maybe: ").append(maybe);
            }
            return line.toString();
        }
    }
}
