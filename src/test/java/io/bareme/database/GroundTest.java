package io.bareme.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables themselves keep true, whoever writes to them. */
@TestInstance(Lifecycle.PER_CLASS)
class GroundTest {

    private final HikariDataSource database = Database.fresh();
    private final JdbcClient service = JdbcClient.create(database);
    private final JdbcClient sql = JdbcClient.create(Database.asOwner(database));

    GroundTest() {
        run("insert into affiliation.household values ('t', 'h')");
        run("insert into affiliation.person values ('t', 'p', 'h', '1990-01-01')");
        run("insert into affiliation.carrier values ('t', 'i', 'Insurer', 'FR')");
        run("insert into affiliation.contract values ('t', 'c', 'i', 'product', 'Contract')");
        run("insert into affiliation.enrolment values ('t', 'h', 'e', 'c', '2024-01-01')");
        run(rights("2024-01-01", "null"));
        run("insert into journal.source values ('t', repeat('a', 64), 'x')");
        run("insert into journal.edition values ('t', repeat('b', 64))");
        run("insert into journal.edition_source values ('t', repeat('b', 64), 'rules/x.yaml', repeat('a', 64))");
        run("""
                insert into journal.decision (tenant, household, id, era, person, client, kind, verdict, currency,
                    charge_cents, complementary_cents, received_at, edition, engine, encoding, input, decision)
                values ('t', 'h', uuidv7(), 1, 'p', 'client', 'AUTHORIZATION', 'APPROVED', 'EUR', 100, 30, now(),
                    repeat('b', 64), '1', 1, 'in', 'out')""");
        run("insert into journal.request select 't', 'client', 'k', 'hash', id from journal.decision");
        run("""
                insert into journal.ledger (tenant, household, key, kind, currency, cents, count, decision)
                select 't', 'h', 'h/e/l', 'consumption', 'EUR', 100, 1, id from journal.decision""");
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void every_row_carries_its_tenant_and_every_key_leads_with_it() {
        // the organisations themselves, the keys of tokens, and the jobs of the whole service are nobody's
        List<String> strays = sql.sql("""
                        select format('%I.%I', n.nspname, c.relname)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname !~ '^(pg_|information_schema|public$|tenancy$|schedule$)' and c.relkind = 'r'
                        and c.relname <> 'signing_key' and not exists (
                            select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                            where i.indrelid = c.oid and i.indisprimary and a.attname = 'tenant' and a.attnotnull)
                        """).query(String.class).list();

        assertThat(strays).isEmpty();
    }

    @Test
    void two_rows_never_say_different_things_of_one_day_at_one_moment() {
        assertThatThrownBy(() -> run(rights("2024-06-01", "'2024-07-01'")))
                .hasMessageContaining("rights_say_one_thing_at_a_time");
    }

    @Test
    void what_is_no_longer_known_leaves_room_for_what_is() {
        run("insert into affiliation.person values ('t', 'q', 'h', '1990-01-01')");
        run(rights("2024-01-01", "null").replace("'p'", "'q'"));
        run("update affiliation.rights set known_to = '2026-01-02' where person = 'q'");
        run(rights("2024-01-01", "null").replace("'p'", "'q'").replace("'2026-01-01'", "'2026-01-02'"));

        assertThat(sql.sql("select count(*) from affiliation.rights where person = 'q'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update affiliation.rights set level = 'other'",
                "update affiliation.rights set known_to = '2026-01-02', level = 'other'",
                "delete from affiliation.rights",
                "update journal.decision set decision = 'other'",
                "delete from journal.decision",
                "update journal.ledger set cents = 0",
                "delete from journal.ledger",
                "update journal.source set bytes = 'other'",
                "delete from journal.edition_source",
                "delete from journal.edition",
                "delete from journal.request"
            })
    void what_was_written_is_neither_changed_nor_removed(String attempt) {
        assertThatThrownBy(() -> run(attempt))
                .hasMessageContaining("never change")
                .hasMessageNotContaining("permission");
    }

    @Test
    void the_service_cannot_empty_a_table_and_cannot_reach_the_journal_by_itself() {
        assertThatThrownBy(() -> service.sql("truncate affiliation.rights").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        for (String role : List.of("bareme_service", "bareme_journal")) {
            assertThatThrownBy(() -> service.sql("set local role " + role + "; truncate journal.ledger cascade")
                            .update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() ->
                        service.sql("select * from journal.decision").query().listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied for schema journal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into journal.counter values ('t', 'h', 'k', 'EUR', -1, 0, 1)",
                "insert into journal.ledger (tenant, household, key, kind, currency, cents, count, decision) "
                        + "values ('t', 'h', 'k', 'release', 'EUR', -5, 0, uuidv7())",
                "insert into journal.ledger (tenant, household, key, kind, currency, cents, count, decision) "
                        + "values ('t', 'h', 'k', 'consumption', 'EUR', -5, 0, uuidv7())",
                "insert into journal.ledger (tenant, household, key, kind, currency, cents, count, decision) "
                        + "values ('t', 'h', 'k', 'reservation', 'EUR', 5, 0, uuidv7())"
            })
    void a_negative_counter_a_release_of_nothing_and_a_reservation_without_end_are_refused(String attempt) {
        assertThatThrownBy(() -> run(attempt)).hasMessageContaining("check constraint");
    }

    private static String rights(String first, String last) {
        return """
                insert into affiliation.rights
                    (tenant, household, enrolment, person, first_day, last_day, known_from, level, rank, suspended)
                values ('t', 'h', 'e', 'p', '%s', %s, '2026-01-01', 'base', 1, false)""".formatted(first, last);
    }

    private void run(String statement) {
        sql.sql(statement).update();
    }
}
