package io.bareme.load;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.load.Measurement.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * {@code benchmarks/authorization/run}: authorizations over HTTP, durable, on a service and its PostgreSQL on this
 * machine, beside three references on the same server in the same minutes. The load comes from this same machine.
 */
public final class AuthorizationBenchmark {

    private static final List<Integer> CLIENTS = List.of(1, 8, 32, 128);
    private static final int MEMBERS = 10_000;

    private final Path database;
    private final Path access;
    private final Duration time;
    private final ServiceProcess service;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Page page = new Page();

    private AuthorizationBenchmark(Path folder, Duration time) {
        this.database = folder.resolve("postgres");
        this.access = folder.resolve("access");
        this.time = time;
        this.service = ServiceProcess.start(
                folder.resolve("service.log"),
                List.of(System.getProperty("bareme.load.java", "-XX:+UseG1GC").split(" ")),
                List.of(
                        "--bareme.database.folder=" + database,
                        "--bareme.database.binaries=" + folder.resolve("binaries"),
                        "--bareme.access.folder=" + access));
    }

    /**
     * @param args a folder to work in; seconds for each point; minutes at two thirds of the highest rate, 0 for none;
     *     decisions that are in the journal before, 0 for none
     */
    public static void main(String[] args) throws IOException, SQLException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        var benchmark = new AuthorizationBenchmark(folder, Duration.ofSeconds(Long.parseLong(args[1])));
        try {
            benchmark.measure(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        } finally {
            benchmark.service.close();
        }
    }

    private void measure(int minutes, int before) throws IOException, SQLException {
        try (HikariDataSource rows = OwnerRows.of(database, "bareme")) {
            Members.fill(rows, MEMBERS);
            Sizes sizes = new Sizes(rows);
            page.say("warming up");
            authorizations(32, time.multipliedBy(4), "warm");
            if (before > 0) {
                fill(before);
            }
            Map<Integer, Measurement> all = rounds(sizes);
            double highest = all.values().stream()
                    .mapToDouble(Measurement::perSecond)
                    .max()
                    .orElseThrow();
            atTwoThirds(highest, time);
            for (int minute = 1; minute <= minutes; minute++) {
                page.minute(minute, atRate(highest * 2 / 3, Duration.ofMinutes(1)));
            }
            page.sizes(sizes.now());
        }
        page.print();
    }

    /** The references and the service by turns, so that what the machine does besides meets them all. */
    private Map<Integer, Measurement> rounds(Sizes sizes) throws IOException, SQLException {
        Pgbench pgbench = new Pgbench(database);
        sizes.createDatabase("pgbench");
        pgbench.prepare();
        Map<Integer, Measurement> all = new TreeMap<>();
        for (int clients : CLIENTS) {
            Sizes.Size before = sizes.now();
            Measurement ours = authorizations(clients, time, "c" + clients);
            Sizes.Size after = sizes.now();
            double reference = pgbench.perSecond(clients, (int) time.toSeconds());
            Measurement bare = new BareInserts(database, after.bytesOfRow()).asFastAsItGoes(clients, time);
            Measurement nothing = noOp(clients);
            page.point(ours, reference, bare, nothing, after.since(before));
            all.put(clients, ours);
        }
        return all;
    }

    private void atTwoThirds(double highest, Duration time) {
        page.twoThirds(atRate(highest * 2 / 3, time));
    }

    private Measurement atRate(double perSecond, Duration time) {
        String series = "r" + System.nanoTime();
        return Measurement.atRate(128, time, perSecond, number -> new Authorization(series, number));
    }

    private void fill(int decisions) {
        long done = 0;
        while (done < decisions) {
            done += authorizations(128, Duration.ofSeconds(30), "fill" + done).done();
            page.say("in the journal before: " + done);
        }
    }

    private Measurement authorizations(int clients, Duration time, String series) {
        return Measurement.asFastAsItGoes(clients, time, number -> new Authorization(series, number));
    }

    /** Through the whole HTTP stack, token and rate limit included, to an address that needs no database. */
    private Measurement noOp(int clients) {
        return Measurement.asFastAsItGoes(clients, time, _ -> {
            Client client = new Client(access);
            return new Work() {
                @Override
                public boolean run() throws IOException {
                    return client.api(service.port(), "GET", "/api/v1/authorizations/none", "")
                                    .status()
                            == 404;
                }

                @Override
                public void close() {
                    client.close();
                }
            };
        });
    }

    /** One client that asks for one authorization after the other, each for somebody by chance and under a new key. */
    private final class Authorization implements Work {

        private final Client client = new Client(access);
        private final Random random;
        private final String prefix;
        private int asked;

        Authorization(String series, int number) {
            this.prefix = run + "-" + series + "-" + number + "-";
            this.random = new Random(prefix.hashCode());
        }

        @Override
        public boolean run() throws IOException {
            String body = Claims.claim(Members.name(1 + random.nextInt(MEMBERS)), random);
            return client.authorize(service.port(), prefix + asked++, body).status() == 201;
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
