package io.bareme.authorization.web;

import io.bareme.api.Body;
import io.bareme.decision.Engine;
import io.bareme.exchange.Difference;
import io.bareme.journal.StoredDecision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/** What came of deciding again. */
@Schema(name = "Replay")
record ReplayReply(
        UUID decision,

        @Schema(description = "Whether the bytes are the same.")
        boolean identical,

        @Schema(description = "SHA-256 of the recorded decision's canonical bytes.")
        String hash,

        @Schema(description = "Content hash of the edition that decided.")
        String edition,

        @Schema(description = "The engine that decided.", example = "0.1.0")
        String engine,

        @Schema(description = "The engine that decided again.", example = "0.1.0")
        String engineNow,

        @Schema(description = "Each place that differs; empty when the bytes are the same.")
        List<Difference> differences) {

    static ReplayReply of(StoredDecision stored, List<Difference> differences) {
        return new ReplayReply(
                stored.id(),
                differences.isEmpty(),
                new Body(stored.decisionBytes()).hash(),
                stored.edition(),
                stored.engine(),
                Engine.VERSION,
                differences);
    }
}
