package io.bareme.authorization.web;

import io.bareme.api.ApiController;
import io.bareme.api.Asking;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.authorization.Replays;
import io.bareme.authorization.Replays.Replay;
import io.bareme.decision.Caller;
import io.bareme.explanation.Language;
import io.bareme.journal.StoredDecision;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Proves a decision: decides it again and compares the bytes. */
@ApiController
@Tag(name = "Decisions", description = "Recorded decisions, whatever channel they came by.")
class ReplayController {

    private static final String HASH = "[0-9a-f]{64}|" + Replays.IN_FORCE;
    private static final String EDITION = "The content hash of the edition to decide under, or " + Replays.IN_FORCE
            + "; the one that decided unless said.";

    /** Beyond it, moments do not fit into the ids of decisions. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

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
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "Whether the bytes are the same, and each difference.",
                        content = @Content(schema = @Schema(implementation = ReplayReply.class))),
                @ApiResponse(responseCode = "404", description = "No decision bears this id."),
                @ApiResponse(responseCode = "409", description = "The edition is not kept, or can no longer be read.")
            })
    ResponseEntity<Object> replay(
            @PathVariable @Schema(format = "uuid") String id,
            @RequestParam(required = false) @Parameter(description = EDITION) @Nullable String edition,
            HttpServletRequest request) {
        Language language = Asking.language(request);
        if (edition != null && !edition.matches(HASH)) {
            return ProblemReply.of(Kind.REFUSED, language);
        }
        UUID known = Asking.uuid(id);
        Optional<Replay> replay = known == null ? Optional.empty() : replays.replay(Caller.current(), known, edition);
        return replay.map(found -> reply(found, language)).orElseGet(() -> ProblemReply.of(Kind.UNKNOWN, language));
    }

    private static ResponseEntity<Object> reply(Replay replay, Language language) {
        return switch (replay) {
            case Replay.Identical same -> ok(ReplayReply.of(same));
            case Replay.Different other -> ok(ReplayReply.of(other));
            case Replay.NoEdition(StoredDecision _, String hash) ->
                ProblemReply.of(Kind.EDITION_LOST, language, List.of(), Map.of("edition", hash));
        };
    }

    @GetMapping("/api/v1/decisions/replays")
    @Operation(
            summary = "Decide again what was recorded in a time",
            description = "Every decision, page by page: those whose bytes are the same are counted, the others listed,"
                    + " amounts first. Nothing is recorded.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "What came of a page.",
                        content = @Content(schema = @Schema(implementation = RunReply.class))),
                @ApiResponse(
                        responseCode = "400",
                        description = "A moment, the place, the size or the edition is not as it should be.")
            })
    ResponseEntity<Object> replays(
            @RequestParam(defaultValue = "")
                    @Parameter(required = true)
                    @Schema(type = "string", format = "date-time", example = "2026-11-22T00:00:00Z")
                    String from,
            @RequestParam(defaultValue = "")
                    @Parameter(required = true, description = "After the last moment.")
                    @Schema(type = "string", format = "date-time", example = "2026-11-23T00:00:00Z")
                    String to,
            @RequestParam(defaultValue = "") @Parameter(description = EDITION) String edition,
            @RequestParam(defaultValue = "")
                    @Parameter(description = "The next of the page before.")
                    @Schema(type = "string", format = "uuid")
                    String after,
            @RequestParam(defaultValue = "100") @Schema(type = "integer", minimum = "1", maximum = "500") String size,
            HttpServletRequest request) {
        Instant first = moment(from);
        Instant until = moment(to);
        UUID last = after.isEmpty() ? null : Asking.uuid(after);
        int most = size.matches("\\d{1,3}") ? Integer.parseInt(size) : 0;
        boolean known = edition.isEmpty() || edition.matches(HASH);
        if (first == null || until == null || !known || most < 1 || most > Replays.MOST) {
            return ProblemReply.of(Kind.REFUSED, Asking.language(request));
        }
        if (last == null && !after.isEmpty()) {
            return ProblemReply.of(Kind.REFUSED, Asking.language(request));
        }
        String under = edition.isEmpty() ? null : edition;
        List<Replay> page = replays.replay(Caller.current(), first, until, last, most, under);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(RunReply.of(page, most));
    }

    /** Null for what is no moment of these times. */
    private static @Nullable Instant moment(String text) {
        try {
            Instant moment = Instant.parse(text);
            return moment.isBefore(Instant.EPOCH) || moment.isAfter(LAST) ? null : moment;
        } catch (DateTimeParseException noMoment) {
            return null;
        }
    }

    private static ResponseEntity<Object> ok(ReplayReply reply) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(reply);
    }
}
