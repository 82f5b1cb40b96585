package io.bareme.authorization.web;

import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.authorization.Replays;
import io.bareme.authorization.Replays.Replay;
import io.bareme.decision.Caller;
import io.bareme.exchange.Problem;
import io.bareme.exchange.Read;
import io.bareme.exchange.ReplayForm;
import io.bareme.explanation.Language;
import io.bareme.journal.StoredDecision;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Proves a decision: decides it again and compares the bytes. */
@ApiController
@Tag(name = "Decisions", description = "Recorded decisions, whatever channel they came by.")
class ReplayController {

    private static final String EDITION = "The content hash of the edition to decide under, or " + ReplayForm.IN_FORCE
            + "; the one that decided unless said.";

    private final Replays replays;

    ReplayController(Replays replays) {
        this.replays = replays;
    }

    @PostMapping("/api/v1/decisions/{id}/replay")
    @Operation(
            summary = "Decide a recorded claim again",
            description = "From the input stored with it and the edition that decided, kept under its hash: on the same"
                    + " engine the bytes are the same. Or under another edition: then the amounts that differ are"
                    + " told line by line. Nothing is recorded.",
            parameters = @Parameter(name = "edition", in = ParameterIn.QUERY, description = EDITION),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "Whether the bytes are the same, and each difference.",
                        content = @Content(schema = @Schema(implementation = ReplayReply.class))),
                @ApiResponse(responseCode = "400", description = "A parameter cannot be read."),
                @ApiResponse(responseCode = "404", description = "No decision bears this id."),
                @ApiResponse(responseCode = "409", description = "The edition is not kept, or can no longer be read.")
            })
    ResponseEntity<Object> replay(@PathVariable @Schema(format = "uuid") String id, HttpServletRequest request) {
        Language language = Asking.language(request);
        return switch (ReplayForm.read(request.getParameterMap())) {
            case Read.Refused<ReplayForm>(List<Problem> problems) ->
                ProblemReply.of(Kind.BAD_REQUEST, language, problems, Map.of());
            case Read.Valid<ReplayForm>(ReplayForm form) -> replay(Asking.uuid(id), form, language);
        };
    }

    private ResponseEntity<Object> replay(@Nullable UUID id, ReplayForm form, Language language) {
        Optional<Replay> replay = id == null ? Optional.empty() : replays.replay(Caller.current(), id, form.edition());
        return replay.map(found -> reply(found, language)).orElseGet(() -> ProblemReply.of(Kind.UNKNOWN, language));
    }

    private static ResponseEntity<Object> reply(Replay replay, Language language) {
        return switch (replay) {
            case Replay.Identical same -> ok(ReplayReply.of(same));
            case Replay.Different other -> ok(ReplayReply.of(other));
            case Replay.NoEdition(StoredDecision decision, String hash) ->
                ProblemReply.of(
                        hash.equals(decision.edition()) ? Kind.EDITION_LOST : Kind.EDITION_ASKED_LOST,
                        language,
                        List.of(),
                        Map.of("edition", hash));
        };
    }

    @GetMapping("/api/v1/decisions/replays")
    @Operation(
            summary = "Decide again what was recorded in a time",
            description = "Every decision, page by page: those whose bytes are the same are counted, the others listed,"
                    + " amounts first. Nothing is recorded.",
            parameters = {
                @Parameter(
                        name = "from",
                        in = ParameterIn.QUERY,
                        required = true,
                        schema = @Schema(type = "string", format = "date-time", example = "2026-11-22T00:00:00Z")),
                @Parameter(
                        name = "to",
                        in = ParameterIn.QUERY,
                        required = true,
                        description = "After the last moment.",
                        schema = @Schema(type = "string", format = "date-time", example = "2026-11-23T00:00:00Z")),
                @Parameter(name = "edition", in = ParameterIn.QUERY, description = EDITION),
                @Parameter(
                        name = "after",
                        in = ParameterIn.QUERY,
                        description = "The next of the page before.",
                        schema = @Schema(type = "string", format = "uuid")),
                @Parameter(
                        name = "size",
                        in = ParameterIn.QUERY,
                        description = "Of a page.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "What came of a page.",
                        content = @Content(schema = @Schema(implementation = RunReply.class))),
                @ApiResponse(responseCode = "400", description = "A parameter is missing or cannot be read.")
            })
    ResponseEntity<Object> replays(HttpServletRequest request) {
        return switch (ReplayForm.OfTime.read(request.getParameterMap())) {
            case Read.Refused<ReplayForm.OfTime>(List<Problem> problems) ->
                ProblemReply.of(Kind.BAD_REQUEST, Asking.language(request), problems, Map.of());
            case Read.Valid<ReplayForm.OfTime>(ReplayForm.OfTime form) -> {
                List<Replay> page = replays.replay(
                        Caller.current(), form.from(), form.to(), form.after(), form.size(), form.edition());
                yield ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(RunReply.of(page, form.size()));
            }
        };
    }

    private static ResponseEntity<Object> ok(ReplayReply reply) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(reply);
    }
}
