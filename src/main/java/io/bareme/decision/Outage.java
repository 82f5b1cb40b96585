package io.bareme.decision;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.TransactionException;

/** Whether something failed because the database could not be reached: that says nothing of the case. */
final class Outage {

    private Outage() {}

    /** By the classes of the SQL standard and of PostgreSQL: 08 connection lost, 57P server stopping or starting. */
    static boolean caused(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessResourceException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransactionException
                    || cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql && isOf(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
