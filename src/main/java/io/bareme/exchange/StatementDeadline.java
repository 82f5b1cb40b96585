package io.bareme.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By when a person settles a case, as JSON; durations as ISO 8601 writes them. */
@Schema(name = "Deadline", description = "By when a person settles the case. It is no part of the decision.")
@JsonInclude(Include.NON_NULL)
public record StatementDeadline(
        @Schema(
                description = "Not started while something is missing; paused while a piece that was asked for is"
                        + " awaited.",
                allowableValues = {"not-started", "running", "paused", "settled", "cancelled"})
        String state,

        @Schema(description = "When the time is used up; absent while the clock stands still.") @Nullable
        Instant at,

        @Schema(description = "How long a person has; absent before it starts.", example = "PT1H") @Nullable
        Duration allowed,

        @Schema(
                description = "Which time counts: the contract says so.",
                allowableValues = {"day-and-night", "working-hours"})
        @Nullable
        String counts,

        @Schema(description = "Since the receipt, pieces awaited included.", example = "PT25M") @Nullable
        Duration gross,

        @Schema(description = "What of it counts.", example = "PT10M") @Nullable
        Duration net,

        @Schema(description = "The pieces that are awaited; absent when none is.") @Nullable
        List<String> pausedFor,

        @Schema(description = "Whether the deadline has passed.") @Nullable
        Boolean breached,

        @Schema(description = "Years of which not all holidays are known: they counted as working days.") @Nullable
        List<Integer> holidaysUnknown) {

    /** Of a clock that never ran: the request is incomplete, or was when it was cancelled. */
    public static StatementDeadline neverRan(String state) {
        return new StatementDeadline(state, null, null, null, null, null, null, null, null);
    }
}
