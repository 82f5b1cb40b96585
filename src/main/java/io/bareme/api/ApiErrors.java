package io.bareme.api;

import io.bareme.api.ProblemReply.Kind;
import io.bareme.exchange.Problem;
import io.bareme.explanation.Language;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

    /** The body for a request of which these parameters cannot be read. */
    static byte[] body(List<Problem> problems, Language language) {
        return JSON.writeValueAsBytes(ProblemReply.details(
                Kind.BAD_REQUEST, HttpServletResponse.SC_BAD_REQUEST, language, problems, Map.of()));
    }

    /** The server calls a body that breaks off a bad request, whatever was answered to it; to us it is unfinished. */
    static int status(HttpServletRequest request, HttpServletResponse response) {
        boolean brokenOff = response.getStatus() == HttpServletResponse.SC_BAD_REQUEST
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException;
        return brokenOff ? HttpServletResponse.SC_REQUEST_TIMEOUT : response.getStatus();
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
