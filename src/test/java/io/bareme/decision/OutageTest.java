package io.bareme.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.TransactionSystemException;

class OutageTest {

    @Test
    void a_connection_that_broke_says_nothing_of_the_case() {
        assertThat(Outage.caused(new IllegalStateException(new SQLException("broken", "08006"))))
                .isTrue();
        assertThat(Outage.caused(new IllegalStateException(new SQLException("postmaster exit", "57P02"))))
                .isTrue();
        assertThat(Outage.caused(new TransactionSystemException("rollback", new SQLException("Connection is closed"))))
                .isTrue();
    }

    @Test
    void a_failure_of_the_program_does() {
        assertThat(Outage.caused(new IllegalStateException("a bug"))).isFalse();
        assertThat(Outage.caused(new BadSqlGrammarException("task", "select", new SQLException("no column", "42703"))))
                .isFalse();
    }
}
