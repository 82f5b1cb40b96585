package io.bareme.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs one of PostgreSQL's programs to its end. What it prints goes to a file, never to a pipe: a server started by it
 * would inherit the pipe and hold it open.
 */
final class Command {

    private static final File NOTHING = new File("/dev/null");
    private static final int PATIENCE_SECONDS = 120;
    private static final int LINES_SHOWN = 15;

    private Command() {}

    /** Throws {@link DatabaseException} with the last lines printed when it does not succeed. */
    static void run(Path log, List<String> words) {
        if (exitCode(log.toFile(), words) != 0) {
            throw new DatabaseException(
                    words.stream()
                                    .filter(word -> word.contains("/"))
                                    .findFirst()
                                    .orElse(words.getFirst()) + " failed: " + tail(log),
                    "the whole of what it said is in " + log);
        }
    }

    static boolean succeeds(List<String> words) {
        try {
            return exitCode(NOTHING, words) == 0;
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }

    /** The last lines of a log; empty when there is none. */
    static String tail(Path log) {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            return String.join(
                    System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int exitCode(File output, List<String> words) {
        var builder = new ProcessBuilder(new ArrayList<>(words))
                .redirectErrorStream(true)
                .redirectInput(NOTHING)
                .redirectOutput(output);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new DatabaseException(
                        words + " did not end within " + PATIENCE_SECONDS + " seconds.",
                        "the machine is very busy: try again; what it said is in " + output);
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + words, e);
        }
    }
}
