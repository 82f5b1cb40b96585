package io.bareme.rulebook.wording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leaves the reading of a wording at the first thing that cannot be read. It never leaves this package. */
final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> allowed;
    private final @Nullable String maybe;

    NotUnderstood(String problem, String... allowed) {
        this(problem, null, List.of(allowed));
    }

    private NotUnderstood(String problem, @Nullable String maybe, List<String> allowed) {
        super(problem, null, false, false);
        this.maybe = maybe;
        this.allowed = allowed;
    }

    /** The same, with a wording that may be what was meant. */
    NotUnderstood maybe(String wording) {
        return new NotUnderstood(problem(), wording, allowed);
    }

    @Nullable
    String maybe() {
        return maybe;
    }

    String problem() {
        return String.valueOf(getMessage());
    }

    List<String> allowed() {
        return allowed;
    }
}
