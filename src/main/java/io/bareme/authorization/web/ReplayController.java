package io.bareme.authorization.web;

import io.bareme.api.Asking;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.authorization.Replays;
import io.bareme.authorization.Replays.Replay;
import io.bareme.decision.Caller;
import io.bareme.explanation.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proves a decision: decides it again and compares the bytes. */
@RestController
@Tag(name = "Decisions", description = "Recorded decisions, whatever channel they came by.")
class ReplayController {

    private final Replays replays;

    ReplayController(Replays replays) {
        this.replays = replays;
    }

    @PostMapping(
            path = "/api/v1/decisions/{id}/replay",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "Decide a recorded claim again",
            description = "From the input stored with it and the edition that decided, kept under its hash. On the same"
                    + " engine the bytes are the same. Nothing is recorded.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "Whether the bytes are the same, and each difference.",
                        content =
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = ReplayReply.class))),
                @ApiResponse(responseCode = "404", description = "No decision bears this id."),
                @ApiResponse(responseCode = "409", description = "The edition that decided can no longer be read.")
            })
    ResponseEntity<Object> replay(@PathVariable @Schema(format = "uuid") String id, HttpServletRequest request) {
        Language language = Asking.language(request);
        UUID known = Asking.uuid(id);
        Optional<Replay> replay = known == null ? Optional.empty() : replays.replay(Caller.current(), known);
        return replay.map(found -> reply(found, language)).orElseGet(() -> ProblemReply.of(Kind.UNKNOWN, language));
    }

    private static ResponseEntity<Object> reply(Replay replay, Language language) {
        return switch (replay) {
            case Replay.Identical identical -> ok(ReplayReply.of(identical.decision(), List.of()));
            case Replay.Different different -> ok(ReplayReply.of(different.decision(), different.differences()));
            case Replay.NoEdition(String hash) ->
                ProblemReply.of(Kind.EDITION_LOST, language, List.of(), Map.of("edition", hash));
        };
    }

    private static ResponseEntity<Object> ok(ReplayReply reply) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(reply);
    }
}
