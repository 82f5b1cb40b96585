package io.bareme.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.exchange.Problem;
import io.bareme.explanation.Language;
import io.bareme.explanation.Messages;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Problem details (RFC 9457).
 *
 * @param type one for each kind of problem, {@code urn:bareme:problem:…}
 * @param errors everything that is wrong with the request, each at its place
 */
@Schema(name = "ProblemDetails", description = "Problem details (RFC 9457).")
@JsonInclude(Include.NON_EMPTY)
public record ProblemReply(
        @Schema(example = "urn:bareme:problem:bad-claim") String type,

        @Schema(example = "The request cannot be read as a claim")
        String title,

        @Schema(example = "400") int status,
        @Schema(description = "What to do about it.") String detail,

        @Schema(description = "Everything that is wrong, each at its place.")
        List<Problem.Told> errors) {

    private static final Messages MESSAGES = new Messages("problems");
    private static final String SECONDS_TO_WAIT = "5";
    private static final String TYPE = "urn:bareme:problem:";

    /** The kinds; each has a title and a detail in {@code messages/problems}. */
    public enum Kind {
        BAD_CLAIM(400, "bad-claim"),
        BAD_REQUEST(400, "bad-request"),
        UNKNOWN(404, "unknown"),
        METHOD(405, "method"),
        NOT_ACCEPTABLE(406, "not-acceptable"),
        UNFINISHED(408, "unfinished"),
        KEY_USED(409, "key-used"),
        NOT_WAITING(409, "not-waiting"),
        INCOMPLETE(409, "incomplete"),
        STILL_WAITS(409, "still-waits"),
        NO_SUCH_LINE(409, "no-such-line"),
        PIECE_AWAITED(409, "piece-awaited"),
        PIECE_NOT_ASKED(409, "piece-not-asked"),
        TOO_MANY_WEBHOOKS(409, "too-many-webhooks"),
        ORDER_CHANGED(409, "order-changed"),
        SUPERSEDED(409, "superseded"),
        REQUEST_CANCELLED(409, "request-cancelled"),
        COMMITMENT_ENDED(409, "commitment-ended"),
        NO_COMMITMENT(409, "no-commitment"),
        INVOICED(409, "invoiced-before"),
        GIVEN_BACK(409, "given-back"),
        EDITION_LOST(409, "edition-lost"),
        /** One that was asked for, not the one that decided. */
        EDITION_ASKED_LOST(409, "edition-lost", "edition-asked-lost"),
        FORBIDDEN(403, "forbidden"),
        MEDICAL_REVIEW(403, "medical-review"),
        TOO_MANY(429, "too-many"),
        BATCH_TOO_LONG(413, "batch-too-long"),
        TOO_LARGE(413, "too-large"),
        NOT_JSON(415, "not-json"),
        ENCODED(415, "encoded"),
        REFUSED(400, "refused"),
        FAILED(500, "failed"),
        UNAVAILABLE(503, "unavailable"),
        /** Nothing can be read, where nothing would be recorded. */
        UNREADABLE(503, "unavailable", "unreadable");

        private final int status;
        private final String code;
        private final String words;

        Kind(int status, String code) {
            this(status, code, code);
        }

        Kind(int status, String code, String words) {
            this.status = status;
            this.code = code;
            this.words = words;
        }
    }

    public static ResponseEntity<Object> of(Kind kind, Language language, Problem... problems) {
        return of(kind, language, List.of(problems), Map.of());
    }

    public static ResponseEntity<Object> of(
            Kind kind, Language language, List<Problem> problems, Map<String, String> parameters) {
        ResponseEntity.BodyBuilder reply = ResponseEntity.status(HttpStatusCode.valueOf(kind.status))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code());
        if (kind.status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            reply.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        return reply.body(details(kind, kind.status, language, problems, parameters));
    }

    /** The token lacks a scope that this takes (RFC 6750), whatever else it allows at that address. */
    public static ResponseEntity<Object> lacking(Kind kind, String scope, Language language) {
        ResponseEntity<Object> reply = of(kind, language, List.of(), Map.of("scope", scope));
        return ResponseEntity.status(reply.getStatusCode())
                .headers(reply.getHeaders())
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer realm=\"bareme\", error=\"insufficient_scope\", scope=\"" + scope + "\"")
                .body(reply.getBody());
    }

    public static ProblemReply details(
            Kind kind, int status, Language language, List<Problem> problems, Map<String, String> parameters) {
        return new ProblemReply(
                TYPE + kind.code,
                MESSAGES.say("title." + kind.words, parameters, language.locale()),
                status,
                MESSAGES.say("detail." + kind.words, parameters, language.locale()),
                problems.stream().map(problem -> problem.in(language)).toList());
    }
}
