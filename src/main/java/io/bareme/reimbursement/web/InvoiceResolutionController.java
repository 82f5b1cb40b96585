package io.bareme.reimbursement.web;

import io.bareme.api.ApiController;
import io.bareme.api.Examples;
import io.bareme.api.PostOnce;
import io.bareme.api.Resolutions;
import io.bareme.api.Resolutions.Referred;
import io.bareme.decision.Caller;
import io.bareme.decision.Resuming;
import io.bareme.exchange.ResolutionForm;
import io.bareme.journal.StoredDecision;
import io.bareme.reimbursement.Invoices;
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

/** Settles, as a person, an invoice that was referred. */
@ApiController
@Tag(name = "Invoices", description = "Matched line by line to the commitment that they call on, or decided alone.")
class InvoiceResolutionController {

    private final Invoices invoices;
    private final Resuming resuming;
    private final InvoiceStatements statements;

    InvoiceResolutionController(Invoices invoices, Resuming resuming, InvoiceStatements statements) {
        this.invoices = invoices;
        this.resuming = resuming;
        this.statements = statements;
    }

    @PostOnce(InvoiceController.PATH + "/{id}/resolution")
    @Operation(
            summary = "Settle a referred invoice",
            description = "By a handler, or by a medical adviser where a doctor must look: the doubts are lifted, or"
                    + " lines are refused. It is decided once more, on the limits as they are now, and what a"
                    + " commitment promises on its terms; what is approved consumes, and what is owed is told.",
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
                request, id, known -> invoices.find(caller, known).map(found -> referred(caller, found)));
    }

    private Referred referred(Caller caller, StoredDecision found) {
        return new Referred(
                (form, key, hash) -> resuming.resume(caller, found, form, key, hash, Invoices::taken),
                (settled, language) -> statements.recorded(settled.decision(), settled.before(), language),
                InvoiceController.PATH + "/" + found.id() + "/correction");
    }
}
