package io.bareme.launcher;

import io.bareme.launcher.ClaimPipeline.Count;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** How far a stream is, once a second, on one line of a terminal; nothing when nobody watches. */
final class Progress implements Consumer<Count> {

    private static final long EVERY = Duration.ofSeconds(1).toNanos();

    private final PrintWriter terminal;
    private final long started = System.nanoTime();
    private long told = started;

    private Progress(PrintWriter terminal) {
        this.terminal = terminal;
    }

    static Consumer<Count> onTerminal(PrintWriter terminal) {
        return watched() ? new Progress(terminal) : count -> {};
    }

    /** Java only tells whether both input and output are a terminal; Linux tells for standard error alone. */
    private static boolean watched() {
        try {
            String standardError =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return standardError.startsWith("/dev/pts/") || standardError.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }

    @Override
    public void accept(Count count) {
        long now = System.nanoTime();
        if (now - told >= EVERY) {
            told = now;
            double seconds = (now - started) / 1e9;
            terminal.printf(
                    Locale.ROOT,
                    "\r%,d claims, %,.0f/s, %,d bad ",
                    count.lines(),
                    count.lines() / seconds,
                    count.bad());
            terminal.flush();
        }
    }
}
