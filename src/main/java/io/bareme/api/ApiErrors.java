package io.bareme.api;

import io.bareme.api.ProblemReply.Kind;
import io.bareme.explanation.Language;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Problem details for what the server refuses before any controller hears of it. */
public final class ApiErrors {

    static final String API = "/api/";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ApiErrors() {}

    public static boolean concern(@Nullable String address) {
        return address != null && address.startsWith(API);
    }

    /** The body for a status of 400 or more. */
    public static byte[] body(int status, @Nullable String allowed, Language language) {
        Kind kind = kind(status);
        return JSON.writeValueAsBytes(ProblemReply.details(
                kind,
                status,
                language,
                List.of(),
                Map.of("allowed", allowed != null ? allowed : kind == Kind.NOT_JSON ? "application/json" : "")));
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 404 -> Kind.UNKNOWN;
            case 408 -> Kind.UNFINISHED;
            case 405 -> Kind.METHOD;
            case 406 -> Kind.NOT_ACCEPTABLE;
            case 413 -> Kind.TOO_LARGE;
            case 415 -> Kind.NOT_JSON;
            case 503 -> Kind.UNREADABLE;
            default -> status < 500 ? Kind.REFUSED : Kind.FAILED;
        };
    }
}
