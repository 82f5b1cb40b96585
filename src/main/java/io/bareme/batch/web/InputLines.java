package io.bareme.batch.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a body, each within bounds: one that is too long is passed over, not kept. */
final class InputLines {

    /** A body of a million bytes, and the words around it. */
    static final int LONGEST = 1_001_000;

    private static final int BUFFER = 8_192;

    private final InputStream input;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    InputLines(InputStream input) {
        this.input = input;
    }

    /** @param bytes null for a line that is too long */
    record Line(byte @Nullable [] bytes) {

        boolean isBlank() {
            if (bytes == null) {
                return false;
            }
            for (byte one : bytes) {
                if (one != ' ' && one != '\t' && one != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The next line without its end; null at the end of the body. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean any = false;
        boolean tooLong = false;
        while (fill()) {
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            tooLong |= line.size() + (at - from) > LONGEST;
            if (!tooLong) {
                line.write(buffer, from, at - from);
            }
            if (at < end) {
                at++;
                return new Line(tooLong ? null : line.toByteArray());
            }
        }
        return any ? new Line(tooLong ? null : line.toByteArray()) : null;
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        at = 0;
        end = Math.max(0, input.read(buffer));
        return end > 0;
    }
}
