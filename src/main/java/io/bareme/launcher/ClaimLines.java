package io.bareme.launcher;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, one after the other, as bytes. A line longer than {@value #LONGEST} bytes is read past, never
 * held: its text is null.
 */
final class ClaimLines {

    static final int LONGEST = 1_000_000;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private long number;

    /** One line without its end ({@code LF} or {@code CRLF}); the number counts from 1. */
    record Line(long number, byte @Nullable [] text) {}

    ClaimLines(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER);
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        boolean tooLong = false;
        int one = in.read();
        if (one < 0) {
            return null;
        }
        number++;
        while (one >= 0 && one != '\n') {
            if (text.size() < LONGEST) {
                text.write(one);
            } else {
                tooLong = true;
            }
            one = in.read();
        }
        return new Line(number, tooLong ? null : withoutReturn(text.toByteArray()));
    }

    private static byte[] withoutReturn(byte[] line) {
        boolean returns = line.length > 0 && line[line.length - 1] == '\r';
        return returns ? java.util.Arrays.copyOf(line, line.length - 1) : line;
    }
}
