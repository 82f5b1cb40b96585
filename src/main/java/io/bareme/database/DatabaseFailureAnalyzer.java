package io.bareme.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two paragraphs, instead of a stack trace, why the server on board cannot be used. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DatabaseException cause) {
        return new FailureAnalysis(cause.problem(), "Maybe " + cause.advice(), cause);
    }
}
