package io.bareme.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Lines of a text in UTF-8, with or without a byte order mark, ended as Unix or Windows does. */
final class WordingLines {

    private WordingLines() {}

    /** A text that is not UTF-8, with the line where that shows. */
    static final class NotUtf8 extends IOException {
        private static final long serialVersionUID = 1L;

        private final int line;

        NotUtf8(int line) {
            super("Not UTF-8 at line " + line);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** The lines that are not blank. Throws {@link NotUtf8} before giving any when the text is not UTF-8. */
    static Stream<String> read(InputStream text) throws IOException {
        byte[] bytes = text.readAllBytes();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new NotUtf8(lineAt(bytes, in.position()));
        }
        String decoded = out.flip().toString();
        String unmarked = decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
        return unmarked.lines().filter(line -> !line.isBlank());
    }

    private static int lineAt(byte[] bytes, int place) {
        int line = 1;
        for (int i = 0; i < place; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
