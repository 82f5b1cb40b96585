package io.bareme.journal;

import static io.bareme.journal.Decided.EDITION;
import static io.bareme.journal.Decided.RECEIVED;
import static io.bareme.journal.Decided.TENANT;
import static io.bareme.journal.Decided.entry;
import static io.bareme.journal.Decided.limit;
import static io.bareme.journal.Decided.recorded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.database.Database;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal as others read it. Each test has a tenant of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class ListenersTest {

    private final HikariDataSource database = Database.fresh();
    private final Journal journal = new Journal(database);
    private final DataSource owner = Database.asOwner(database);
    private final JdbcClient sql = JdbcClient.create(owner);

    ListenersTest() {
        journal.keep(TENANT, EditionSources.of(EDITION, Map.of("rules/x.yaml", "x".getBytes(UTF_8))));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void a_listener_has_every_decision_once_in_order_even_when_an_older_transaction_commits_last() throws Exception {
        String tenant = "listened";
        journal.keep(tenant, EditionSources.of(EDITION, Map.of("rules/x.yaml", "x".getBytes(UTF_8))));
        var transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
        List<String> heard = new ArrayList<>();

        transaction.executeWithoutResult(_ -> {
            new Recording(sql, new Eras(sql))
                    .write(new Batch(tenant, java.util.List.of(Pending.of(of(tenant, "pia")))));
            try (var others = Executors.newSingleThreadExecutor()) {
                others.submit(() -> journal.record(of(tenant, "quinn"))).get();
                assertThat(others.submit(() -> journal.deliver(tenant, "ear", 10, d -> heard.add(d.person())))
                                .get())
                        .as("nothing may be read while an older transaction can still commit")
                        .isZero();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        listen(journal, tenant, 1, heard, 1);
        listen(journal, tenant, 10, heard, 2);

        assertThat(journal.deliver(tenant, "ear", 10, d -> heard.add(d.person())))
                .isZero();
        assertThat(heard).containsExactly("pia", "quinn");
    }

    @Test
    void a_listener_that_fails_hears_it_again() {
        String tenant = "heard-again";
        journal.keep(tenant, EditionSources.of(EDITION, Map.of("rules/x.yaml", "x".getBytes(UTF_8))));
        journal.record(of(tenant, "rae"));
        List<String> heard = new ArrayList<>();
        listen(journal, tenant, 10, new ArrayList<>(), 1, "other ear");

        assertThatThrownBy(() -> journal.deliver(tenant, "ear", 10, _ -> {
                    throw new IllegalStateException("not now");
                }))
                .hasMessage("not now");

        assertThat(journal.deliver(tenant, "ear", 10, d -> heard.add(d.person())))
                .isEqualTo(1);
        assertThat(heard).containsExactly("rae");
        assertThat(journal.after(tenant, Position.START, 10)).hasSize(1);
    }

    @Test
    void a_listener_that_fails_half_way_has_everything_once_in_order() {
        String tenant = "half-way";
        journal.keep(tenant, EditionSources.of(EDITION, Map.of("rules/x.yaml", "x".getBytes(UTF_8))));
        List<UUID> recorded = new ArrayList<>();
        for (String person : List.of("tom", "una", "vic", "wes", "xia")) {
            recorded.add(recorded(journal.record(of(tenant, person))));
        }
        Set<UUID> failsOn = new HashSet<>(List.of(recorded.get(1), recorded.get(4)));
        List<UUID> heard = new ArrayList<>();
        int failures = 0;

        for (int tries = 0; heard.size() < recorded.size() && tries < 1000; tries++) {
            try {
                journal.deliver(tenant, "ear", 10, decision -> {
                    journal.tell(tenant, decision.id(), "heard", "");
                    if (failsOn.remove(decision.id())) {
                        throw new IllegalStateException("not this one now");
                    }
                    heard.add(decision.id());
                });
            } catch (IllegalStateException halfWay) {
                assertThat(halfWay).hasMessage("not this one now");
                failures++;
                assertThat(told(tenant))
                        .as("what it wrote of those before stands")
                        .hasSameSizeAs(heard);
            }
            pause();
        }

        assertThat(failures).isEqualTo(2);
        assertThat(heard).containsExactlyElementsOf(recorded);
        assertThat(told(tenant)).containsExactlyInAnyOrderElementsOf(recorded);
    }

    /** What listeners wrote down. */
    private List<UUID> told(String tenant) {
        return sql.sql("select decision from journal.notice where tenant = :tenant")
                .param("tenant", tenant)
                .query(UUID.class)
                .list();
    }

    @Test
    void a_journal_restored_into_a_server_that_counts_anew_goes_on_where_its_listeners_were() {
        String tenant = "restored";
        journal.keep(tenant, EditionSources.of(EDITION, Map.of("rules/x.yaml", "x".getBytes(UTF_8))));
        recorded(journal.record(entry("sue", "s1", 1_00, 0)));
        sql.sql("""
                        insert into journal.decision (tenant, household, id, era, transaction, person, client, kind,
                            verdict, currency, charge_cents, complementary_cents, received_at, edition, engine,
                            encoding, input, decision)
                        select 'restored', household, uuidv7(), 1, '900000000000', 'before', client, kind, verdict,
                            currency, charge_cents, complementary_cents, received_at, edition, engine, encoding, input,
                            decision
                        from journal.decision where tenant = :tenant and person = 'sue'
                        """).param("tenant", TENANT).update();
        List<String> heard = new ArrayList<>();
        Journal restored = new Journal(database);

        listen(restored, tenant, 10, heard, 1);
        restored.record(of(tenant, "after"));
        listen(restored, tenant, 10, heard, 2);
        new Journal(database).record(of(tenant, "later"));
        listen(restored, tenant, 10, heard, 3);

        assertThat(heard).containsExactly("before", "after", "later");
        assertThat(restored.after(tenant, Position.START, 10))
                .extracting(decision -> decision.position().era())
                .containsExactly(1, 2, 2);
    }

    private static void listen(Journal journal, String tenant, int limit, List<String> heard, int expected) {
        listen(journal, tenant, limit, heard, expected, "ear");
    }

    /** Transactions of the other tests on the same server hold deliveries back for a moment. */
    private static void listen(
            Journal journal, String tenant, int limit, List<String> heard, int expected, String listener) {
        for (int tries = 0; heard.size() < expected && tries < 1000; tries++) {
            journal.deliver(tenant, listener, limit, d -> heard.add(d.person()));
            pause();
        }
        assertThat(heard).hasSize(expected);
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Entry of(String tenant, String person) {
        Entry entry = entry(person, person, 1_00, 0);
        return new Entry(
                tenant, entry.idempotency(), RECEIVED, entry.input(), entry.decision(), "1", entry.effect(), null);
    }
}
