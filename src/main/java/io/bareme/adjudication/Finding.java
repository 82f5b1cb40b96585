package io.bareme.adjudication;

import io.bareme.guarantee.Condition;
import java.util.Map;
import java.util.TreeMap;

/** What one coverage rule found on one care line. */
public sealed interface Finding {

    /** The rule's permanent id. */
    String rule();

    /** The care line's number. */
    int line();

    /** A word of {@code reasons}: people read its sentence in their language. */
    String reason();

    /** What the sentence names. */
    Map<String, String> parameters();

    /** Complementary contracts pay nothing for the line. */
    record Refuse(String rule, int line, String reason, Map<String, String> parameters) implements Finding {
        public Refuse {
            parameters = sorted(parameters);
        }
    }

    /** A person must look: a handler within the hour, or a doctor within the day. */
    record Refer(String rule, int line, String reason, Map<String, String> parameters, boolean medical)
            implements Finding {
        public Refer {
            parameters = sorted(parameters);
        }
    }

    /** Something is missing; the clock has not started. */
    record Require(String rule, int line, String reason, Map<String, String> parameters, String document)
            implements Finding {
        public Require {
            parameters = sorted(parameters);
        }
    }

    /** The line of the table that applies is the one under this condition. */
    record Choose(String rule, int line, String reason, Map<String, String> parameters, Condition variant)
            implements Finding {
        public Choose {
            parameters = sorted(parameters);
        }
    }

    /** A deductible of the compulsory scheme applies. */
    record Deduct(String rule, int line, String reason, Map<String, String> parameters, Deduction deduction)
            implements Finding {
        public Deduct {
            parameters = sorted(parameters);
        }
    }

    /** Something people should know; it changes neither the verdict nor an amount by itself. */
    record Note(String rule, int line, String reason, Map<String, String> parameters) implements Finding {
        public Note {
            parameters = sorted(parameters);
        }
    }

    /** What may be deducted from the compulsory share; the amounts are the regulation's. */
    enum Deduction {
        /** Majoration du ticket modérateur outside the care pathway (CSS L162-5-3, R160-6). */
        PATHWAY_PENALTY
    }

    private static Map<String, String> sorted(Map<String, String> parameters) {
        return java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
}
