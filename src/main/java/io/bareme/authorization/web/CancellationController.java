package io.bareme.authorization.web;

import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.Body;
import io.bareme.api.OvertakenReply;
import io.bareme.api.PostOnce;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.api.Reply;
import io.bareme.api.Sent;
import io.bareme.authorization.Authorizations;
import io.bareme.authorization.Cancelling;
import io.bareme.authorization.Cancelling.Outcome;
import io.bareme.decision.Caller;
import io.bareme.exchange.CancellationForm;
import io.bareme.exchange.Statement;
import io.bareme.explanation.Language;
import io.bareme.journal.StoredDecision;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;

/** Cancels an authorization: what it promised, or what it asked for while it waits. */
@ApiController
@Tag(name = "Commitments", description = "What approved authorizations promise, and what becomes of it.")
class CancellationController {

    private final Authorizations authorizations;
    private final Cancelling cancelling;
    private final Statements statements;

    CancellationController(Authorizations authorizations, Cancelling cancelling, Statements statements) {
        this.authorizations = authorizations;
        this.cancelling = cancelling;
        this.statements = statements;
    }

    @PostOnce("/api/v1/authorizations/{id}/cancellation")
    @Operation(
            summary = "Cancel an authorization",
            description = "Approved: what it still reserves is given back, what invoices have used stays used. Waiting"
                    + " for a person, or for what is missing: what it reserved is given back, its clock ends and nobody"
                    + " settles it any more.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = CancellationForm.class),
                                            examples =
                                                    @ExampleObject(
                                                            value = "{\"reason\": \"le patient renonce aux soins\"}"))),
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "Done; the authorization with its commitment, or with its deadline.",
                        content = @Content(schema = @Schema(implementation = Statement.class))),
                @ApiResponse(responseCode = "404", description = "No authorization bears this id or number."),
                @ApiResponse(
                        responseCode = "409",
                        description = "The commitment is used, expired, cancelled or replaced; the request was refused,"
                                + " or cancelled before; another decision has taken its place.")
            })
    ResponseEntity<Object> cancel(@PathVariable String id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        Language language = Asking.language(request);
        Body body = Body.of(request);
        if (body == null) {
            return ProblemReply.of(Kind.TOO_LARGE, language);
        }
        Caller caller = Caller.current();
        StoredDecision decision =
                AuthorizationController.named(authorizations, id).orElse(null);
        if (decision == null) {
            return ProblemReply.of(Kind.UNKNOWN, language);
        }
        String hash = "cancellation " + decision.id() + " " + body.hash();
        return switch (Sent.of(request, CancellationForm.read(body.bytes()))) {
            case Sent.Usable<CancellationForm>(var form, var key) ->
                reply(caller, decision, cancelling.cancel(caller, decision, key, hash, form.reason()), language);
            case Sent.Refused<CancellationForm> refused -> refused.reply(Kind.BAD_REQUEST, language);
        };
    }

    private ResponseEntity<Object> reply(Caller caller, StoredDecision decision, Outcome outcome, Language language) {
        return switch (outcome) {
            case Outcome.Returned(var commitment, boolean before) ->
                done(statements.after(caller, decision, commitment, language), decision, before, language);
            case Outcome.Withdrawn(var cancelled, boolean before) ->
                done(statements.cancelled(caller, decision, cancelled, language), decision, before, language);
            case Outcome.KeyUsed() -> ProblemReply.of(Kind.KEY_USED, language);
            case Outcome.Nothing() -> ProblemReply.of(Kind.NO_COMMITMENT, language);
            case Outcome.Overtaken(var why) -> OvertakenReply.of(why, language);
        };
    }

    private static ResponseEntity<Object> done(
            Statement statement, StoredDecision decision, boolean before, Language language) {
        return Reply.recorded("/api/v1/authorizations/" + decision.id(), before, statement, language);
    }
}
