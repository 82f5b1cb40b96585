package io.bareme.journal;

import static io.bareme.journal.Decided.EDITION;
import static io.bareme.journal.Decided.RECEIVED;
import static io.bareme.journal.Decided.TENANT;
import static io.bareme.journal.Decided.entry;
import static io.bareme.journal.Decided.eur;
import static io.bareme.journal.Decided.limit;
import static io.bareme.journal.Decided.rights;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Verdict;
import io.bareme.database.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test has a person of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class JournalTest {

    private final HikariDataSource database = Database.fresh();
    private final Journal journal = new Journal(database);
    private final JdbcClient sql = JdbcClient.create(database);

    JournalTest() {
        journal.keep(TENANT, EditionSources.of(EDITION, Map.of("rules/x.yaml", "x".getBytes(UTF_8))));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void what_is_recorded_is_found_again_to_the_byte() {
        Entry entry = entry("ada", "r1", 30_00, 0);

        UUID id = recorded(journal.record(entry));
        StoredDecision found = journal.find(TENANT, id).orElseThrow();

        assertThat(found.decision()).isEqualTo(entry.decision());
        assertThat(found.decisionBytes()).isEqualTo(CanonicalJson.bytes(entry.decision()));
        assertThat(found.input()).isEqualTo(entry.input());
        assertThat(found.received()).isEqualTo(RECEIVED);
        assertThat(found.engine()).isEqualTo("0.1.0");
        assertThat(found.edition()).isEqualTo(EDITION);
        assertThat(journal.find("another", id)).isEmpty();
    }

    @Test
    void consumption_is_read_with_the_version_that_must_still_hold() {
        assertThat(journal.consumptionOf(TENANT, rights("bea"))).isEqualTo(Consumption.NONE);

        recorded(journal.record(entry("bea", "b1", 30_00, 0)));
        recorded(journal.record(entry("bea", "b2", 12_50, 1)));

        assertThat(journal.consumptionOf(TENANT, rights("bea")).counters())
                .containsOnly(Map.entry(limit("bea"), new Consumption.Counter(eur(42_50), 2, 2)));
    }

    @Test
    void a_request_sent_again_has_the_first_answer_and_counts_once() {
        UUID first = recorded(journal.record(entry("cleo", "c1", 30_00, 0)));

        Outcome again = journal.record(entry("cleo", "c1", 99_00, 1));

        assertThat(again).isInstanceOfSatisfying(Outcome.AlreadyRecorded.class, known -> {
            assertThat(known.stored().id()).isEqualTo(first);
            assertThat(known.stored().decision()).isEqualTo(Decided.decision("cleo", 30_00, 0));
        });
        assertThat(journal.known(TENANT, new Idempotency("client", "c1", "body of c1")))
                .containsInstanceOf(Outcome.AlreadyRecorded.class);
        assertThat(used("cleo")).isEqualTo(30_00);
    }

    @Test
    void the_same_key_with_another_body_is_a_conflict_and_of_another_client_another_request() {
        UUID first = recorded(journal.record(entry("dora", "d1", 30_00, 0)));

        assertThat(journal.known(TENANT, new Idempotency("client", "d1", "other body")))
                .contains(new Outcome.Conflict(first));
        assertThat(journal.known(TENANT, new Idempotency("other client", "d1", "other body")))
                .isEmpty();
        assertThat(journal.known("other", new Idempotency("client", "d1", "body of d1")))
                .isEmpty();
    }

    @Test
    void a_limit_that_moved_since_it_was_read_leaves_nothing_behind() {
        recorded(journal.record(entry("eve", "e1", 30_00, 0)));

        assertThat(journal.record(entry("eve", "e2", 10_00, 0))).isEqualTo(new Outcome.Stale());
        assertThat(journal.record(entry("eve", "e3", 10_00, 7))).isEqualTo(new Outcome.Stale());

        assertThat(used("eve")).isEqualTo(30_00);
        assertThat(journal.known(TENANT, new Idempotency("client", "e2", "body of e2")))
                .isEmpty();
        assertThat(journal.list(TENANT, new Search("eve", null, null), 10)).hasSize(1);
        recorded(journal.record(entry("eve", "e2", 10_00, 1)));
    }

    @Test
    void a_limit_that_was_only_looked_at_must_stand_as_well() {
        recorded(journal.record(entry("fay", "f1", 30_00, 0)));

        assertThat(journal.record(entry("fay", "f2", 0, 0))).isEqualTo(new Outcome.Stale());
        recorded(journal.record(entry("fay", "f3", 0, 1)));

        assertThat(journal.consumptionOf(TENANT, rights("fay")).counters().get(limit("fay")))
                .isEqualTo(new Consumption.Counter(eur(30_00), 1, 1));
    }

    @Test
    void of_two_decisions_on_the_same_version_one_wins_and_the_other_is_stale() throws Exception {
        for (int round = 0; round < 10; round++) {
            String person = "gia" + round;
            long version = round % 2;
            if (version == 1) {
                recorded(journal.record(entry(person, person + "first", 1_00, 0)));
            }

            List<Outcome> outcomes = together(
                    () -> journal.record(entry(person, person + "a", 30_00, version)),
                    () -> journal.record(entry(person, person + "b", 30_00, version)));

            assertThat(outcomes).filteredOn(Outcome.Recorded.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Outcome.Stale.class::isInstance).hasSize(1);
            assertThat(used(person)).isEqualTo(30_00 + version * 1_00);
        }
    }

    @Test
    void a_request_sent_twice_at_once_is_recorded_once() throws Exception {
        for (int round = 0; round < 10; round++) {
            Entry entry = entry("hal" + round, "h" + round, 30_00, 0);

            List<Outcome> outcomes = together(() -> journal.record(entry), () -> journal.record(entry));

            assertThat(outcomes).filteredOn(Outcome.Recorded.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(Outcome.AlreadyRecorded.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void every_counter_is_the_sum_of_its_ledger_whatever_happened() {
        Random random = new Random(42);
        List<UUID> decisions = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String person = "ida" + random.nextInt(4);
            Consumption.Counter counter =
                    journal.consumptionOf(TENANT, rights(person)).counters().get(limit(person));
            long version = counter == null ? 0 : counter.version() - random.nextInt(2);
            Effect effect = random.nextBoolean()
                    ? new Effect.Consumes()
                    : new Effect.Reserves(RECEIVED.plusSeconds(random.nextInt(100)));
            if (journal.record(entry(person, "i" + i, random.nextInt(50_00), version, effect))
                    instanceof Outcome.Recorded recorded) {
                decisions.add(recorded.id());
            }
            if (random.nextInt(5) == 0 && !decisions.isEmpty()) {
                journal.release(TENANT, decisions.get(random.nextInt(decisions.size())));
            }
            if (random.nextInt(10) == 0) {
                journal.releaseExpired(TENANT, RECEIVED.plusSeconds(random.nextInt(100)));
            }
        }

        assertThat(decisions).hasSizeBetween(30, 119);
        assertThat(sql.sql("""
                        select count(*) from journal.counter c full join (
                            select tenant, household, key, sum(cents) as cents, sum(count) as count
                            from journal.ledger group by tenant, household, key) l
                        using (tenant, household, key)
                        where c.cents is distinct from l.cents or c.count is distinct from l.count
                        """).query(Long.class).single()).isZero();
    }

    @Test
    void what_was_reserved_is_given_back_once_and_what_was_consumed_never() {
        UUID reserved = recorded(journal.record(entry("jan", "j1", 30_00, 0, until(60))));
        UUID consumed = recorded(journal.record(entry("jan", "j2", 5_00, 1)));

        assertThat(journal.release(TENANT, reserved)).isEqualTo(1);
        assertThat(journal.release(TENANT, reserved)).isZero();
        assertThat(journal.release(TENANT, consumed)).isZero();

        assertThat(journal.consumptionOf(TENANT, rights("jan")).counters().get(limit("jan")))
                .isEqualTo(new Consumption.Counter(eur(5_00), 1, 3));
        assertThat(journal.record(entry("jan", "j3", 5_00, 2)))
                .as("decided before the release")
                .isEqualTo(new Outcome.Stale());
    }

    @Test
    void a_reservation_counts_until_it_expires() {
        recorded(journal.record(entry("kim", "k1", 30_00, 0, until(60))));

        journal.releaseExpired(TENANT, RECEIVED.plusSeconds(59));
        assertThat(used("kim")).isEqualTo(30_00);
        journal.releaseExpired(TENANT, RECEIVED.plusSeconds(60));
        assertThat(used("kim")).isZero();
    }

    @Test
    void a_balance_of_any_moment_can_be_derived() throws Exception {
        Instant before = Instant.now();
        Outcome first = journal.record(entry("lea", "l1", 30_00, 0));
        recorded(journal.record(entry("lea", "l2", 12_00, 1)));
        Instant between = ((Outcome.Recorded) first).at();

        assertThat(balance("lea", before)).isZero();
        assertThat(balance("lea", between)).isEqualTo(30_00);
        assertThat(balance("lea", Instant.now())).isEqualTo(42_00);
    }

    @Test
    void pages_follow_each_other_newest_first() {
        for (int i = 0; i < 5; i++) {
            recorded(journal.record(entry("mia", "m" + i, 10_00 + i, i)));
        }
        Search ofMia = new Search("mia", Verdict.APPROVED, null);

        List<ListedDecision> newest = journal.list(TENANT, ofMia, 3);
        List<ListedDecision> older = journal.list(TENANT, ofMia.after(newest.getLast()), 3);

        assertThat(newest).extracting(ListedDecision::complementary).containsExactly(eur(1004), eur(1003), eur(1002));
        assertThat(older).extracting(ListedDecision::complementary).containsExactly(eur(1001), eur(1000));
        assertThat(newest.getFirst().charge()).isEqualTo(eur(539_00));
        assertThat(journal.list(TENANT, new Search("mia", Verdict.REFUSED, null), 3))
                .isEmpty();
    }

    @Test
    void a_decision_is_superseded_once() {
        UUID first = recorded(journal.record(entry("nat", "n1", 0, 0)));
        recorded(journal.record(superseding("nat", "n2", first)));

        assertThatThrownBy(() -> journal.record(superseding("nat", "n3", first)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(journal.list(TENANT, new Search("nat", null, null), 10)).hasSize(2);
    }

    @Test
    void the_sources_of_every_edition_are_kept_and_a_decision_without_them_is_not_recorded() {
        String hash = "0a".repeat(32);
        EditionSources sources = EditionSources.of(
                hash, Map.of("rules/a.yaml", "same".getBytes(UTF_8), "rules/b.yaml", "same".getBytes(UTF_8)));

        assertThat(journal.sourcesOf(TENANT, hash)).isEmpty();
        journal.keep(TENANT, sources);
        journal.keep(TENANT, sources);

        assertThat(journal.sourcesOf(TENANT, hash).orElseThrow().files().get("rules/b.yaml"))
                .asString(UTF_8)
                .isEqualTo("same");
        assertThat(journal.sourcesOf("another", hash)).isEmpty();
        assertThatThrownBy(() ->
                        journal.keep(TENANT, EditionSources.of(hash, Map.of("rules/a.yaml", "x".getBytes(UTF_8)))))
                .hasMessage("Other files are kept under the edition " + hash);
        Entry elsewhere = new Entry(
                "another",
                new Idempotency("c", "k", "b"),
                RECEIVED,
                Decided.input("ola", 0),
                Decided.decision("ola", 1, 0),
                "1",
                new Effect.Consumes(),
                null);
        assertThatThrownBy(() -> journal.record(elsewhere)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_listener_has_every_decision_once_in_order_even_when_an_older_transaction_commits_last() throws Exception {
        String tenant = "listened";
        journal.keep(tenant, EditionSources.of(EDITION, Map.of("rules/x.yaml", "x".getBytes(UTF_8))));
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        List<String> heard = new ArrayList<>();

        transaction.executeWithoutResult(_ -> {
            new Recording(sql, new Eras(sql)).write(of(tenant, "pia"));
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

    private static Entry superseding(String person, String request, UUID earlier) {
        Entry entry = entry(person, request, 0, 0);
        return new Entry(
                TENANT, entry.idempotency(), RECEIVED, entry.input(), entry.decision(), "1", entry.effect(), earlier);
    }

    private static Effect until(int seconds) {
        return new Effect.Reserves(RECEIVED.plusSeconds(seconds));
    }

    private static UUID recorded(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        return ((Outcome.Recorded) outcome).id();
    }

    private long used(String person) {
        return journal.consumptionOf(TENANT, rights(person))
                .of(limit(person), io.bareme.values.Currency.EUR)
                .used()
                .cents();
    }

    private long balance(String person, Instant at) {
        return sql.sql("""
                        select coalesce(sum(cents), 0) from journal.ledger
                        where tenant = :tenant and household = :household and recorded_at <= :at
                        """)
                .param("tenant", TENANT)
                .param("household", "H-" + person)
                .param("at", Moments.of(at))
                .query(Long.class)
                .single();
    }

    private static List<Outcome> together(Callable<Outcome> one, Callable<Outcome> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Outcome>> both = new ArrayList<>();
            for (Callable<Outcome> work : List.of(one, other)) {
                both.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            return List.of(both.getFirst().get(), both.getLast().get());
        }
    }
}
