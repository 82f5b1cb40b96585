package io.bareme.launcher;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, one after the other, as bytes. Of a line longer than the bound only the beginning is held; the
 * rest is read past.
 */
final class BoundedLines {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int longest;
    private long number;

    /**
     * One line without its end ({@code LF} or {@code CRLF}).
     *
     * @param number counts from 1
     * @param whole false when the line was longer than the bound: then the bytes are its beginning
     */
    record Line(long number, byte[] bytes, boolean whole) {

        /** Whether the line holds spaces and tabs at most. */
        boolean blank() {
            for (byte one : bytes) {
                if (one != ' ' && one != '\t') {
                    return false;
                }
            }
            return whole;
        }
    }

    /** @param longest in bytes */
    BoundedLines(InputStream in, int longest) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.longest = longest;
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        int one = in.read();
        if (one < 0) {
            return null;
        }
        number++;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        boolean whole = true;
        while (one >= 0 && one != '\n') {
            if (text.size() < longest) {
                text.write(one);
            } else {
                whole = false;
            }
            one = in.read();
        }
        byte[] bytes = text.toByteArray();
        return new Line(number, whole ? withoutReturn(bytes) : bytes, whole);
    }

    private static byte[] withoutReturn(byte[] line) {
        boolean returns = line.length > 0 && line[line.length - 1] == '\r';
        return returns ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
