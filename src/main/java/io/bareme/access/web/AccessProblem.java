package io.bareme.access.web;

import io.bareme.explanation.Language;
import io.bareme.explanation.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** A request refused before it reaches its address, as problem details (RFC 9457). */
enum AccessProblem {
    UNAUTHENTICATED(401, "unauthenticated"),
    FORBIDDEN(403, "forbidden"),
    TOO_MANY(429, "too-many"),
    TOO_MANY_SECRETS(429, "too-many", "too-many-secrets"),
    UNREADABLE(503, "unavailable", "unreadable");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Messages MESSAGES = new Messages("problems");

    private final int status;
    private final String code;
    private final String words;

    AccessProblem(int status, String code) {
        this(status, code, code);
    }

    AccessProblem(int status, String code, String words) {
        this.status = status;
        this.code = code;
        this.words = words;
    }

    /** Headers that belong to the refusal are set before. */
    void answer(HttpServletRequest request, HttpServletResponse response, Map<String, String> parameters)
            throws IOException {
        Language language = Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:bareme:problem:" + code);
        problem.put("title", MESSAGES.say("title." + words, parameters, language.locale()));
        problem.put("status", status);
        problem.put("detail", MESSAGES.say("detail." + words, parameters, language.locale()));
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.code());
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }
}
