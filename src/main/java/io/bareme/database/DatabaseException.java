package io.bareme.database;

/** The server on board cannot be used: what happened, and what to do about it. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String problem;
    private final String advice;

    DatabaseException(String problem, String advice) {
        super(problem + System.lineSeparator() + "Maybe " + advice);
        this.problem = problem;
        this.advice = advice;
    }

    /** What happened. */
    public String problem() {
        return problem;
    }

    /** What to try, without the leading "Maybe". */
    public String advice() {
        return advice;
    }
}
