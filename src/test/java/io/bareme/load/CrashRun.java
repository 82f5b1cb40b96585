package io.bareme.load;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.journal.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The service and its PostgreSQL under load, killed (SIGKILL) again and again at moments that chance chooses: the
 * service, which is then started again, or the postmaster under it, which the service starts again itself. After each
 * kill the load goes on before the next.
 */
final class CrashRun {

    private static final int CLIENTS = 16;
    private static final int PEOPLE = 40;
    private static final int BETWEEN_KILLS = 40;
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Path database;
    private final Path access;
    private final List<String> options;
    private final Random random;
    private final List<Long> backMillis = new ArrayList<>();
    private volatile ServiceProcess service;

    private CrashRun(Path folder, Path binaries, long seed) {
        this.folder = folder;
        this.database = folder.resolve("postgres");
        this.access = folder.resolve("access");
        this.options = List.of(
                "--bareme.database.folder=" + database,
                "--bareme.database.binaries=" + binaries,
                "--bareme.access.folder=" + access);
        this.random = new Random(seed);
        this.service = start();
    }

    /**
     * What came of a run.
     *
     * @param heard by a listener, some of it twice
     * @param otherwise what clients had instead of an answer, before they had one
     * @param backMillis from each kill until {@value #BETWEEN_KILLS} more requests were answered
     * @param broken what must never be; empty when all is well
     */
    record Result(
            int kills,
            int decisions,
            int heard,
            Map<String, Integer> otherwise,
            List<Long> backMillis,
            List<String> broken) {}

    /**
     * One whole run.
     *
     * @param folder empty: data, keys and log of the service
     * @param binaries where PostgreSQL is unpacked, or will be
     */
    static Result run(Path folder, Path binaries, int killsOfService, int killsOfPostgres, long seed)
            throws IOException {
        return new CrashRun(folder, binaries, seed).run(killsOfService, killsOfPostgres);
    }

    private ServiceProcess start() {
        return ServiceProcess.start(folder.resolve("service.log"), ServiceProcess.SHORT_LIVED, options);
    }

    private Result run(int killsOfService, int killsOfPostgres) throws IOException {
        Crowd crowd = new Crowd(access, _ -> service.port(), any -> Claims.any(any, PEOPLE));
        try {
            Hearing hearing = new Hearing(() -> OwnerRows.of(database, "bareme"));
            crowd.begin(CLIENTS, random.nextInt(1_000));
            for (boolean ofService : kills(killsOfService, killsOfPostgres)) {
                more(crowd, BETWEEN_KILLS);
                Pauses.millis(random.nextInt(400));
                long at = System.nanoTime();
                kill(ofService);
                more(crowd, BETWEEN_KILLS);
                backMillis.add(Duration.ofNanos(System.nanoTime() - at).toMillis());
            }
            crowd.finish(PATIENCE);
            List<Position> heard = hearing.finish(crowd.acknowledged().size(), PATIENCE);
            return verified(crowd, heard, killsOfService + killsOfPostgres);
        } finally {
            crowd.finish(Duration.ofSeconds(1));
            service.close();
        }
    }

    private List<Boolean> kills(int ofService, int ofPostgres) {
        List<Boolean> kills = new ArrayList<>(Collections.nCopies(ofService, true));
        kills.addAll(Collections.nCopies(ofPostgres, false));
        Collections.shuffle(kills, random);
        return kills;
    }

    private void kill(boolean ofService) {
        if (ofService) {
            service.kill();
            service = start();
        } else {
            ProcessHandle.of(OwnerRows.pid(database)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** Waits until so many more were answered. */
    static void more(Crowd crowd, int answers) {
        int enough = crowd.acknowledged().size() + answers;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (crowd.acknowledged().size() < enough) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Nothing is answered any more: " + crowd.otherwise());
            }
            Pauses.millis(10);
        }
    }

    private Result verified(Crowd crowd, List<Position> heard, int kills) throws IOException {
        try (HikariDataSource rows = OwnerRows.of(database, "bareme")) {
            Verification verified = new Verification(rows)
                    .recordedOnce(crowd.acknowledged())
                    .limitsHold()
                    .noneGivenUp()
                    .heard(heard)
                    .replaysIdentically(access, service.port());
            List<String> broken = new ArrayList<>(crowd.broken());
            broken.addAll(verified.broken());
            return new Result(
                    kills,
                    crowd.acknowledged().size(),
                    heard.size(),
                    crowd.otherwise(),
                    List.copyOf(backMillis),
                    broken);
        }
    }
}
