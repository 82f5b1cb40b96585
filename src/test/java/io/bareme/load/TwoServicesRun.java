package io.bareme.load;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.database.DatabaseFolder;
import io.bareme.database.PostgresServer;
import io.bareme.database.ServiceDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Two service processes on one PostgreSQL that neither of them started, asked by the same clients about the same people;
 * one of them is ended and started again under load, by turns as an operator does (SIGTERM) and as a power cut does
 * (SIGKILL).
 */
final class TwoServicesRun {

    private static final int CLIENTS = 16;
    private static final int PEOPLE = 40;
    private static final int BETWEEN = 40;

    private final Path folder;
    private final Path access;
    private final PostgresServer server;
    private final ServiceDatabase database;
    private final List<ServiceProcess> services = new ArrayList<>();

    private TwoServicesRun(Path folder, Path binaries) {
        this.folder = folder;
        this.access = folder.resolve("access");
        this.server = PostgresServer.start(new DatabaseFolder(folder.resolve("postgres"), binaries));
        this.database = ServiceDatabase.on(server, "bareme");
    }

    /**
     * What came of a run.
     *
     * @param both whether each of the two answered part of it
     * @param otherwise what clients had instead of an answer, before they had one
     * @param broken what must never be; empty when all is well
     */
    record Result(int restarts, int decisions, boolean both, Map<String, Integer> otherwise, List<String> broken) {}

    /** @param folder empty: data, keys and logs */
    static Result run(Path folder, Path binaries, int restarts, long seed) throws IOException {
        TwoServicesRun run = new TwoServicesRun(folder, binaries);
        try {
            run.services.add(run.start(0));
            run.services.add(run.start(1));
            return run.restarted(restarts, new Random(seed));
        } finally {
            run.services.forEach(ServiceProcess::close);
            run.server.stop();
        }
    }

    private ServiceProcess start(int number) {
        return ServiceProcess.start(
                folder.resolve("service-" + number + ".log"),
                ServiceProcess.SHORT_LIVED,
                List.of(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.service().user(),
                        "--spring.datasource.password=" + database.service().password(),
                        "--spring.flyway.url=" + database.url(),
                        "--spring.flyway.user=" + database.owner().user(),
                        "--spring.flyway.password=" + database.owner().password(),
                        "--bareme.demonstration=true",
                        "--bareme.access.folder=" + access));
    }

    private Result restarted(int restarts, Random random) throws IOException {
        int[] asked = new int[2];
        Crowd crowd = new Crowd(
                access,
                any -> {
                    int one = any.nextInt(2);
                    asked[one]++;
                    return services.get(one).port();
                },
                any -> Claims.any(any, PEOPLE));
        crowd.begin(CLIENTS, random.nextInt(1_000));
        for (int n = 0; n < restarts; n++) {
            CrashRun.more(crowd, BETWEEN);
            Pauses.millis(random.nextInt(400));
            if (n % 2 == 0) {
                services.getLast().close();
            } else {
                services.getLast().kill();
            }
            services.set(1, start(1));
        }
        CrashRun.more(crowd, BETWEEN);
        crowd.finish(CrashRun.PATIENCE);
        return verified(crowd, restarts, Arrays.stream(asked).allMatch(times -> times > 0));
    }

    private Result verified(Crowd crowd, int restarts, boolean both) throws IOException {
        try (HikariDataSource rows = OwnerRows.of(folder.resolve("postgres"), "bareme")) {
            Verification verified = new Verification(rows)
                    .recordedOnce(crowd.acknowledged())
                    .limitsHold()
                    .noneGivenUp()
                    .replaysIdentically(access, services.getFirst().port());
            List<String> broken = new ArrayList<>(crowd.broken());
            broken.addAll(verified.broken());
            return new Result(restarts, crowd.acknowledged().size(), both, crowd.otherwise(), broken);
        }
    }
}
