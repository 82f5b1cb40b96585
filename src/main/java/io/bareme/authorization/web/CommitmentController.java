package io.bareme.authorization.web;

import io.bareme.adjudication.Verdict;
import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.Body;
import io.bareme.api.Examples;
import io.bareme.api.OvertakenReply;
import io.bareme.api.PostOnce;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.api.Reply;
import io.bareme.authorization.Authorizations;
import io.bareme.authorization.Promises;
import io.bareme.decision.Caller;
import io.bareme.decision.Deciding.Answer;
import io.bareme.decision.Overtaken;
import io.bareme.exchange.ClaimForm;
import io.bareme.exchange.ClaimReader;
import io.bareme.exchange.ClaimReader.Channel;
import io.bareme.exchange.ClaimReader.Reading;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;

/** Changes what an authorization promised: extended, or replaced by a whole new one. */
@ApiController
@Tag(name = "Commitments", description = "What approved authorizations promise, and what becomes of it.")
class CommitmentController {

    private static final String PATH = "/api/v1/authorizations/{id}";

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

    /** What both addresses may answer. */
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
        StoredDecision decision = found(id).orElse(null);
        if (decision == null) {
            return ProblemReply.of(Kind.UNKNOWN, language);
        }
        Caller caller = Caller.current();
        Commitment of = promises.commitment(caller, decision).orElse(null);
        if (of == null) {
            return ProblemReply.of(Kind.NO_COMMITMENT, language);
        }
        Asking.Key key = Asking.key(request);
        List<Problem> problems = new ArrayList<>(key.problems());
        Read<ExtensionForm> read =
                ExtensionForm.read(body.bytes(), of.firstDay(), Authorizations.longest(of, decision));
        if (read instanceof Read.Refused<ExtensionForm>(List<Problem> more)) {
            problems.addAll(more);
        }
        String usable = key.usable();
        if (!(read instanceof Read.Valid<ExtensionForm>(ExtensionForm form)) || usable == null) {
            return ProblemReply.of(Kind.BAD_REQUEST, language, problems, Map.of());
        }
        String hash = hash(decision, "extension", body);
        return reply(
                decision, promises.extend(caller, of, usable, hash, form.validUntil(), form.reason()), form, language);
    }

    /** The same body sent elsewhere is another request. */
    private static String hash(StoredDecision decision, String what, Body body) {
        return what + " " + decision.id() + " " + body.hash();
    }

    private Optional<StoredDecision> found(String id) {
        UUID known = Asking.uuid(id);
        Caller caller = Caller.current();
        return known == null ? authorizations.find(caller, id) : authorizations.find(caller, known);
    }

    private ResponseEntity<Object> reply(
            StoredDecision decision, ChangeOutcome outcome, ExtensionForm form, Language language) {
        return switch (outcome) {
            case ChangeOutcome.Done(Commitment now) -> told(decision, now, false, language);
            case ChangeOutcome.Before(Commitment then) -> told(decision, then, true, language);
            case ChangeOutcome.KeyUsed() -> ProblemReply.of(Kind.KEY_USED, language);
            case ChangeOutcome.Refused(Commitment as) -> refused(as, form, language);
        };
    }

    private ResponseEntity<Object> refused(Commitment as, ExtensionForm form, Language language) {
        Commitment.Status status = as.statusAt(clock.instant());
        boolean open = status == Commitment.Status.VALID || status == Commitment.Status.USED;
        if (open) {
            Problem earlier = new Problem(
                    "/validUntil",
                    '"' + form.validUntil().toString() + '"',
                    "not-later",
                    Map.of("last", as.lastDay().toString()),
                    null);
            return ProblemReply.of(Kind.BAD_REQUEST, language, earlier);
        }
        return OvertakenReply.of(new Overtaken.Ended(as.number(), status.word(), as.lastDay()), language);
    }

    private ResponseEntity<Object> told(StoredDecision decision, Commitment as, boolean before, Language language) {
        return told(statements.after(Caller.current(), decision, as, language), decision.id(), before, language);
    }

    private static ResponseEntity<Object> told(Statement statement, UUID id, boolean before, Language language) {
        return Reply.recorded("/api/v1/authorizations/" + id, before, statement, language);
    }

    @PostOnce(PATH + "/replacement")
    @Operation(
            summary = "Replace an authorization",
            description = "By a whole new claim of the same member: also how an incomplete one is completed. What the"
                    + " earlier one reserves is given back to it first, at one moment: nobody comes between.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ClaimForm.class),
                                            examples = @ExampleObject(value = Examples.CONSULTATION))))
    @Answers
    ResponseEntity<Object> replace(@PathVariable String id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        Language language = Asking.language(request);
        Body body = Body.of(request);
        if (body == null) {
            return ProblemReply.of(Kind.TOO_LARGE, language);
        }
        StoredDecision earlier = found(id).orElse(null);
        if (earlier == null) {
            return ProblemReply.of(Kind.UNKNOWN, language);
        }
        Asking.Key key = Asking.key(request);
        List<Problem> problems = new ArrayList<>(key.problems());
        Reading reading = ClaimReader.read(body.bytes(), Channel.AUTHORIZATION, LocalDate.now(clock));
        if (reading instanceof Reading.Refused refused) {
            problems.addAll(refused.problems());
        } else if (reading instanceof Reading.Valid(ClaimForm form)
                && !earlier.person().equals(form.member())
                && !ofNobody(earlier)) {
            problems.add(new Problem(
                    "/member",
                    '"' + form.member() + '"',
                    "another-member",
                    Map.of("member", earlier.person()),
                    earlier.person()));
        }
        String usable = key.usable();
        Caller caller = Caller.current();
        String hash = hash(earlier, "replacement", body);
        if (usable != null && problems.stream().anyMatch(ClaimReader::dependsOnToday)) {
            Optional<Answer> before = authorizations.known(caller, usable, hash);
            if (before.isPresent()) {
                return replaced(before.get(), language);
            }
        }
        return reading instanceof Reading.Valid(ClaimForm form) && usable != null && problems.isEmpty()
                ? replaced(authorizations.replace(caller, earlier, form, usable, hash), language)
                : ProblemReply.of(Kind.BAD_CLAIM, language, problems, Map.of());
    }

    /** Nobody bore the number that it named: the right one is what it lacks. */
    private static boolean ofNobody(StoredDecision earlier) {
        return earlier.decision().verdict() == Verdict.INCOMPLETE
                && earlier.input().rights() == null;
    }

    private ResponseEntity<Object> replaced(Answer answer, Language language) {
        Caller caller = Caller.current();
        return switch (answer) {
            case Answer.New(StoredDecision decision, var promise) ->
                told(statements.justMade(decision, promise, language), decision.id(), false, language);
            case Answer.Known(StoredDecision decision) ->
                told(statements.atReceipt(caller, decision, language), decision.id(), true, language);
            case Answer.KeyUsed used -> ProblemReply.of(Kind.KEY_USED, language);
            case Answer.NotTaken(Overtaken why) -> OvertakenReply.of(why, language);
        };
    }
}
