package io.bareme.rulebook.wording;

import java.util.List;

/** Leaves the reading of a wording at the first thing that cannot be read. It never leaves this package. */
final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> allowed;

    NotUnderstood(String problem, String... allowed) {
        super(problem, null, false, false);
        this.allowed = List.of(allowed);
    }

    String problem() {
        return String.valueOf(getMessage());
    }

    List<String> allowed() {
        return allowed;
    }
}
