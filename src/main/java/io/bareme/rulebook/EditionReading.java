package io.bareme.rulebook;

import io.bareme.adjudication.Edition;
import io.bareme.rulebook.cases.SkippedCase;
import io.bareme.rulebook.cases.WorkedCase;
import io.bareme.rulebook.files.Problem;
import java.util.List;

/** What came of reading and compiling an edition: all of it, or none. */
public sealed interface EditionReading {

    /**
     * Every file was understood.
     *
     * @param cases those to run
     * @param skipped cases of the harness about products that are not of this edition
     */
    record Ready(Edition edition, List<WorkedCase> cases, List<SkippedCase> skipped) implements EditionReading {
        public Ready {
            cases = List.copyOf(cases);
            skipped = List.copyOf(skipped);
        }
    }

    /** Nothing was loaded. The problems of all files, by file. */
    record Broken(List<Problem> problems) implements EditionReading {
        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
