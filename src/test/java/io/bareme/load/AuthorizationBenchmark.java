package io.bareme.load;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.load.Measurement.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * {@code benchmarks/authorization/run}: authorizations over HTTP, durable, on a service and its PostgreSQL on this
 * machine, beside three references on the same server in the same minutes. The load comes from this same machine.
 */
public final class AuthorizationBenchmark {

    private static final int MOST_CLIENTS = 128;
    private static final List<Integer> CLIENTS = List.of(1, 8, 32, MOST_CLIENTS);
    /** More than the service keeps in memory. */
    private static final int MEMBERS = 100_000;
    /** As `docs/guides/run-in-production.md` says. */
    private static final String JAVA = "-XX:+UseG1GC -Xms1g -XX:MaxGCPauseMillis=15 -XX:+UseTransparentHugePages";

    /** Until the JVM has compiled what is asked for most. */
    private static final Duration WARM = Duration.ofSeconds(90);

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
                List.of(System.getProperty("bareme.load.java", JAVA).split(" ")),
                List.of(
                        "--bareme.database.folder=" + database,
                        "--bareme.database.binaries=" + folder.resolve("binaries"),
                        "--bareme.access.folder=" + access));
    }

    /**
     * @param args a folder to work in; seconds for each point; minutes at two thirds of the highest rate, 0 for none;
     *     decisions that are to be in the journal when the last point is measured again, 0 not to
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

    private void measure(int minutes, int decisions) throws IOException, SQLException {
        try (HikariDataSource rows = OwnerRows.of(database, "bareme")) {
            Members.fill(rows, MEMBERS);
            Sizes sizes = new Sizes(rows);
            page.say("warming up");
            authorizations(MOST_CLIENTS, WARM, "warm");
            double highest = rounds(sizes);
            page.twoThirds("At two thirds of the highest rate", atRate(highest * 2 / 3, time));
            for (int minute = 1; minute <= minutes; minute++) {
                page.minute(minute, atRate(highest * 2 / 3, Duration.ofMinutes(1)));
            }
            if (decisions > 0) {
                fill(sizes, decisions);
                point(sizes, MOST_CLIENTS, "full");
                page.twoThirds("With these in the journal, at the same rate", atRate(highest * 2 / 3, time));
            }
            page.sizes(sizes.now());
        }
        page.print();
    }

    /** The references and the service by turns, so that what the machine does besides meets them all; the highest rate. */
    private double rounds(Sizes sizes) throws IOException, SQLException {
        sizes.createDatabase("pgbench");
        new Pgbench(database).prepare();
        double highest = 0;
        for (int clients : CLIENTS) {
            highest = Math.max(highest, point(sizes, clients, "c" + clients).perSecond());
        }
        return highest;
    }

    private Measurement point(Sizes sizes, int clients, String series) throws IOException, SQLException {
        Sizes.Size before = sizes.now();
        ProcessorTime began = ProcessorTime.now(service, database);
        Measurement ours = authorizations(clients, time, series);
        ProcessorTime used = ProcessorTime.now(service, database).since(began);
        Sizes.Size after = sizes.now();
        double reference = new Pgbench(database).perSecond(clients, (int) time.toSeconds());
        Measurement bare = new BareInserts(database, after.bytesOfRow()).asFastAsItGoes(clients, time);
        page.point(before.decisions(), ours, used, reference, bare, noOp(clients), after.since(before));
        return ours;
    }

    private Measurement atRate(double perSecond, Duration time) {
        String series = "r" + System.nanoTime();
        return Measurement.atRate(MOST_CLIENTS, time, perSecond, number -> new Authorization(series, number));
    }

    private void fill(Sizes sizes, int decisions) {
        for (long there = sizes.now().decisions();
                there < decisions;
                there = sizes.now().decisions()) {
            page.say("in the journal: " + there);
            authorizations(MOST_CLIENTS, Duration.ofSeconds(30), "fill" + there);
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
