package io.bareme.authorization.web;

import io.bareme.api.ApiController;
import io.bareme.api.Examples;
import io.bareme.api.PostOnce;
import io.bareme.api.Reply;
import io.bareme.api.Resolutions;
import io.bareme.api.Resolutions.Referred;
import io.bareme.authorization.Authorizations;
import io.bareme.decision.Caller;
import io.bareme.decision.Resuming;
import io.bareme.decision.Resuming.Answer;
import io.bareme.exchange.ResolutionForm;
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

    @PostOnce(AuthorizationController.PATH + "/{id}/resolution")
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
                                                @ExampleObject(name = "Approved", value = Examples.APPROVAL),
                                                @ExampleObject(name = "Refused", value = Examples.REFUSAL)
                                            })))
    @Resolutions.Answers
    ResponseEntity<Object> resolve(@PathVariable @Schema(format = "uuid") String id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        Caller caller = Caller.current();
        return Resolutions.take(
                request, id, known -> authorizations.find(caller, known).map(found -> referred(caller, found)));
    }

    private Referred referred(Caller caller, StoredDecision found) {
        return new Referred(
                (form, key, hash) -> resuming.resume(caller, found, form, key, hash, Authorizations::taken),
                (settled, language) -> told(caller, settled, language),
                PieceController.completion(found.id()));
    }

    private ResponseEntity<Object> told(Caller caller, Answer.Settled settled, Language language) {
        StoredDecision decision = settled.decision();
        return Reply.recorded(
                AuthorizationController.PATH + "/" + decision.id(),
                settled.before(),
                statements.atReceipt(caller, decision, language),
                language);
    }
}
