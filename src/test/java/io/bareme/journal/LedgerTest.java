package io.bareme.journal;

import static io.bareme.journal.Decided.EDITION;
import static io.bareme.journal.Decided.RECEIVED;
import static io.bareme.journal.Decided.TENANT;
import static io.bareme.journal.Decided.entry;
import static io.bareme.journal.Decided.eur;
import static io.bareme.journal.Decided.limit;
import static io.bareme.journal.Decided.recorded;
import static io.bareme.journal.Decided.rights;
import static io.bareme.journal.Decided.together;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.adjudication.Consumption;
import io.bareme.database.Database;
import io.bareme.schedule.Places;
import io.bareme.tenancy.TenantConnections;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is consumed of limits. Each test has people of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class LedgerTest {

    private final HikariDataSource database = Database.fresh();
    private final Journal journal = new Journal(database);
    private final JdbcClient sql = JdbcClient.create(Database.asOwner(database));

    LedgerTest() {
        journal.keep(TENANT, EditionSources.of(EDITION, Map.of("rules/x.yaml", "x".getBytes(UTF_8))));
    }

    @AfterAll
    void close() {
        database.close();
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
                cancel(decisions.get(random.nextInt(decisions.size())));
            }
            if (random.nextInt(10) == 0) {
                journal.releaseExpired(Instant.EPOCH, RECEIVED.plusSeconds(random.nextInt(100)));
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

    private CancelledRequests.Outcome cancel(UUID decision) {
        Idempotency request = new Idempotency("client", UUID.randomUUID().toString(), "x");
        return journal.cancelledRequests().cancel(TENANT, decision, request, "x", RECEIVED);
    }

    @Test
    void what_was_reserved_is_given_back_once_and_what_was_consumed_never() {
        UUID reserved = recorded(journal.record(entry("jan", "j1", 30_00, 0, until(60))));
        UUID consumed = recorded(journal.record(entry("jan", "j2", 5_00, 1)));

        assertThat(cancel(reserved)).isInstanceOf(CancelledRequests.Outcome.Done.class);
        assertThat(cancel(reserved)).isInstanceOf(CancelledRequests.Outcome.Already.class);
        cancel(consumed);

        assertThat(journal.consumptionOf(TENANT, rights("jan")).counters().get(limit("jan")))
                .isEqualTo(new Consumption.Counter(eur(5_00), 1, 3));
        assertThat(journal.record(entry("jan", "j3", 5_00, 2)))
                .as("decided before the release")
                .isEqualTo(new Outcome.Stale());
    }

    @Test
    void expired_reservations_are_given_back_minute_by_minute() {
        UUID first = recorded(journal.record(entry("kai", "ka1", 30_00, 0, until(3600))));
        recorded(journal.record(entry("kai", "ka2", 12_00, 1, until(7200))));
        var now = new AtomicReference<>(RECEIVED.plusSeconds(3599));
        Runnable expiry = new Expiry()
                .expireReservations(journal, new Places(TenantConnections.over(database)), clock(now))
                .work();

        expiry.run();
        assertThat(used("kai")).isEqualTo(42_00);
        now.set(RECEIVED.plusSeconds(3600));
        expiry.run();
        assertThat(used("kai")).isEqualTo(12_00);
        assertThat(journal.notices(TENANT, 500))
                .filteredOn(notice -> notice.decision().equals(first))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.kind()).isEqualTo("authorization.expired");
                    assertThat(notice.client()).isEqualTo("client");
                });
        now.set(RECEIVED.plusSeconds(7201));
        expiry.run();
        assertThat(used("kai")).isZero();
    }

    private static Clock clock(AtomicReference<Instant> now) {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void a_reservation_counts_until_it_expires() {
        recorded(journal.record(entry("kim", "k1", 30_00, 0, until(60))));

        journal.releaseExpired(Instant.EPOCH, RECEIVED.plusSeconds(59));
        assertThat(used("kim")).isEqualTo(30_00);
        journal.releaseExpired(Instant.EPOCH, RECEIVED.plusSeconds(60));
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

    private static Effect until(int seconds) {
        return new Effect.Reserves(RECEIVED.plusSeconds(seconds));
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
}
