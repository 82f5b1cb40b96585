package io.bareme.authorization.web;

import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.Body;
import io.bareme.api.Examples;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.api.RefusalsOfClaims;
import io.bareme.api.Reply;
import io.bareme.decision.Caller;
import io.bareme.decision.Deciding;
import io.bareme.decision.Deciding.Simulation;
import io.bareme.decision.Engine;
import io.bareme.exchange.Channel;
import io.bareme.exchange.ClaimForm;
import io.bareme.exchange.ClaimReader;
import io.bareme.exchange.Read;
import io.bareme.exchange.Statement;
import io.bareme.explanation.Language;
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
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks what a claim would give, without effect. */
@ApiController
@Tag(name = "Simulations", description = "What a claim would give: nothing is recorded, no limit moves.")
class SimulationController {

    private final Deciding deciding;
    private final Clock clock;

    SimulationController(Deciding deciding, Clock clock) {
        this.deciding = deciding;
        this.clock = clock;
    }

    @PostMapping(path = "/api/v1/simulations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Simulate a claim",
            description =
                    "For a member (their rights and what they have consumed count), or for rights stated in cover."
                            + " Sentences are in French, or in English with Accept-Language: en.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ClaimForm.class),
                                            examples = {
                                                @ExampleObject(name = "A crown, rights stated", value = Examples.CROWN),
                                                @ExampleObject(
                                                        name = "A consultation, for a member",
                                                        value = Examples.CONSULTATION),
                                                @ExampleObject(
                                                        name = "Morocco, no compulsory scheme",
                                                        value = Examples.MOROCCO)
                                            })),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The decision, explained.",
                        content = @Content(schema = @Schema(implementation = Statement.class)))
            })
    @RefusalsOfClaims
    ResponseEntity<Object> simulate(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        Language language = Asking.language(request);
        Body body = Body.of(request);
        if (body == null) {
            return ProblemReply.of(Kind.TOO_LARGE, language);
        }
        return switch (ClaimReader.read(body.bytes(), Channel.SIMULATION, LocalDate.now(clock), deciding::problems)) {
            case Read.Refused<ClaimForm>(var problems) -> ProblemReply.of(Kind.BAD_CLAIM, language, problems, Map.of());
            case Read.Valid<ClaimForm>(var form) -> simulated(form, language);
        };
    }

    private ResponseEntity<Object> simulated(ClaimForm form, Language language) {
        return switch (deciding.simulate(Caller.current(), form)) {
            case Simulation.Refused refused -> ProblemReply.of(Kind.BAD_CLAIM, language, refused.problems(), Map.of());
            case Simulation.Done done ->
                Reply.found(Statement.of(done.claim(), done.decision(), Engine.VERSION, language), language);
        };
    }
}
