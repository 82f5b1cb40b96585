package io.bareme.authorization.web;

import io.bareme.adjudication.Review;
import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.Body;
import io.bareme.api.PostOnce;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.api.Reply;
import io.bareme.authorization.Authorizations;
import io.bareme.decision.Caller;
import io.bareme.decision.Resuming;
import io.bareme.decision.Resuming.Answer;
import io.bareme.exchange.Problem;
import io.bareme.exchange.Read;
import io.bareme.exchange.ResolutionForm;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;

/** Settles, as a person, an authorization that was referred. */
@ApiController
@Tag(name = "Clocks", description = "How long a person has to settle a referred authorization.")
class ResolutionController {

    private final Authorizations authorizations;
    private final Resuming resuming;
    private final Statements statements;

    ResolutionController(Authorizations authorizations, Resuming resuming, Statements statements) {
        this.authorizations = authorizations;
        this.resuming = resuming;
        this.statements = statements;
    }

    @PostOnce("/api/v1/authorizations/{id}/resolution")
    @Operation(
            summary = "Settle a referred authorization",
            description = "By a handler, or by a medical adviser where a doctor must look: the doubts are lifted, or"
                    + " lines are refused. It is decided once more, by the edition in force and on the limits as they"
                    + " are now; the amounts are the engine's.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ResolutionForm.class),
                                            examples = {
                                                @ExampleObject(
                                                        name = "Approved",
                                                        value = "{\"by\": \"handler-7\", \"words\": \"tarif vu avec le"
                                                                + " cabinet\"}"),
                                                @ExampleObject(
                                                        name = "Refused",
                                                        value =
                                                                "{\"by\": \"doctor-2\", \"words\": \"pas d'indication\","
                                                                        + " \"refuse\": \"not-justified\"}")
                                            })),
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "Decided in the place of the referred decision; Location names it.",
                        content = @Content(schema = @Schema(implementation = Statement.class))),
                @ApiResponse(
                        responseCode = "403",
                        description = "A doctor must look (medical-review), or a handler (review): the token has the"
                                + " scope of the other alone."),
                @ApiResponse(responseCode = "404", description = "No authorization bears this id or number."),
                @ApiResponse(
                        responseCode = "409",
                        description =
                                "Nobody is waited for; it is incomplete, or was cancelled; it would still wait; there is no such line.")
            })
    ResponseEntity<Object> resolve(@PathVariable @Schema(format = "uuid") String id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        Language language = Asking.language(request);
        Body body = Body.of(request);
        if (body == null) {
            return ProblemReply.of(Kind.TOO_LARGE, language);
        }
        Asking.Key key = Asking.key(request);
        List<Problem> problems = new ArrayList<>(key.problems());
        Read<ResolutionForm> read = ResolutionForm.read(body.bytes());
        if (read instanceof Read.Refused<ResolutionForm>(List<Problem> more)) {
            problems.addAll(more);
        }
        String usable = key.usable();
        UUID known = Asking.uuid(id);
        StoredDecision referred = known == null
                ? null
                : authorizations.find(Caller.current(), known).orElse(null);
        if (referred == null) {
            return ProblemReply.of(Kind.UNKNOWN, language);
        }
        return read instanceof Read.Valid<ResolutionForm>(ResolutionForm form) && usable != null
                ? resolved(referred, form, usable, "resolution " + known + " " + body.hash(), language)
                : ProblemReply.of(Kind.BAD_REQUEST, language, problems, Map.of());
    }

    private ResponseEntity<Object> resolved(
            StoredDecision referred, ResolutionForm form, String key, String hash, Language language) {
        int count = referred.decision().lines().size();
        if (form.lines().stream().anyMatch(line -> line > count)) {
            return ProblemReply.of(Kind.NO_SUCH_LINE, language, List.of(), Map.of("count", String.valueOf(count)));
        }
        List<Integer> lines =
                form.lines().isEmpty() ? IntStream.rangeClosed(1, count).boxed().toList() : form.lines();
        Review.Refusal refusal = form.refuse() == null ? null : new Review.Refusal(lines, form.refuse());
        return reply(
                resuming.resume(
                        Caller.current(), referred, form.by(), form.words(), refusal, key, hash, Authorizations::taken),
                language);
    }

    private ResponseEntity<Object> reply(Answer answer, Language language) {
        return switch (answer) {
            case Answer.New(StoredDecision decision) -> told(decision, false, language);
            case Answer.Known(StoredDecision decision) -> told(decision, true, language);
            case Answer.KeyUsed() -> ProblemReply.of(Kind.KEY_USED, language);
            case Answer.NotTheirs(boolean medical, String scope) ->
                ProblemReply.lacking(medical ? Kind.MEDICAL_REVIEW : Kind.FORBIDDEN, scope, language);
            case Answer.Incomplete(UUID id) -> PieceController.incomplete(id, language);
            case Answer.Cancelled() -> ProblemReply.of(Kind.REQUEST_CANCELLED, language);
            case Answer.NotWaiting() -> ProblemReply.of(Kind.NOT_WAITING, language);
            case Answer.StillWaits(var reasons) ->
                ProblemReply.of(Kind.STILL_WAITS, language, List.of(), Map.of("reasons", String.join(", ", reasons)));
        };
    }

    private ResponseEntity<Object> told(StoredDecision decision, boolean before, Language language) {
        return Reply.recorded(
                "/api/v1/authorizations/" + decision.id(),
                before,
                statements.atReceipt(Caller.current(), decision, language),
                language);
    }
}
