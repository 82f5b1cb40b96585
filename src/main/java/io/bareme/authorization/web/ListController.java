package io.bareme.authorization.web;

import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.ListParameters;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.api.Reply;
import io.bareme.authorization.Authorizations;
import io.bareme.authorization.Authorizations.Listed;
import io.bareme.decision.Caller;
import io.bareme.exchange.ListForm;
import io.bareme.exchange.Problem;
import io.bareme.exchange.Read;
import io.bareme.explanation.Language;
import io.bareme.journal.Commitment;
import io.bareme.journal.CommitmentNumber;
import io.bareme.journal.Search;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** Lists authorizations, page by page. */
@ApiController
@Tag(
        name = "Authorizations",
        description = "Decided at once, recorded for good, reserving what it takes of each limit.")
class ListController {

    private static final List<String> STATUSES = Arrays.stream(Commitment.Status.values())
            .map(Commitment.Status::word)
            .toList();

    private final Authorizations authorizations;
    private final Clock clock;

    ListController(Authorizations authorizations, Clock clock) {
        this.authorizations = authorizations;
        this.clock = clock;
    }

    @GetMapping("/api/v1/authorizations")
    @ListParameters
    @Operation(
            summary = "List authorizations",
            description = "The newest first; the client's own unless it may see every client's.",
            parameters = {
                @Parameter(name = "number", in = ParameterIn.QUERY, description = "Of the commitment."),
                @Parameter(
                        name = "status",
                        in = ParameterIn.QUERY,
                        description = "Of the commitment.",
                        schema =
                                @Schema(
                                        allowableValues = {
                                            "valid",
                                            "used",
                                            "used-up",
                                            "expired",
                                            "cancelled",
                                            "replaced"
                                        }))
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page.",
                        content = @Content(schema = @Schema(implementation = ListReply.class))),
                @ApiResponse(responseCode = "400", description = "A parameter cannot be read.")
            })
    ResponseEntity<Object> list(HttpServletRequest request) {
        Language language = Asking.language(request);
        return switch (ListForm.read(request.getParameterMap(), STATUSES).checked(ListController::noNumber)) {
            case Read.Refused<ListForm>(List<Problem> problems) ->
                ProblemReply.of(Kind.BAD_REQUEST, language, problems, Map.of());
            case Read.Valid<ListForm>(ListForm form) ->
                Reply.found(ListReply.of(page(form), form.size(), clock.instant(), language), language);
        };
    }

    private static List<Problem> noNumber(ListForm form) {
        String number = form.number();
        return number == null || CommitmentNumber.read(number).isPresent()
                ? List.of()
                : List.of(new Problem("/number", '"' + number + '"', "not-commitment", Map.of(), null));
    }

    private List<Listed> page(ListForm form) {
        Caller caller = Caller.current();
        String number = form.number();
        if (number != null) {
            return authorizations.find(caller, number).stream()
                    .flatMap(decision ->
                            authorizations
                                    .list(
                                            caller,
                                            search(form, decision.position().number() + 1),
                                            1)
                                    .stream()
                                    .filter(one -> one.decision().id().equals(decision.id())))
                    .toList();
        }
        return authorizations.list(caller, search(form, form.after()), form.size());
    }

    private static Search search(ListForm form, @Nullable Long after) {
        String status = form.status();
        return new Search(
                form.member(),
                form.verdict(),
                null,
                null,
                status == null ? null : Commitment.Status.of(status),
                form.start(),
                form.end(),
                null,
                after);
    }
}
