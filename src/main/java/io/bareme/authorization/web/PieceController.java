package io.bareme.authorization.web;

import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.Body;
import io.bareme.api.PostOnce;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.api.Reply;
import io.bareme.api.Sent;
import io.bareme.authorization.Pieces;
import io.bareme.authorization.Pieces.Told;
import io.bareme.decision.Caller;
import io.bareme.exchange.PieceForm;
import io.bareme.exchange.Statement;
import io.bareme.explanation.Language;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;

/** Asks for a missing piece, which stops the clock of a referred authorization; tells that it has come. */
@ApiController
@Tag(name = "Clocks", description = "How long a person has to settle a referred authorization.")
class PieceController {

    private static final String PATH = "/api/v1/authorizations/{id}";
    private static final String EXAMPLE = "{\"piece\": \"compte rendu opératoire\"}";

    private final Pieces pieces;

    PieceController(Pieces pieces) {
        this.pieces = pieces;
    }

    /** What both addresses may answer. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "201",
            description = "Written down; the authorization with its deadline.",
            content = @Content(schema = @Schema(implementation = Statement.class)))
    @ApiResponse(responseCode = "404", description = "No authorization bears this id.")
    @ApiResponse(
            responseCode = "409",
            description =
                    "Nobody is waited for; the request is incomplete; the piece is awaited already, or nobody asked for it.")
    @interface Answers {}

    @PostOnce(PATH + "/pieces-requests")
    @Operation(
            summary = "Ask for a missing piece",
            description = "By a person, for a referred authorization: its clock stops until the piece comes.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = PieceForm.class),
                                            examples = @ExampleObject(value = EXAMPLE))))
    @Answers
    ResponseEntity<Object> ask(@PathVariable @Schema(format = "uuid") String id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        return told(request, id, pieces::ask);
    }

    @PostOnce(PATH + "/pieces")
    @Operation(
            summary = "Tell that a piece has come",
            description = "A document that a person asked for, by the same words: the clock goes on once none is"
                    + " awaited. A field of the claim comes with the whole claim, by a replacement.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = PieceForm.class),
                                            examples = @ExampleObject(value = EXAMPLE))))
    @Answers
    ResponseEntity<Object> bring(@PathVariable @Schema(format = "uuid") String id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        return told(request, id, pieces::bring);
    }

    private interface Telling {
        Optional<Told> tell(Caller caller, UUID id, String piece, String key, String bodyHash);
    }

    private static ResponseEntity<Object> told(HttpServletRequest request, String id, Telling telling)
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
        return switch (Sent.of(request, PieceForm.read(body.bytes()))) {
            case Sent.Usable<PieceForm>(var form, var key) ->
                telling.tell(Caller.current(), known, form.piece(), key, known + body.hash())
                        .map(told -> reply(known, told, language))
                        .orElseGet(() -> ProblemReply.of(Kind.UNKNOWN, language));
            case Sent.Refused<PieceForm> refused -> refused.reply(Kind.BAD_REQUEST, language);
        };
    }

    private static ResponseEntity<Object> reply(UUID id, Told told, Language language) {
        return switch (told) {
            case Told.Done done -> done(done, language);
            case Told.KeyUsed() -> ProblemReply.of(Kind.KEY_USED, language);
            case Told.NotWaiting() -> ProblemReply.of(Kind.NOT_WAITING, language);
            case Told.Incomplete() ->
                ProblemReply.of(Kind.INCOMPLETE, language, List.of(), Map.of("address", completion(id)));
            case Told.Awaited() -> ProblemReply.of(Kind.PIECE_AWAITED, language);
            case Told.NotAsked(List<String> awaited) ->
                ProblemReply.of(
                        Kind.PIECE_NOT_ASKED,
                        language,
                        List.of(),
                        awaited.isEmpty() ? Map.of() : Map.of("awaited", String.join(", ", awaited)));
        };
    }

    /** What a claim lacks comes with the whole claim. */
    static String completion(UUID id) {
        return PATH.replace("{id}", id.toString()) + "/replacement";
    }

    private static ResponseEntity<Object> done(Told.Done done, Language language) {
        return Reply.recorded(
                "/api/v1/authorizations/" + done.decision().id(),
                done.before(),
                Statements.of(done.decision(), Optional.of(done.deadline()), language),
                language);
    }
}
