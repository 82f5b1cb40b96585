package io.bareme.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The result could not be written: the disk is full, the output is closed, or its reader has gone. */
final class OutputLost extends UncheckedIOException {

    private static final long serialVersionUID = 1L;
    private static final int FAILED = 1;
    /** What a shell tells of a program whose reader has gone: 128 and the number of SIGPIPE. */
    private static final int READER_GONE = 141;

    private final String reason;

    OutputLost(IOException cause) {
        super(cause);
        this.reason = String.valueOf(cause.getMessage());
    }

    /** Says it in one line and gives the exit code; nothing is said when a reader, as {@code head}, took all it wanted. */
    int tell(PrintWriter error) {
        if (readerIsGone()) {
            return READER_GONE;
        }
        error.println("La sortie n'a pas pu être écrite en entier · The output could not be written whole: " + reason);
        error.flush();
        return FAILED;
    }

    /** The system says why in its own language, so that Linux is also asked whether the output is a pipe at all. */
    private boolean readerIsGone() {
        return reason.contains("Broken pipe") || isPipe("/proc/self/fd/1");
    }

    private static boolean isPipe(String descriptor) {
        try {
            String leadsTo = Files.readSymbolicLink(Path.of(descriptor)).toString();
            return leadsTo.startsWith("pipe:") || leadsTo.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }
}
