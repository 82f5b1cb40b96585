package io.bareme.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The wall between organisations, tried with statements that forget whose rows they want. */
@TestInstance(Lifecycle.PER_CLASS)
class TenantConnectionsTest {

    private static final String OF_ONE = "one";
    private static final String OF_OTHER = "other";

    private final HikariDataSource pool = Database.fresh();
    private final DataSource connections = TenantConnections.over(pool);
    private final JdbcClient service = JdbcClient.create(connections);
    private final JdbcClient journal = JdbcClient.create(TenantConnections.inRole(pool, "bareme_journal"));
    private final JdbcClient owner = JdbcClient.create(Database.asOwner(pool));

    TenantConnectionsTest() {
        pool.setMaximumPoolSize(1);
        for (String tenant : List.of(OF_ONE, OF_OTHER)) {
            owner.sql("insert into affiliation.household values (?, 'h')")
                    .param(tenant)
                    .update();
            owner.sql("insert into journal.counter values (?, 'h', 'k', 'EUR', 100, 1, 1)")
                    .param(tenant)
                    .update();
            owner.sql("insert into access.client values (?, 'c', 'C', '$2a$10$x', '{}')")
                    .param(tenant)
                    .update();
        }
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void a_connection_sees_the_rows_of_the_organisation_that_is_worked_for_and_of_no_other() {
        assertThat(tenantsSeen(OF_ONE)).containsOnly(OF_ONE);
        assertThat(tenantsSeen(OF_OTHER)).containsOnly(OF_OTHER);
    }

    @Test
    void a_connection_that_is_told_nothing_sees_nothing() {
        assertThat(service.sql("select tenant from affiliation.household")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(journal.sql("select tenant from journal.counter")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void the_one_connection_of_a_pool_sees_in_turn_the_rows_of_whom_it_is_taken_for() {
        for (int time = 0; time < 2; time++) {
            assertThat(tenantsSeen(OF_ONE)).containsOnly(OF_ONE);
            assertThat(tenantsSeen(OF_ONE)).containsOnly(OF_ONE);
            assertThat(service.sql("select tenant from access.client")
                            .query(String.class)
                            .list())
                    .isEmpty();
            assertThat(tenantsSeen(OF_OTHER)).containsOnly(OF_OTHER);
            assertThat(journal.sql("select tenant from journal.counter")
                            .query(String.class)
                            .list())
                    .isEmpty();
        }
    }

    @Test
    void what_a_statement_forgets_the_wall_does_not() {
        assertThat(Tenancy.as(
                        OF_ONE,
                        () -> journal.sql("update journal.counter set cents = 7")
                                .update()))
                .isEqualTo(1);
        assertThat(Tenancy.as(
                        OF_ONE,
                        () -> service.sql("delete from access.client where id = 'c' and tenant = 'other'")
                                .update()))
                .isZero();

        assertThat(owner.sql("select cents from journal.counter where tenant = 'other'")
                        .query(Long.class)
                        .single())
                .isEqualTo(100);
    }

    @Test
    void a_row_of_another_organisation_cannot_be_written() {
        assertThatThrownBy(() -> Tenancy.as(
                        OF_ONE,
                        () -> service.sql("insert into affiliation.household values ('other', 'planted')")
                                .update()))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> Tenancy.as(
                        OF_ONE,
                        () -> journal.sql("update journal.counter set tenant = 'other', key = 'moved'")
                                .update()))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> service.sql("insert into affiliation.household values ('one', 'planted')")
                        .update())
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_connection_given_back_in_the_middle_of_a_failed_transaction_is_told_anew() throws SQLException {
        Connection taken = Tenancy.at(OF_ONE, connections::getConnection);
        taken.setAutoCommit(false);
        assertThatThrownBy(() -> taken.createStatement().execute("select 1 / 0"))
                .hasMessageContaining("division");
        taken.close();

        assertThat(service.sql("select current_setting('bareme.tenant', true), current_user")
                        .query((row, _) -> row.getString(1) + row.getString(2))
                        .single())
                .isEqualTo("bareme_service");
    }

    @Test
    void a_transaction_keeps_its_organisation_to_the_end() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(connections));

        List<String> seen = Tenancy.as(
                OF_ONE,
                () -> transaction.execute(_ -> {
                    service.sql("insert into affiliation.household values ('one', 'more')")
                            .update();
                    return service.sql("select distinct tenant from affiliation.household")
                            .query(String.class)
                            .list();
                }));

        assertThat(seen).containsExactly(OF_ONE);
    }

    @Test
    void work_for_one_organisation_cannot_turn_to_another() {
        assertThatThrownBy(() -> Tenancy.as(OF_ONE, () -> Tenancy.as(OF_OTHER, () -> 1)))
                .hasMessage("Work for one asks for rows of other");
        assertThat(Tenancy.as(OF_ONE, () -> Tenancy.as(OF_ONE, () -> 1))).isEqualTo(1);
        assertThat(Tenancy.current()).isEmpty();
    }

    @Test
    void every_table_with_an_organisation_stands_behind_the_wall() {
        List<String> open = owner.sql("""
                        select c.oid::regclass from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
                        where c.relkind in ('r', 'p') and c.oid <> 'tenancy.tenant'::regclass
                        and not (c.relrowsecurity and c.relforcerowsecurity
                            and exists (select from pg_policy p where p.polrelid = c.oid))
                        """).query(String.class).list();

        assertThat(open)
                .as("call tenancy.wall(…) in the migration that makes them")
                .isEmpty();
    }

    private List<String> tenantsSeen(String tenant) {
        return Tenancy.as(
                tenant,
                () -> List.of("affiliation.household", "access.client", "journal.counter").stream()
                        .flatMap(table -> (table.startsWith("journal") ? journal : service)
                                .sql("select tenant from " + table).query(String.class).list().stream())
                        .toList());
    }
}
