package io.bareme.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code benchmarks/crash/run}: the long form of {@link CrashTest}, its result as a page. */
public final class CrashReport {

    private CrashReport() {}

    /** @param args kills of the service, kills of PostgreSQL, seed, a folder to work in */
    public static void main(String[] args) throws IOException {
        int ofService = Integer.parseInt(args[0]);
        int ofPostgres = Integer.parseInt(args[1]);
        Path folder = Files.createDirectories(Path.of(args[3]));
        CrashRun.Result result =
                CrashRun.run(folder, folder.resolve("binaries"), ofService, ofPostgres, Long.parseLong(args[2]));
        long[] back =
                result.backMillis().stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                """
                - kills (SIGKILL, at random moments): %d of the service, %d of the postmaster; seed %s
                - decisions answered: %,d, each recorded once, each limit within its bounds, each replayed to the same bytes
                - heard by a listener: %,d, the first time each in the journal's order
                - what clients had before an answer, and mended by sending again: %s
                - from a kill until forty more requests were answered: median %,d ms, at most %,d ms
                - broken: %s
                """,
                ofService,
                ofPostgres,
                args[2],
                result.decisions(),
                result.heard(),
                result.otherwise(),
                back[back.length / 2],
                back[back.length - 1],
                result.broken().isEmpty() ? "nothing" : result.broken());
        System.exit(result.broken().isEmpty() ? 0 : 1);
    }
}
