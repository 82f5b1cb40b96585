package io.bareme.resequencing.web;

import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.Body;
import io.bareme.api.PostOnce;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.api.Reply;
import io.bareme.api.Sent;
import io.bareme.decision.Caller;
import io.bareme.exchange.ApprovalForm;
import io.bareme.explanation.Language;
import io.bareme.journal.StoredDecision;
import io.bareme.resequencing.Resequencing;
import io.bareme.resequencing.Resequencings;
import io.bareme.resequencing.Resequencings.Approval;
import io.swagger.v3.oas.annotations.Operation;
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
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Tells what care out of the order of its days would change, and corrects it once that is approved. */
@ApiController
@Tag(name = "Resequencings", description = "Care that came out of the order of its days, counted in that order.")
class ResequencingController {

    private static final String PATH = "/api/v1/resequencings/{id}";
    private static final String EXAMPLE =
            "{\"version\": \"6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b\"}";

    private final Resequencings resequencings;

    ResequencingController(Resequencings resequencings) {
        this.resequencings = resequencings;
    }

    @GetMapping(PATH)
    @Operation(
            summary = "What would change in the order of the days of care",
            description = "For a decision on an invoice that came after care of later days: every decision of the"
                    + " household that would come out otherwise, as things stand now, net effect first.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "What would change; no decision where the order changes nothing.",
                        content = @Content(schema = @Schema(implementation = ResequencingReply.class))),
                @ApiResponse(
                        responseCode = "404",
                        description = "No decision bears this id, or another client asked for care that is concerned.")
            })
    ResponseEntity<Object> find(@PathVariable @Schema(format = "uuid") String id, HttpServletRequest request) {
        Language language = Asking.language(request);
        UUID known = Asking.uuid(id);
        Optional<Resequencing> found = known == null ? Optional.empty() : resequencings.find(Caller.current(), known);
        return found.map(one -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .<Object>body(ResequencingReply.of(one)))
                .orElseGet(() -> ProblemReply.of(Kind.UNKNOWN, language));
    }

    @PostOnce(PATH + "/approval")
    @Operation(
            summary = "Correct what was listed",
            description = "All of it in one step, or nothing: each decision is superseded, what it took of limits is"
                    + " given back and taken anew. What was not seen is not approved.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ApprovalForm.class),
                                            examples = @ExampleObject(value = EXAMPLE))),
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "Corrected: the decisions that took the place of others.",
                        content = @Content(schema = @Schema(implementation = ApprovalReply.class))),
                @ApiResponse(
                        responseCode = "404",
                        description = "No decision bears this id, or another client asked for care that is concerned."),
                @ApiResponse(
                        responseCode = "409",
                        description = "Something else would change now, or nothing would: read the list again.")
            })
    ResponseEntity<Object> approve(@PathVariable @Schema(format = "uuid") String id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        Language language = Asking.language(request);
        Body body = Body.of(request);
        if (body == null) {
            return ProblemReply.of(Kind.TOO_LARGE, language);
        }
        UUID known = Asking.uuid(id);
        if (known == null) {
            return ProblemReply.of(Kind.UNKNOWN, language);
        }
        return switch (Sent.of(request, ApprovalForm.read(body.bytes()))) {
            case Sent.Usable<ApprovalForm>(var form, var key) ->
                resequencings
                        .approve(Caller.current(), known, form.version(), key, known + body.hash())
                        .map(approval -> reply(approval, known, language))
                        .orElseGet(() -> ProblemReply.of(Kind.UNKNOWN, language));
            case Sent.Refused<ApprovalForm> refused -> refused.reply(Kind.BAD_REQUEST, language);
        };
    }

    private static ResponseEntity<Object> reply(Approval approval, UUID id, Language language) {
        return switch (approval) {
            case Approval.Applied(List<StoredDecision> made) -> told(id, false, made, language);
            case Approval.Known(List<StoredDecision> made) -> told(id, true, made, language);
            case Approval.KeyUsed() -> ProblemReply.of(Kind.KEY_USED, language);
            case Approval.Changed(Resequencing now) ->
                ProblemReply.of(Kind.ORDER_CHANGED, language, List.of(), Map.of("version", now.version()));
        };
    }

    private static ResponseEntity<Object> told(UUID id, boolean before, List<StoredDecision> made, Language language) {
        return Reply.recorded("/api/v1/resequencings/" + id, before, ApprovalReply.of(made), language);
    }
}
