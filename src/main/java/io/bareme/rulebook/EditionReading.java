package io.bareme.rulebook;

import io.bareme.adjudication.Edition;
import io.bareme.rulebook.cases.WorkedCase;
import io.bareme.rulebook.files.Problem;
import java.util.List;

/** What came of reading and compiling an edition: all of it, or none. */
public sealed interface EditionReading {

    /** Every file was understood. */
    record Ready(Edition edition, List<WorkedCase> cases) implements EditionReading {
        public Ready {
            cases = List.copyOf(cases);
        }
    }

    /** Nothing was loaded. The problems of all files, by file. */
    record Broken(List<Problem> problems) implements EditionReading {
        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
