package io.bareme.notification.web;

import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.Body;
import io.bareme.api.PostOnce;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.api.Reply;
import io.bareme.api.Sent;
import io.bareme.decision.Caller;
import io.bareme.exchange.PlaceForm;
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

/** The addresses at which a client is told of what happens later, and what could not be delivered to them. */
@ApiController
@Tag(name = "Webhooks", description = "Addresses at which a client is told of what happens later.")
class WebhookController {

    private static final String PATH = "/api/v1/webhooks";

    private final Webhooks webhooks;
    private final Deliveries deliveries;

    WebhookController(Webhooks webhooks, Deliveries deliveries) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    @PostOnce(PATH)
    @Operation(
            summary = "Add an address",
            description = "Ten for a client at most. The answer holds the secret that signatures are made with.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
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
                        content = @Content(schema = @Schema(implementation = WebhookReply.class))),
                @ApiResponse(
                        responseCode = "400",
                        description = "The body cannot be read, or messages may not go there. Nothing was recorded."),
                @ApiResponse(responseCode = "409", description = "The client has ten.")
            })
    ResponseEntity<Object> add(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        Language language = Asking.language(request);
        Body body = Body.of(request);
        if (body == null) {
            return ProblemReply.of(Kind.TOO_LARGE, language);
        }
        Read<WebhookForm> read = WebhookForm.read(body.bytes(), Event.words()).checked(form -> unaccepted(form.url()));
        return switch (Sent.of(request, read)) {
            case Sent.Usable<WebhookForm>(var form, var key) ->
                reply(webhooks.add(Caller.current(), form.url(), form.events(), key, body.hash()), language);
            case Sent.Refused<WebhookForm> refused -> refused.reply(Kind.BAD_REQUEST, language);
        };
    }

    private List<Problem> unaccepted(String url) {
        return webhooks.accepts(url)
                ? List.of()
                : List.of(new Problem("/url", '"' + shown(url) + '"', "not-a-url", Map.of(), null));
    }

    private static String shown(String url) {
        return url.length() <= 80 ? url : url.substring(0, 80) + "…";
    }

    private static ResponseEntity<Object> reply(Added added, Language language) {
        return switch (added) {
            case Added.Done done ->
                Reply.recorded(PATH + "/" + done.webhook().id(), done.before())
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(WebhookReply.withSecret(done.webhook()));
            case Added.KeyUsed() -> ProblemReply.of(Kind.KEY_USED, language);
            case Added.TooMany() ->
                ProblemReply.of(
                        Kind.TOO_MANY_WEBHOOKS, language, List.of(), Map.of("most", String.valueOf(Webhooks.MOST)));
        };
    }

    @GetMapping(PATH)
    @Operation(
            summary = "List the client's addresses",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Ten at most, without their secrets.",
                            content = @Content(schema = @Schema(implementation = WebhookReply.All.class))))
    ResponseEntity<Object> list() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new WebhookReply.All(webhooks.of(Caller.current()).stream()
                        .map(WebhookReply::of)
                        .toList()));
    }

    @DeleteMapping(PATH + "/{id}")
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

    @GetMapping(PATH + "/dead-letters")
    @Operation(
            summary = "List the messages that were given up",
            parameters = {
                @Parameter(
                        name = "after",
                        in = ParameterIn.QUERY,
                        description = "The next of the page before.",
                        schema = @Schema(type = "integer", format = "int64", minimum = "0")),
                @Parameter(
                        name = "size",
                        in = ParameterIn.QUERY,
                        description = "Of a page.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page, the oldest first.",
                        content = @Content(schema = @Schema(implementation = WebhookReply.DeadLetters.class))),
                @ApiResponse(responseCode = "400", description = "A parameter cannot be read.")
            })
    ResponseEntity<Object> dead(HttpServletRequest request) {
        return switch (PlaceForm.read(request.getParameterMap())) {
            case Read.Refused<PlaceForm>(List<Problem> problems) ->
                ProblemReply.of(Kind.BAD_REQUEST, Asking.language(request), problems, Map.of());
            case Read.Valid<PlaceForm>(PlaceForm form) -> dead(form);
        };
    }

    private ResponseEntity<Object> dead(PlaceForm form) {
        long after = form.after() == null ? 0 : form.after();
        List<Delivery.Dead> page = deliveries.dead(Caller.current(), after, form.size());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new WebhookReply.DeadLetters(
                        page.stream().map(WebhookReply.DeadLetter::of).toList(),
                        page.size() < form.size()
                                ? null
                                : page.getLast().delivery().position()));
    }

    @PostMapping(PATH + "/dead-letters/{id}/retry")
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
