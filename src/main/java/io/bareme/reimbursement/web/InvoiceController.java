package io.bareme.reimbursement.web;

import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.Body;
import io.bareme.api.Claims;
import io.bareme.api.Examples;
import io.bareme.api.OvertakenReply;
import io.bareme.api.PostOnce;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.api.RefusalsOfClaims;
import io.bareme.api.Reply;
import io.bareme.decision.Caller;
import io.bareme.decision.Deciding.Answer;
import io.bareme.decision.Overtaken;
import io.bareme.exchange.Channel;
import io.bareme.exchange.ClaimForm;
import io.bareme.exchange.ClaimReader;
import io.bareme.exchange.Problem;
import io.bareme.exchange.Read;
import io.bareme.exchange.Statement;
import io.bareme.explanation.Language;
import io.bareme.journal.StoredDecision;
import io.bareme.reimbursement.Invoices;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Takes invoices, corrects them, and finds them again. */
@ApiController
@Tag(name = "Invoices", description = "Matched line by line to the commitment that they call on, or decided alone.")
class InvoiceController {

    static final String PATH = "/api/v1/invoices";

    private final Invoices invoices;
    private final Claims claims;
    private final InvoiceStatements statements;
    private final Clock clock;

    InvoiceController(Invoices invoices, Claims claims, InvoiceStatements statements, Clock clock) {
        this.invoices = invoices;
        this.claims = claims;
        this.statements = statements;
        this.clock = clock;
    }

    /** What both addresses may answer. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "201",
            description = "Decided and recorded; Location names it.",
            content = @Content(schema = @Schema(implementation = Statement.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The invoice was decided before, which \"errors\" names, or corrected before.")
    @interface Answers {}

    @PostOnce(PATH)
    @Operation(
            summary = "Send an invoice",
            description =
                    "Of care that was given. Lines that a commitment promises are paid as promised, the others are"
                            + " decided on their own and say so.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ClaimForm.class),
                                            examples =
                                                    @ExampleObject(name = "A consultation", value = Examples.INVOICE))))
    @Answers
    @RefusalsOfClaims
    ResponseEntity<Object> take(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        return decided(request, null);
    }

    @PostOnce(PATH + "/{id}/correction")
    @Operation(
            summary = "Correct an invoice",
            description =
                    "By a whole new one of the same professional and number, which takes its place. What the first"
                            + " consumed is reversed, and what is owed either way is told.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = ClaimForm.class))),
            responses = @ApiResponse(responseCode = "404", description = "No invoice bears this id."))
    @Answers
    @RefusalsOfClaims
    ResponseEntity<Object> correct(@PathVariable @Schema(format = "uuid") String id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        StoredDecision earlier = found(id).orElse(null);
        return earlier == null ? ProblemReply.of(Kind.UNKNOWN, Asking.language(request)) : decided(request, earlier);
    }

    private ResponseEntity<Object> decided(HttpServletRequest request, @Nullable StoredDecision earlier)
            throws IOException, HttpMediaTypeNotSupportedException {
        Language language = Asking.language(request);
        Body body = Body.of(request);
        if (body == null) {
            return ProblemReply.of(Kind.TOO_LARGE, language);
        }
        Caller caller = Caller.current();
        String hash = "invoice " + (earlier == null ? "" : earlier.id() + " ") + body.hash();
        Read<ClaimForm> read = ClaimReader.read(body.bytes(), Channel.INVOICE, LocalDate.now(clock))
                .checked(form -> another(form, earlier));
        return claims.taken(
                request,
                read,
                hash,
                (form, key) -> earlier == null
                        ? invoices.take(caller, form, key, hash)
                        : invoices.correct(caller, earlier, form, key, hash),
                answer -> reply(answer, language));
    }

    /** A correction is of the same professional's invoice of the same number. */
    private static List<Problem> another(ClaimForm form, @Nullable StoredDecision earlier) {
        if (earlier == null) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        var claim = earlier.input().claim();
        String number = claim.invoice() == null ? "" : claim.invoice().number();
        if (!number.equals(form.invoice())) {
            problems.add(other("/invoice", form.invoice(), number));
        }
        if (!claim.provider().id().equals(form.provider().id())) {
            problems.add(
                    other("/provider/id", form.provider().id(), claim.provider().id()));
        }
        return problems;
    }

    private static Problem other(String pointer, @Nullable String value, String first) {
        return new Problem(pointer, '"' + value + '"', "another-invoice", Map.of("first", first), first);
    }

    private Optional<StoredDecision> found(String id) {
        UUID known = Asking.uuid(id);
        return known == null ? Optional.empty() : invoices.find(Caller.current(), known);
    }

    private ResponseEntity<Object> reply(Answer answer, Language language) {
        return switch (answer) {
            case Answer.New(StoredDecision decision, var _) -> statements.recorded(decision, false, language);
            case Answer.Known(StoredDecision decision) -> statements.recorded(decision, true, language);
            case Answer.KeyUsed used -> ProblemReply.of(Kind.KEY_USED, language);
            case Answer.NotTaken(Overtaken why) -> OvertakenReply.of(why, language);
        };
    }

    @GetMapping(PATH + "/{id}")
    @Operation(
            summary = "Find an invoice",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The decision as it was recorded, and what took its place.",
                        content = @Content(schema = @Schema(implementation = Statement.class))),
                @ApiResponse(responseCode = "404", description = "No invoice bears this id.")
            })
    ResponseEntity<Object> find(@PathVariable @Schema(format = "uuid") String id, HttpServletRequest request) {
        Language language = Asking.language(request);
        return found(id)
                .map(decision -> Reply.found(statements.now(decision, language), language))
                .orElseGet(() -> ProblemReply.of(Kind.UNKNOWN, language));
    }
}
