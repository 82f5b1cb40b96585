package io.bareme.journal;

import static io.bareme.journal.Decided.EDITION;
import static io.bareme.journal.Decided.TENANT;
import static io.bareme.journal.Decided.entry;
import static io.bareme.journal.Decided.limit;
import static io.bareme.journal.Decided.rights;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.adjudication.Consumption;
import io.bareme.database.Database;
import io.bareme.database.DatabaseFolder;
import io.bareme.database.PostgresServer;
import io.bareme.database.ServiceDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server, with all its processes, is killed while four threads record on two limits. */
class JournalCrashTest {

    private static final int THREADS = 4;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 60;

    private final DatabaseFolder folder = Database.anotherFolder("crash");
    private final Map<String, UUID> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private PostgresServer server = PostgresServer.start(folder);

    @AfterEach
    void leave_nothing_behind() {
        server.stop();
        Database.delete(folder.base());
    }

    @Test
    void what_was_acknowledged_is_there_and_what_is_sent_again_counts_once() throws Exception {
        recordUntilTheServerIsKilled();
        server.stop();
        server = PostgresServer.start(folder);

        ServiceDatabase migrated = Database.migrated(server, "bareme");
        try (HikariDataSource database = Database.pool(migrated)) {
            Journal journal = new Journal(database);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
            assertThat(acknowledged.values())
                    .allMatch(id -> journal.find(TENANT, id).isPresent());

            List<String> all =
                    IntStream.range(0, requests.get()).mapToObj(String::valueOf).toList();
            all.forEach(request -> send(journal, request));

            assertThat(journal.list(TENANT, Search.EVERYTHING, 500)).hasSize(Math.min(500, all.size()));
            assertThat(used(journal, "0") + used(journal, "1")).isEqualTo(all.size());
            assertThat(JdbcClient.create(Database.asOwner(migrated))
                            .sql("select sum(cents) from journal.ledger")
                            .query(Long.class)
                            .single())
                    .isEqualTo(all.size());
        }
    }

    private void recordUntilTheServerIsKilled() throws InterruptedException {
        var enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
        try (HikariDataSource database = Database.pool(Database.migrated(server, "bareme"));
                var threads = Executors.newFixedThreadPool(THREADS)) {
            database.setConnectionTimeout(250);
            Journal journal = new Journal(database);
            journal.keep(TENANT, EditionSources.of(EDITION, Map.of("rules/x.yaml", "x".getBytes(UTF_8))));
            for (int i = 0; i < THREADS; i++) {
                threads.submit(() -> recordWhileItAnswers(journal, enough));
            }
            enough.await();
            ProcessHandle postmaster = server.process().orElseThrow();
            Stream.concat(postmaster.descendants(), Stream.of(postmaster)).forEach(ProcessHandle::destroyForcibly);
        }
    }

    private void recordWhileItAnswers(Journal journal, CountDownLatch enough) {
        while (true) {
            String request = String.valueOf(requests.getAndIncrement());
            acknowledged.put(request, send(journal, request));
            enough.countDown();
        }
    }

    /** One cent on the limit of one of two people, decided again as often as the limit has moved. */
    private static UUID send(Journal journal, String request) {
        String person = String.valueOf(Integer.parseInt(request) % 2);
        while (true) {
            Consumption.Counter counter =
                    journal.consumptionOf(TENANT, rights(person)).counters().get(limit(person));
            Outcome outcome = journal.record(entry(person, request, 1, counter == null ? 0 : counter.version()));
            switch (outcome) {
                case Outcome.Recorded recorded -> {
                    return recorded.id();
                }
                case Outcome.AlreadyRecorded already -> {
                    return already.stored().id();
                }
                case Outcome.Stale _, Outcome.Busy _ -> Thread.onSpinWait();
                case Outcome.Conflict conflict -> throw new AssertionError(conflict);
            }
        }
    }

    private static long used(Journal journal, String person) {
        return journal.consumptionOf(TENANT, rights(person))
                .counters()
                .get(limit(person))
                .used()
                .cents();
    }
}
