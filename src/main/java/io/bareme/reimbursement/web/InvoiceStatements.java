package io.bareme.reimbursement.web;

import io.bareme.adjudication.Owed;
import io.bareme.api.Reply;
import io.bareme.decision.Caller;
import io.bareme.exchange.OutOfOrderForm;
import io.bareme.exchange.OwedForm;
import io.bareme.exchange.Statement;
import io.bareme.explanation.Language;
import io.bareme.journal.StoredDecision;
import io.bareme.reimbursement.Invoices;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Recorded invoices as the API tells them. */
@Component
class InvoiceStatements {

    private final Invoices invoices;

    InvoiceStatements(Invoices invoices) {
        this.invoices = invoices;
    }

    /** What came of a request: recorded now, or answered before. */
    ResponseEntity<Object> recorded(StoredDecision decision, boolean before, Language language) {
        return Reply.recorded(
                InvoiceController.PATH + "/" + decision.id(), before, atReceipt(decision, language), language);
    }

    /** As it is now: another decision may have taken its place. */
    Statement now(StoredDecision stored, Language language) {
        return atReceipt(stored, language)
                .supersededBy(invoices.supersederOf(Caller.current(), stored).orElse(null));
    }

    /** As it was when the request had just been answered: the same whenever the request is sent again. */
    private Statement atReceipt(StoredDecision stored, Language language) {
        Caller caller = Caller.current();
        List<Owed> owed = invoices.owed(caller, stored);
        return Statement.recorded(
                        stored.id(),
                        stored.recorded(),
                        stored.input().claim(),
                        invoices.told(caller, stored),
                        stored.engine(),
                        language)
                .inPlaceOf(stored.supersedes())
                .correctedBy(stored.correctedBy())
                .owing(owed == null ? null : owed.stream().map(OwedForm::of).toList())
                .outOfOrder(invoices.outOfOrder(caller, stored)
                        .map(found -> OutOfOrderForm.of(stored.id(), found.decisions(), found.net(), found.files()))
                        .orElse(null));
    }
}
