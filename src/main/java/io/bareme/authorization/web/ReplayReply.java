package io.bareme.authorization.web;

import io.bareme.api.Body;
import io.bareme.authorization.Replays.Replay;
import io.bareme.decision.Engine;
import io.bareme.exchange.Difference;
import io.bareme.exchange.LineDifference;
import io.bareme.journal.StoredDecision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/** What came of deciding again. */
@Schema(name = "Replay")
record ReplayReply(
        UUID decision,

        @Schema(description = "Whether the bytes are the same; under another edition, but for the hash of the edition.")
        boolean identical,

        @Schema(description = "The lines that differ in verdict or amounts.")
        List<LineDifference> lines,

        @Schema(description = "SHA-256 of the recorded decision's canonical bytes.")
        String hash,

        @Schema(description = "Content hash of the edition that decided.")
        String edition,

        @Schema(description = "Content hash of the edition that decided again.")
        String editionNow,

        @Schema(description = "The engine that decided.", example = "0.1.0")
        String engine,

        @Schema(description = "The engine that decided again.", example = "0.1.0")
        String engineNow,

        @Schema(description = "Each place that differs; empty when the bytes are the same.")
        List<Difference> differences) {

    static ReplayReply of(Replay.Identical same) {
        return of(same.decision(), same.edition(), List.of(), List.of());
    }

    static ReplayReply of(Replay.Different other) {
        return of(other.decision(), other.edition(), other.lines(), other.differences());
    }

    private static ReplayReply of(
            StoredDecision stored, String edition, List<LineDifference> lines, List<Difference> differences) {
        return new ReplayReply(
                stored.id(),
                differences.isEmpty(),
                lines,
                new Body(stored.decisionBytes()).hash(),
                stored.edition(),
                edition,
                stored.engine(),
                Engine.VERSION,
                differences);
    }
}
