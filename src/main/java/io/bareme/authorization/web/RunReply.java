package io.bareme.authorization.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.authorization.Replays.Replay;
import io.bareme.journal.StoredDecision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of deciding a page of decisions again. */
@Schema(name = "Replays")
@JsonInclude(Include.NON_NULL)
record RunReply(
        @Schema(description = "How many were decided again.", example = "100")
        int replayed,

        @Schema(description = "Of these, how many have the same bytes.", example = "100")
        int identical,

        @Schema(description = "The others, each with its differences.")
        List<ReplayReply> different,

        @Schema(description = "Those whose edition is not kept, or can no longer be read.")
        List<UUID> lost,

        @Schema(description = "The after of the next page; absent on the last.") @Nullable
        UUID next) {

    static RunReply of(List<Replay> page, int size) {
        List<ReplayReply> different = new ArrayList<>();
        List<UUID> lost = new ArrayList<>();
        UUID last = null;
        for (Replay replay : page) {
            StoredDecision of = switch (replay) {
                case Replay.Identical same -> same.decision();
                case Replay.Different other -> {
                    different.add(ReplayReply.of(other));
                    yield other.decision();
                }
                case Replay.NoEdition(StoredDecision decision, String _) -> {
                    lost.add(decision.id());
                    yield decision;
                }
            };
            last = of.id();
        }
        int identical = page.size() - different.size() - lost.size();
        return new RunReply(page.size() - lost.size(), identical, different, lost, page.size() < size ? null : last);
    }
}
