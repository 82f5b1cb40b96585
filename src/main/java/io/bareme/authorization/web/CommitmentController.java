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
import io.bareme.authorization.Promises;
import io.bareme.decision.Caller;
import io.bareme.decision.Overtaken;
import io.bareme.exchange.ExtensionForm;
import io.bareme.exchange.Problem;
import io.bareme.exchange.Read;
import io.bareme.exchange.Statement;
import io.bareme.explanation.Language;
import io.bareme.journal.ChangeOutcome;
import io.bareme.journal.Commitment;
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
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;

/** Extends what an authorization promised. */
@ApiController
@Tag(name = "Commitments", description = "What approved authorizations promise, and what becomes of it.")
class CommitmentController {

    static final String PATH = "/api/v1/authorizations/{id}";

    private final Authorizations authorizations;
    private final Promises promises;
    private final Statements statements;
    private final Clock clock;

    CommitmentController(Authorizations authorizations, Promises promises, Statements statements, Clock clock) {
        this.authorizations = authorizations;
        this.promises = promises;
        this.statements = statements;
        this.clock = clock;
    }

    /** What this address and {@link ReplacementController} may answer. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "201",
            description = "Done; the authorization with its commitment.",
            content = @Content(schema = @Schema(implementation = Statement.class)))
    @ApiResponse(responseCode = "404", description = "No authorization bears this id or number.")
    @ApiResponse(
            responseCode = "409",
            description = "The commitment is used, expired, cancelled or replaced, or there is none; another decision"
                    + " has taken its place.")
    @interface Answers {}

    @PostOnce(PATH + "/extension")
    @Operation(
            summary = "Extend a commitment",
            description = "To a later day, 180 days after its receipt at most. No limit moves.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ExtensionForm.class),
                                            examples = @ExampleObject(value = "{\"validUntil\": \"2027-03-31\"}"))))
    @Answers
    ResponseEntity<Object> extend(@PathVariable String id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        Language language = Asking.language(request);
        Body body = Body.of(request);
        if (body == null) {
            return ProblemReply.of(Kind.TOO_LARGE, language);
        }
        StoredDecision decision =
                AuthorizationController.named(authorizations, id).orElse(null);
        if (decision == null) {
            return ProblemReply.of(Kind.UNKNOWN, language);
        }
        Caller caller = Caller.current();
        Commitment of = promises.commitment(caller, decision).orElse(null);
        if (of == null) {
            return ProblemReply.of(Kind.NO_COMMITMENT, language);
        }
        Read<ExtensionForm> read =
                ExtensionForm.read(body.bytes(), of.firstDay(), of.lastDay(), Authorizations.longest(of, decision));
        String hash = hash(decision, "extension", body);
        return switch (Sent.of(request, read)) {
            case Sent.Usable<ExtensionForm>(var form, var key) -> {
                var outcome = promises.extend(caller, of, key, hash, form.validUntil(), form.reason());
                yield reply(decision, outcome, form, language);
            }
            case Sent.Refused<ExtensionForm> refused -> refused.reply(Kind.BAD_REQUEST, language);
        };
    }

    /** The same body sent elsewhere is another request. */
    static String hash(StoredDecision decision, String what, Body body) {
        return what + " " + decision.id() + " " + body.hash();
    }

    private ResponseEntity<Object> reply(
            StoredDecision decision, ChangeOutcome outcome, ExtensionForm form, Language language) {
        return switch (outcome) {
            case ChangeOutcome.Done(Commitment now) -> told(decision, now, false, language);
            case ChangeOutcome.Before(Commitment then) -> told(decision, then, true, language);
            case ChangeOutcome.KeyUsed() -> ProblemReply.of(Kind.KEY_USED, language);
            case ChangeOutcome.Refused(Commitment as) -> refused(decision, as, form, language);
        };
    }

    private ResponseEntity<Object> refused(
            StoredDecision decision, Commitment as, ExtensionForm form, Language language) {
        Commitment.Status status = as.statusAt(clock.instant());
        boolean open = status == Commitment.Status.VALID || status == Commitment.Status.USED;
        if (open) {
            Problem beyond =
                    ExtensionForm.beyond(form.validUntil(), as.lastDay(), Authorizations.longest(as, decision));
            return ProblemReply.of(Kind.BAD_REQUEST, language, beyond);
        }
        return OvertakenReply.of(new Overtaken.Ended(as.number(), status.word(), as.lastDay()), language);
    }

    private ResponseEntity<Object> told(StoredDecision decision, Commitment as, boolean before, Language language) {
        Statement changed = statements.after(Caller.current(), decision, as, language);
        return Reply.recorded("/api/v1/authorizations/" + decision.id(), before, changed, language);
    }
}
