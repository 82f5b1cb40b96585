package io.bareme.journal;

import static io.bareme.journal.Decided.EDITION;
import static io.bareme.journal.Decided.RECEIVED;
import static io.bareme.journal.Decided.TENANT;
import static io.bareme.journal.Decided.eur;
import static io.bareme.journal.Decided.recorded;
import static io.bareme.journal.Decided.rights;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several who give back at once what was reserved of the same limits. Each test has people of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class ReleasesThatCrossTest {

    private static final int LIMITS = 12;

    private final HikariDataSource database = Database.fresh();
    private final Journal journal = new Journal(database);
    private final JdbcClient sql = JdbcClient.create(Database.asOwner(database));

    ReleasesThatCrossTest() {
        journal.keep(TENANT, EditionSources.of(EDITION, Map.of("rules/x.yaml", "x".getBytes(UTF_8))));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void whoever_waits_for_a_limit_holds_none_that_comes_after_it() throws SQLException {
        for (int first = 0; first < LIMITS; first += 3) {
            String person = "ann" + first;
            UUID reserved = reserved(person, 0, LIMITS, false);
            CompletableFuture<CancelledRequests.Outcome> release;
            try (Connection holder = Database.asOwner(database).getConnection();
                    Statement statement = holder.createStatement()) {
                holder.setAutoCommit(false);
                lock(statement, limit(person, first));
                release = CompletableFuture.supplyAsync(() -> cancel(reserved));
                waitUntilSomebodyWaits();

                for (int other = first + 1; other < LIMITS; other++) {
                    lock(statement, limit(person, other));
                }
                holder.rollback();
            }
            assertThat(release.join()).isInstanceOf(CancelledRequests.Outcome.Done.class);
        }
    }

    @Test
    void two_that_cross_and_an_expiry_beside_them_give_everything_back_once() {
        for (int round = 0; round < 15; round++) {
            String person = "bob" + round;
            UUID one = reserved(person, 0, LIMITS, false);
            UUID other = reserved(person, 1, LIMITS, true);
            List<CompletableFuture<?>> all = List.of(
                    CompletableFuture.supplyAsync(() -> cancel(one)),
                    CompletableFuture.supplyAsync(() -> cancel(other)),
                    CompletableFuture.supplyAsync(
                            () -> journal.releaseExpired(Instant.EPOCH, RECEIVED.plusSeconds(60))));
            all.forEach(CompletableFuture::join);

            assertThat(journal.consumptionOf(TENANT, rights(person)).counters().values())
                    .hasSize(LIMITS)
                    .allSatisfy(counter -> {
                        assertThat(counter.used()).isEqualTo(eur(0));
                        assertThat(counter.count()).isZero();
                    });
        }
    }

    private CancelledRequests.Outcome cancel(UUID decision) {
        Idempotency request = new Idempotency("client", UUID.randomUUID().toString(), "x");
        return journal.cancelledRequests().cancel(TENANT, decision, request, "x", RECEIVED);
    }

    /** Fails where another has it: the one who waits would then wait for us, and we for it. */
    private static void lock(Statement statement, String limit) throws SQLException {
        statement.execute("select from journal.counter where key = '" + limit + "' for update nowait");
    }

    private void waitUntilSomebodyWaits() {
        Instant end = Instant.now().plusSeconds(20);
        while (!sql.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single()) {
            assertThat(Instant.now()).as("nobody waits for the limit").isBefore(end);
            Thread.onSpinWait();
        }
    }

    /** A decision that reserves 1 € of each limit. */
    private UUID reserved(String person, long version, int limits, boolean backwards) {
        List<Decision.Movement> movements = new ArrayList<>();
        Map<String, Consumption.Counter> read = new HashMap<>();
        IntStream.range(0, limits).map(i -> backwards ? limits - 1 - i : i).forEach(i -> {
            movements.add(new Decision.Movement(limit(person, i), eur(1_00), 1, version));
            if (version > 0) {
                read.put(limit(person, i), new Consumption.Counter(eur(1_00), 1, version));
            }
        });
        Decision one = Decided.decision(person, 0, 0);
        var decision = new Decision(one.verdict(), one.clock(), one.lines(), movements, EDITION);
        var input = new Input(Decided.claim(person), rights(person), new Consumption(read));
        return recorded(journal.record(new Entry(
                TENANT,
                new Idempotency("client", person + version, "body"),
                RECEIVED,
                input,
                decision,
                "0.1.0",
                new Effect.Reserves(RECEIVED.plusSeconds(60)),
                null)));
    }

    /** In the order of their numbers, which is not that in which a table would give them. */
    private static String limit(String person, int number) {
        return "H-%s/E1/%c%d/0/%s/2024".formatted(person, 'a' + number, number * 7 % LIMITS, person);
    }
}
