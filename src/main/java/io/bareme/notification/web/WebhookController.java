package io.bareme.notification.web;

import io.bareme.api.Asking;
import io.bareme.api.Body;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.decision.Caller;
import io.bareme.exchange.Problem;
import io.bareme.exchange.Read;
import io.bareme.exchange.WebhookForm;
import io.bareme.explanation.Language;
import io.bareme.notification.Deliveries;
import io.bareme.notification.Delivery;
import io.bareme.notification.Event;
import io.bareme.notification.Webhooks;
import io.bareme.notification.Webhooks.Added;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The addresses at which a client is told of what happens later, and what could not be delivered to them. */
@RestController
@Tag(name = "Webhooks", description = "Addresses at which a client is told of what happens later.")
class WebhookController {

    private static final String PATH = "/api/v1/webhooks";
    private static final int MOST = 500;

    private final Webhooks webhooks;
    private final Deliveries deliveries;

    WebhookController(Webhooks webhooks, Deliveries deliveries) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    @PostMapping(
            path = PATH,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "Add an address",
            description = "Ten for a client at most. The answer holds the secret that signatures are made with.",
            parameters =
                    @Parameter(
                            name = Asking.KEY,
                            in = ParameterIn.HEADER,
                            required = true,
                            description = "1 to 200 visible ASCII characters, a new key for each request.",
                            example = "webhook-1"),
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = WebhookForm.class),
                                            examples =
                                                    @ExampleObject(
                                                            value =
                                                                    "{\"url\": \"https://example.org/bareme\", \"events\":"
                                                                            + " [\"authorization.decided\"]}"))),
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "Kept, with its secret.",
                        content =
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = WebhookReply.class))),
                @ApiResponse(
                        responseCode = "200",
                        description = "Made before with this key: that answer, with Idempotency-Replayed: true.",
                        content =
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = WebhookReply.class))),
                @ApiResponse(
                        responseCode = "400",
                        description = "The body cannot be read, or messages may not go there. Nothing was recorded."),
                @ApiResponse(
                        responseCode = "409",
                        description = "The client has ten, or the key has served for another request."),
                @ApiResponse(responseCode = "413", description = "The body has more than a million bytes."),
                @ApiResponse(responseCode = "415", description = "The body is not announced as application/json.")
            })
    ResponseEntity<Object> add(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        Language language = Asking.language(request);
        Body body = Body.of(request);
        if (body == null) {
            return ProblemReply.of(Kind.TOO_LARGE, language);
        }
        Asking.Key key = Asking.key(request);
        String usable = key.usable();
        List<Problem> problems = new ArrayList<>(key.problems());
        return switch (WebhookForm.read(body.bytes(), Event.words())) {
            case Read.Refused<WebhookForm>(List<Problem> more) -> {
                problems.addAll(more);
                yield ProblemReply.of(Kind.BAD_REQUEST, language, problems, Map.of());
            }
            case Read.Valid<WebhookForm>(WebhookForm form) -> {
                if (!webhooks.accepts(form.url())) {
                    problems.add(new Problem("/url", '"' + shown(form.url()) + '"', "not-a-url", Map.of(), null));
                }
                yield usable == null || !problems.isEmpty()
                        ? ProblemReply.of(Kind.BAD_REQUEST, language, problems, Map.of())
                        : reply(
                                webhooks.add(Caller.current(), form.url(), form.events(), usable, body.hash()),
                                language);
            }
        };
    }

    private static String shown(String url) {
        return url.length() <= 80 ? url : url.substring(0, 80) + "…";
    }

    private static ResponseEntity<Object> reply(Added added, Language language) {
        return switch (added) {
            case Added.Done done ->
                (done.before()
                                ? ResponseEntity.ok().header(Asking.REPLAYED, "true")
                                : ResponseEntity.created(
                                        URI.create(PATH + "/" + done.webhook().id())))
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(WebhookReply.withSecret(done.webhook()));
            case Added.KeyUsed() -> ProblemReply.of(Kind.KEY_USED, language);
            case Added.TooMany() ->
                ProblemReply.of(
                        Kind.TOO_MANY_WEBHOOKS, language, List.of(), Map.of("most", String.valueOf(Webhooks.MOST)));
        };
    }

    @GetMapping(
            path = PATH,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "List the client's addresses",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Ten at most, without their secrets.",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = WebhookReply.All.class))))
    ResponseEntity<Object> list() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new WebhookReply.All(webhooks.of(Caller.current()).stream()
                        .map(WebhookReply::of)
                        .toList()));
    }

    @DeleteMapping(
            path = PATH + "/{id}",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "Remove an address",
            description = "What waits to be sent there is given up.",
            responses = {
                @ApiResponse(responseCode = "204", description = "Removed.", content = @Content),
                @ApiResponse(responseCode = "404", description = "The client has no such address.")
            })
    ResponseEntity<Object> remove(@PathVariable @Schema(format = "uuid") String id, HttpServletRequest request) {
        UUID known = Asking.uuid(id);
        return known != null && webhooks.remove(Caller.current(), known)
                ? ResponseEntity.noContent().build()
                : ProblemReply.of(Kind.UNKNOWN, Asking.language(request));
    }

    @GetMapping(
            path = PATH + "/dead-letters",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "List the messages that were given up",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page, the oldest first.",
                        content =
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = WebhookReply.DeadLetters.class))),
                @ApiResponse(responseCode = "400", description = "The size or the place is out of bounds.")
            })
    ResponseEntity<Object> dead(
            @RequestParam(defaultValue = "0") @Schema(type = "integer", format = "int64", minimum = "0") String after,
            @RequestParam(defaultValue = "100") @Schema(type = "integer", minimum = "1", maximum = "500") String size,
            HttpServletRequest request) {
        if (!after.matches("\\d{1,18}") || !size.matches("\\d{1,3}")) {
            return ProblemReply.of(Kind.REFUSED, Asking.language(request));
        }
        int most = Integer.parseInt(size);
        if (most < 1 || most > MOST) {
            return ProblemReply.of(Kind.REFUSED, Asking.language(request));
        }
        List<Delivery.Dead> page = deliveries.dead(Caller.current(), Long.parseLong(after), most);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new WebhookReply.DeadLetters(
                        page.stream().map(WebhookReply.DeadLetter::of).toList(),
                        page.size() < most ? null : page.getLast().delivery().position()));
    }

    @PostMapping(
            path = PATH + "/dead-letters/{id}/retry",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "Send a message anew",
            description = "One that was given up; for one that waits or was taken it does nothing, so it may be asked"
                    + " again without a key.",
            responses = {
                @ApiResponse(responseCode = "204", description = "It is sent soon.", content = @Content),
                @ApiResponse(responseCode = "404", description = "The client has no such message.")
            })
    ResponseEntity<Object> retry(@PathVariable @Schema(format = "uuid") String id, HttpServletRequest request) {
        UUID known = Asking.uuid(id);
        return known != null && deliveries.retry(Caller.current(), known)
                ? ResponseEntity.noContent().build()
                : ProblemReply.of(Kind.UNKNOWN, Asking.language(request));
    }
}
