package io.bareme.authorization.web;

import io.bareme.authorization.Authorizations;
import io.bareme.authorization.Authorizations.Answer;
import io.bareme.authorization.Caller;
import io.bareme.authorization.exchange.ClaimForm;
import io.bareme.authorization.exchange.ClaimReader;
import io.bareme.authorization.exchange.ClaimReader.Channel;
import io.bareme.authorization.exchange.ClaimReader.Reading;
import io.bareme.authorization.exchange.Problem;
import io.bareme.authorization.exchange.Statement;
import io.bareme.authorization.web.ProblemReply.Kind;
import io.bareme.explanation.Language;
import io.bareme.journal.Input;
import io.bareme.journal.StoredDecision;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asks for an authorization: decided, recorded with what it reserves, and found again. */
@RestController
@Tag(
        name = "Authorizations",
        description = "Decided at once, recorded for good, reserving what it takes of each limit.")
class AuthorizationController {

    static final String KEY = "Idempotency-Key";
    /** Told where a request was answered before. */
    static final String REPLAYED = "Idempotency-Replayed";

    private static final String PATH = "/api/v1/authorizations";
    private static final String KEY_FORM = "[!-~]{1,200}";

    private final Authorizations authorizations;
    private final Clock clock;

    AuthorizationController(Authorizations authorizations, Clock clock) {
        this.authorizations = authorizations;
        this.clock = clock;
    }

    @PostMapping(
            path = PATH,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "Ask for an authorization",
            description =
                    "For a member. An unknown act or member is decided too: referred or incomplete, with its reason."
                            + " The same request sent again with its key has the same answer, recorded once.",
            parameters =
                    @Parameter(
                            name = KEY,
                            in = ParameterIn.HEADER,
                            required = true,
                            description = "1 to 200 visible ASCII characters, a new key for each request.",
                            example = "2f1c9d3e-1"),
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = ClaimForm.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "A consultation",
                                                            value = Examples.CONSULTATION))),
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "Decided and recorded; Location names it.",
                        content =
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = Statement.class))),
                @ApiResponse(
                        responseCode = "200",
                        description = "Answered before with this key: that answer, with Idempotency-Replayed: true.",
                        content =
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = Statement.class))),
                @ApiResponse(
                        responseCode = "409",
                        description = "The key has served for another request.",
                        content =
                                @Content(
                                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                        schema = @Schema(implementation = ProblemReply.class))),
                @ApiResponse(
                        responseCode = "503",
                        description = "Nothing could be recorded: send the same request again with the same key.",
                        content =
                                @Content(
                                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                        schema = @Schema(implementation = ProblemReply.class)))
            })
    @RefusalsOfClaims
    ResponseEntity<Object> authorize(HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        Language language = language(request);
        Body body = Body.of(request);
        if (body == null) {
            return ProblemReply.of(Kind.TOO_LARGE, language);
        }
        List<Problem> problems = new ArrayList<>();
        List<String> keys = Collections.list(request.getHeaders(KEY));
        String key = keys.isEmpty() ? null : keys.getFirst();
        boolean usable = keys.size() == 1 && key != null && key.matches(KEY_FORM);
        if (!usable) {
            problems.add(new Problem("", shown(keys), keys.size() > 1 ? "keys" : "no-key", Map.of(), null));
        }
        return switch (ClaimReader.read(body.bytes(), Channel.AUTHORIZATION, LocalDate.now(clock))) {
            case Reading.Refused refused -> {
                if (key != null && usable && refused.problems().stream().anyMatch(ClaimReader::dependsOnToday)) {
                    Optional<Answer> before = authorizations.known(Caller.current(), key, body.hash());
                    if (before.isPresent()) {
                        yield reply(before.get(), language);
                    }
                }
                problems.addAll(refused.problems());
                yield ProblemReply.of(Kind.BAD_CLAIM, language, problems, Map.of());
            }
            case Reading.Valid(ClaimForm form) ->
                key != null && usable
                        ? authorize(form, key, body, language)
                        : ProblemReply.of(Kind.BAD_CLAIM, language, problems, Map.of());
        };
    }

    private ResponseEntity<Object> authorize(ClaimForm form, String key, Body body, Language language) {
        return reply(authorizations.authorize(Caller.current(), form, key, body.hash()), language);
    }

    private static ResponseEntity<Object> reply(Answer answer, Language language) {
        return switch (answer) {
            case Answer.New(StoredDecision decision) ->
                ResponseEntity.created(URI.create(PATH + "/" + decision.id()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                        .body(statement(decision, language));
            case Answer.Known(StoredDecision decision) ->
                ResponseEntity.status(HttpStatus.OK)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                        .header(REPLAYED, "true")
                        .body(statement(decision, language));
            case Answer.KeyUsed used -> ProblemReply.of(Kind.KEY_USED, language);
        };
    }

    @GetMapping(
            path = PATH + "/{id}",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "Find an authorization",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The decision as it was recorded.",
                        content =
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = Statement.class))),
                @ApiResponse(
                        responseCode = "404",
                        description = "No decision bears this id.",
                        content =
                                @Content(
                                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                        schema = @Schema(implementation = ProblemReply.class)))
            })
    ResponseEntity<Object> find(@PathVariable @Schema(format = "uuid") String id, HttpServletRequest request) {
        Language language = language(request);
        UUID known = uuid(id);
        return (known == null ? Optional.<StoredDecision>empty() : authorizations.find(Caller.current(), known))
                .<ResponseEntity<Object>>map(decision -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                        .body(statement(decision, language)))
                .orElseGet(() -> ProblemReply.of(Kind.UNKNOWN, language));
    }

    /** Null for what is not written in the 36 characters of an id. */
    static @Nullable UUID uuid(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? uuid : null;
        } catch (IllegalArgumentException noUuid) {
            return null;
        }
    }

    static Language language(HttpServletRequest request) {
        return Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static Statement statement(StoredDecision stored, Language language) {
        Input input = stored.input();
        return Statement.recorded(
                stored.id(), stored.recorded(), input.claim(), stored.decision(), stored.engine(), language);
    }

    private static String shown(List<String> keys) {
        return keys.stream().limit(5).map(key -> '"' + shortened(key) + '"').collect(Collectors.joining(", "));
    }

    private static String shortened(String key) {
        String visible = key.replaceAll("[^!-~ ]", "?");
        return visible.length() <= 80 ? visible : visible.substring(0, 80) + "…";
    }
}
