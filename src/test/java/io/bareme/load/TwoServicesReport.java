package io.bareme.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code benchmarks/crash/run two}: {@link TwoServicesRun}, its result as a page. */
public final class TwoServicesReport {

    private TwoServicesReport() {}

    /** @param args restarts, seed, a folder to work in */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[2]));
        TwoServicesRun.Result result = TwoServicesRun.run(
                folder, folder.resolve("binaries"), Integer.parseInt(args[0]), Long.parseLong(args[1]));
        System.out.printf(
                """
                - restarts of one of the two services under load: %d, half of them SIGKILL; seed %s
                - decisions answered: %,d by both, each recorded once, each limit within its bounds, each replayed to the same bytes
                - what clients had before an answer, and mended by sending again: %s
                - broken: %s
                """,
                result.restarts(),
                args[1],
                result.decisions(),
                result.otherwise(),
                result.broken().isEmpty() && result.both() ? "nothing" : result.broken());
        System.exit(result.broken().isEmpty() && result.both() ? 0 : 1);
    }
}
