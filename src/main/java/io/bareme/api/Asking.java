package io.bareme.api;

import io.bareme.exchange.BatchLine;
import io.bareme.exchange.Problem;
import io.bareme.explanation.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What every request of the API says besides its body. */
public final class Asking {

    /** The header by which a request that is sent again is recognised. */
    public static final String KEY = "Idempotency-Key";
    /** Told where a request was answered before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    /** An attribute of a request that is a line of a batch. */
    public static final String LINE = "io.bareme.api.line";

    private static final String KEY_FORM = "[!-~]{1,200}";

    private Asking() {}

    public static Language language(HttpServletRequest request) {
        return Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * The idempotency key of a request.
     *
     * @param usable null when there is none that may be used; then {@code problems} says why
     */
    record Key(@Nullable String usable, List<Problem> problems) {}

    static Key key(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders(KEY));
        if (keys.size() == 1 && keys.getFirst().matches(KEY_FORM)) {
            return new Key(keys.getFirst(), List.of());
        }
        if (keys.isEmpty() && request.getAttribute(LINE) != null) {
            return new Key(null, List.of(BatchLine.NO_KEY));
        }
        String what = keys.size() > 1 ? "keys" : "no-key";
        return new Key(null, List.of(new Problem("", shown(keys), what, Map.of(), null)));
    }

    /** Null for what is not written in the 36 characters of an id. */
    public static @Nullable UUID uuid(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? uuid : null;
        } catch (IllegalArgumentException noUuid) {
            return null;
        }
    }

    private static String shown(List<String> keys) {
        return keys.stream().limit(5).map(key -> '"' + shortened(key) + '"').collect(Collectors.joining(", "));
    }

    private static String shortened(String key) {
        String visible = key.replaceAll("[^!-~ ]", "?");
        return visible.length() <= 80 ? visible : visible.substring(0, 80) + "…";
    }
}
