package io.bareme.api;

import io.bareme.exchange.Problem;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the query of an address can be read at all: percent-encoded UTF-8 (RFC 3986, section 2.1). */
final class QueryEncoding {

    private static final Pattern NO_BYTE = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final int LONGEST_SHOWN = 80;

    private QueryEncoding() {}

    /** Each parameter that cannot be read, as it was sent; {@code query} is null where the address has none. */
    static List<Problem> problems(@Nullable String query) {
        return query == null || query.indexOf('%') < 0
                ? List.of()
                : Arrays.stream(query.split("&"))
                        .filter(parameter -> !readable(parameter))
                        .map(QueryEncoding::problem)
                        .toList();
    }

    private static boolean readable(String text) {
        if (NO_BYTE.matcher(text).find()) {
            return false;
        }
        byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static Problem problem(String parameter) {
        int end = parameter.indexOf('=');
        String name = end < 0 ? parameter : parameter.substring(0, end);
        String value = end < 0 ? "" : parameter.substring(end + 1);
        return new Problem("/" + shortened(name), '"' + shortened(value) + '"', "parameter-encoding", Map.of(), null);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
