package io.bareme.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text in UTF-8 that are not blank, with or without a byte order mark, ended as Unix or Windows does. One
 * line is held at a time.
 */
final class WordingLines {

    /** A line of more characters is no wording. */
    static final int LONGEST = 10_000;

    private static final int MOST_BYTES_A_CHARACTER = 3; // of UTF-8, for one char of Java
    private static final int SHOWN_OF_TOO_LONG = 60;

    private final BoundedLines lines;

    /** @param whole false when the line has more than {@value #LONGEST} characters: then the text is its beginning */
    record Line(String text, boolean whole) {}

    /** A text that is not UTF-8, with the line where that shows. */
    static final class NotUtf8 extends IOException {
        private static final long serialVersionUID = 1L;

        private final long line;

        NotUtf8(long line) {
            super("Not UTF-8 at line " + line);
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    WordingLines(InputStream text) {
        this.lines = new BoundedLines(text, LONGEST * MOST_BYTES_A_CHARACTER);
    }

    /** The next line that is not blank; null at the end. Throws {@link NotUtf8} when the text is something else. */
    @Nullable
    Line next() throws IOException {
        for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
            String text = line.whole() ? decoded(line) : new String(line.bytes(), StandardCharsets.UTF_8);
            String unmarked = line.number() == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
            if (!line.whole() || unmarked.length() > LONGEST) {
                return new Line(unmarked.substring(0, SHOWN_OF_TOO_LONG) + "…", false);
            }
            if (!unmarked.isBlank()) {
                return new Line(unmarked, true);
            }
        }
        return null;
    }

    private static String decoded(BoundedLines.Line line) throws NotUtf8 {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.bytes()))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new NotUtf8(line.number());
        }
    }
}
