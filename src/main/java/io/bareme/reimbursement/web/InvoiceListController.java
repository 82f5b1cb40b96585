package io.bareme.reimbursement.web;

import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.ListParameters;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.api.Reply;
import io.bareme.decision.Caller;
import io.bareme.exchange.InvoiceListForm;
import io.bareme.exchange.ListForm;
import io.bareme.exchange.Problem;
import io.bareme.exchange.Read;
import io.bareme.explanation.Language;
import io.bareme.journal.Billed;
import io.bareme.journal.CommitmentNumber;
import io.bareme.journal.Search;
import io.bareme.reimbursement.Invoices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** Lists invoices, page by page. */
@ApiController
@Tag(name = "Invoices", description = "Matched line by line to the commitment that they call on, or decided alone.")
class InvoiceListController {

    private final Invoices invoices;

    InvoiceListController(Invoices invoices) {
        this.invoices = invoices;
    }

    @GetMapping("/api/v1/invoices")
    @ListParameters
    @Operation(
            summary = "List invoices",
            description = "The newest first, corrected ones too; the client's own unless it may see every client's.",
            parameters = {
                @Parameter(name = "provider", in = ParameterIn.QUERY, description = "The professional's id."),
                @Parameter(
                        name = "number",
                        in = ParameterIn.QUERY,
                        description = "Of the invoice, the professional's own.",
                        example = "F-2026-0117"),
                @Parameter(
                        name = "commitment",
                        in = ParameterIn.QUERY,
                        description = "The number of the one that they call on.")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page.",
                        content = @Content(schema = @Schema(implementation = InvoicePage.class))),
                @ApiResponse(responseCode = "400", description = "A parameter cannot be read.")
            })
    ResponseEntity<Object> list(HttpServletRequest request) {
        Language language = Asking.language(request);
        return switch (InvoiceListForm.read(request.getParameterMap()).checked(InvoiceListController::noNumber)) {
            case Read.Refused<InvoiceListForm>(List<Problem> problems) ->
                ProblemReply.of(Kind.BAD_REQUEST, language, problems, Map.of());
            case Read.Valid<InvoiceListForm>(InvoiceListForm form) ->
                Reply.found(
                        InvoicePage.of(
                                invoices.list(
                                        Caller.current(),
                                        search(form),
                                        form.page().size()),
                                form.page().size(),
                                language),
                        language);
        };
    }

    private static List<Problem> noNumber(InvoiceListForm form) {
        String number = form.commitment();
        return number == null || CommitmentNumber.read(number).isPresent()
                ? List.of()
                : List.of(new Problem("/commitment", '"' + number + '"', "not-commitment", Map.of(), null));
    }

    private static Search search(InvoiceListForm form) {
        ListForm page = form.page();
        return new Search(page.member(), page.verdict(), page.after())
                .recorded(page.start(), page.end())
                .of(new Billed(form.provider(), page.number(), kept(form.commitment())));
    }

    private static @Nullable String kept(@Nullable String commitment) {
        return commitment == null ? null : CommitmentNumber.read(commitment).orElseThrow();
    }
}
