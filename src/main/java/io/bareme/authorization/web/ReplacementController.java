package io.bareme.authorization.web;

import io.bareme.adjudication.Verdict;
import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.Body;
import io.bareme.api.Examples;
import io.bareme.api.PostOnce;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.authorization.Authorizations;
import io.bareme.decision.Caller;
import io.bareme.decision.Deciding.Answer;
import io.bareme.exchange.ClaimForm;
import io.bareme.exchange.ClaimReader;
import io.bareme.exchange.ClaimReader.Channel;
import io.bareme.exchange.ClaimReader.Reading;
import io.bareme.exchange.Problem;
import io.bareme.explanation.Language;
import io.bareme.journal.StoredDecision;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;

/** Replaces an authorization by a whole new one. */
@ApiController
@Tag(name = "Commitments", description = "What approved authorizations promise, and what becomes of it.")
class ReplacementController {

    private final Authorizations authorizations;
    private final Statements statements;
    private final Clock clock;

    ReplacementController(Authorizations authorizations, Statements statements, Clock clock) {
        this.authorizations = authorizations;
        this.statements = statements;
        this.clock = clock;
    }

    @PostOnce(CommitmentController.PATH + "/replacement")
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
    @CommitmentController.Answers
    ResponseEntity<Object> replace(@PathVariable String id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        Language language = Asking.language(request);
        Body body = Body.of(request);
        if (body == null) {
            return ProblemReply.of(Kind.TOO_LARGE, language);
        }
        StoredDecision earlier =
                AuthorizationController.named(authorizations, id).orElse(null);
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
        String hash = CommitmentController.hash(earlier, "replacement", body);
        if (usable != null && problems.stream().anyMatch(ClaimReader::dependsOnToday)) {
            Optional<Answer> before = authorizations.known(caller, usable, hash);
            if (before.isPresent()) {
                return statements.reply(before.get(), language);
            }
        }
        return reading instanceof Reading.Valid(ClaimForm form) && usable != null && problems.isEmpty()
                ? statements.reply(authorizations.replace(caller, earlier, form, usable, hash), language)
                : ProblemReply.of(Kind.BAD_CLAIM, language, problems, Map.of());
    }

    /** Nobody bore the number that it named: the right one is what it lacks. */
    private static boolean ofNobody(StoredDecision earlier) {
        return earlier.decision().verdict() == Verdict.INCOMPLETE
                && earlier.input().rights() == null;
    }
}
