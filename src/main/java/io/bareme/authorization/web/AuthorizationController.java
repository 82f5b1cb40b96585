package io.bareme.authorization.web;

import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.Body;
import io.bareme.api.Claims;
import io.bareme.api.Examples;
import io.bareme.api.PostOnce;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.api.RefusalsOfClaims;
import io.bareme.api.Reply;
import io.bareme.authorization.Authorizations;
import io.bareme.decision.Caller;
import io.bareme.exchange.Channel;
import io.bareme.exchange.ClaimForm;
import io.bareme.exchange.ClaimReader;
import io.bareme.exchange.Read;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Asks for an authorization: decided, recorded with what it reserves, and found again. */
@ApiController
@Tag(
        name = "Authorizations",
        description = "Decided at once, recorded for good, reserving what it takes of each limit.")
class AuthorizationController {

    static final String PATH = "/api/v1/authorizations";

    private final Authorizations authorizations;
    private final Claims claims;
    private final Statements statements;
    private final Clock clock;

    AuthorizationController(Authorizations authorizations, Claims claims, Statements statements, Clock clock) {
        this.authorizations = authorizations;
        this.claims = claims;
        this.statements = statements;
        this.clock = clock;
    }

    @PostOnce(PATH)
    @Operation(
            summary = "Ask for an authorization",
            description =
                    "For a member. An unknown act or member is decided too: referred or incomplete, with its reason."
                            + " The same request sent again with its key has the same answer, recorded once.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ClaimForm.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "A consultation",
                                                            value = Examples.CONSULTATION))),
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "Decided and recorded; Location names it.",
                        content = @Content(schema = @Schema(implementation = Statement.class))),
                @ApiResponse(
                        responseCode = "503",
                        description = "Nothing could be recorded: send the same request again with the same key.")
            })
    @RefusalsOfClaims
    ResponseEntity<Object> authorize(HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        Language language = Asking.language(request);
        Body body = Body.of(request);
        if (body == null) {
            return ProblemReply.of(Kind.TOO_LARGE, language);
        }
        Caller caller = Caller.current();
        Read<ClaimForm> read = ClaimReader.read(body.bytes(), Channel.AUTHORIZATION, LocalDate.now(clock));
        String hash = body.hash();
        return claims.taken(
                request,
                read,
                hash,
                (form, key) -> authorizations.authorize(caller, form, key, hash),
                answer -> statements.reply(answer, language));
    }

    @GetMapping(PATH + "/{id}")
    @Operation(
            summary = "Find an authorization",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The decision as it was recorded, with its commitment as it is now.",
                        content = @Content(schema = @Schema(implementation = Statement.class))),
                @ApiResponse(responseCode = "404", description = "No decision bears this id or number.")
            })
    ResponseEntity<Object> find(
            @PathVariable @Schema(description = "The decision's id, or the number of its commitment.") String id,
            HttpServletRequest request) {
        Language language = Asking.language(request);
        return named(authorizations, id)
                .map(decision -> Reply.found(statements.now(Caller.current(), decision, language), language))
                .orElseGet(() -> ProblemReply.of(Kind.UNKNOWN, language));
    }

    /** By its id or the number of its commitment. */
    static Optional<StoredDecision> named(Authorizations authorizations, String idOrNumber) {
        UUID id = Asking.uuid(idOrNumber);
        Caller caller = Caller.current();
        return id == null ? authorizations.find(caller, idOrNumber) : authorizations.find(caller, id);
    }
}
