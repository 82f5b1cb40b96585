package io.bareme.rulebook.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file. It is UTF-8. A byte order mark at its beginning and Windows line ends (CRLF) change no meaning
 * and are read over in silence; any other encoding is refused, never guessed.
 */
final class SourceText {

    private static final String ALLOWED = "UTF-8 text";

    private SourceText() {}

    /** The text, or null when a problem was reported. */
    static @Nullable String decode(String file, byte[] bytes, Problems problems) {
        if (startsLikeUtf16(bytes)) {
            problems.add(
                    file,
                    "",
                    "",
                    "the file is in UTF-16",
                    ALLOWED,
                    "it was saved as \"Unicode text\": save it as \"CSV UTF-8\"");
            return null;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            problems.add(notUtf8(file, text, bytes[in.position()]));
            return null;
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            problems.add(file, "line " + lineAt(text, nul), "", "a NUL character: this is no text file", ALLOWED, null);
            return null;
        }
        return withoutMark(text);
    }

    private static Problem notUtf8(String file, String before, byte culprit) {
        int lineStart = before.lastIndexOf('\n') + 1;
        String near = before.substring(Math.max(lineStart, before.length() - 20));
        return new Problem(
                file,
                "line " + lineAt(before, before.length()),
                near,
                "the byte after it (0x%02X) is not UTF-8".formatted(culprit & 0xFF),
                ALLOWED,
                "the file was saved in Windows-1252, as Excel's plain \"CSV\" does: save it as \"CSV UTF-8\"");
    }

    private static boolean startsLikeUtf16(byte[] bytes) {
        return bytes.length >= 2
                && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                        || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static int lineAt(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
