package io.bareme.eligibility.web;

import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.Body;
import io.bareme.api.Examples;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.api.RefusalsOfClaims;
import io.bareme.api.Reply;
import io.bareme.decision.Caller;
import io.bareme.eligibility.Eligibilities;
import io.bareme.exchange.EligibilityForm;
import io.bareme.exchange.Problem;
import io.bareme.exchange.Read;
import io.bareme.explanation.Language;
import io.bareme.regulation.Nomenclature.Family;
import io.bareme.rulebook.Rulebook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks what a member's contracts give on a day. */
@ApiController
@Tag(name = "Eligibility", description = "Rights on a day, and what remains of each limit. Nothing is recorded.")
class EligibilityController {

    private final Eligibilities eligibilities;
    private final Rulebook rulebook;
    private final Clock clock;

    EligibilityController(Eligibilities eligibilities, Rulebook rulebook, Clock clock) {
        this.eligibilities = eligibilities;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @PostMapping(path = "/api/v1/eligibility", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Ask for rights and what remains",
            description = "Of a member, on a day, as known at a moment: scheme, contracts in order, what their tables"
                    + " say of each care family, and what is used, reserved and left of each limit. What is left is"
                    + " what a simulation of care on that day finds.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = EligibilityForm.class),
                                            examples = {@ExampleObject(name = "Optics", value = Examples.ELIGIBILITY)
                                            })),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "Rights, open or not, and what remains.",
                        content = @Content(schema = @Schema(implementation = EligibilityReply.class))),
                @ApiResponse(
                        responseCode = "404",
                        description = "Nobody bears the number, or nobody whom the client may ask for.")
            })
    @RefusalsOfClaims
    ResponseEntity<Object> ask(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        Language language = Asking.language(request);
        Body body = Body.of(request);
        if (body == null) {
            return ProblemReply.of(Kind.TOO_LARGE, language);
        }
        Map<String, Family> families = rulebook.inForce().nomenclature().families();
        return switch (EligibilityForm.read(body.bytes(), clock.instant(), families.keySet())) {
            case Read.Refused<EligibilityForm>(List<Problem> problems) ->
                ProblemReply.of(Kind.BAD_REQUEST, language, problems, Map.of());
            case Read.Valid<EligibilityForm>(EligibilityForm form) -> answered(form, families, language);
        };
    }

    private ResponseEntity<Object> answered(EligibilityForm form, Map<String, Family> families, Language language) {
        return eligibilities
                .of(Caller.current(), form)
                .map(told -> Reply.found(
                        EligibilityReply.of(form.member(), form.knownAt(), told, families, language), language))
                .orElseGet(() -> ProblemReply.of(Kind.UNKNOWN, language));
    }
}
