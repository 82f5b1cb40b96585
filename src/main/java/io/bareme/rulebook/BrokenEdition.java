package io.bareme.rulebook;

import io.bareme.rulebook.files.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** An edition that the program cannot do without could not be read. */
public final class BrokenEdition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    BrokenEdition(String which, List<Problem> problems) {
        super(which + "\n\n" + problems.stream().map(Problem::render).collect(Collectors.joining("\n\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
