package io.bareme.authorization.web;

import io.bareme.adjudication.Verdict;
import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.Body;
import io.bareme.api.Claims;
import io.bareme.api.Examples;
import io.bareme.api.PostOnce;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.authorization.Authorizations;
import io.bareme.decision.Caller;
import io.bareme.exchange.Channel;
import io.bareme.exchange.ClaimForm;
import io.bareme.exchange.ClaimReader;
import io.bareme.exchange.Problem;
import io.bareme.exchange.Read;
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
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;

/** Replaces an authorization by a whole new one. */
@ApiController
@Tag(name = "Commitments", description = "What approved authorizations promise, and what becomes of it.")
class ReplacementController {

    private final Authorizations authorizations;
    private final Claims claims;
    private final Statements statements;
    private final Clock clock;

    ReplacementController(Authorizations authorizations, Claims claims, Statements statements, Clock clock) {
        this.authorizations = authorizations;
        this.claims = claims;
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
        Caller caller = Caller.current();
        String hash = CommitmentController.hash(earlier, "replacement", body);
        Read<ClaimForm> read = ClaimReader.read(body.bytes(), Channel.AUTHORIZATION, LocalDate.now(clock))
                .checked(form -> another(form, earlier));
        return claims.taken(
                request,
                read,
                hash,
                (form, key) -> authorizations.replace(caller, earlier, form, key, hash),
                answer -> statements.reply(answer, language));
    }

    private static List<Problem> another(ClaimForm form, StoredDecision earlier) {
        String member = earlier.person();
        return member.equals(form.member()) || ofNobody(earlier)
                ? List.of()
                : List.of(new Problem(
                        "/member", '"' + form.member() + '"', "another-member", Map.of("member", member), member));
    }

    /** Nobody bore the number that it named: the right one is what it lacks. */
    private static boolean ofNobody(StoredDecision earlier) {
        return earlier.decision().verdict() == Verdict.INCOMPLETE
                && earlier.input().rights() == null;
    }
}
