package io.bareme.resequencing.web;

import io.bareme.journal.StoredDecision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an approval corrected. */
@Schema(name = "Approved")
record ApprovalReply(
        @Schema(description = "In the order of the days of care.")
        List<Made> decisions) {

    /** One decision that took the place of another. */
    @Schema(name = "CorrectingDecision")
    record Made(
            UUID decision,

            @Schema(description = "The decision whose place it took.") @Nullable
            UUID supersedes) {}

    static ApprovalReply of(List<StoredDecision> made) {
        return new ApprovalReply(
                made.stream().map(one -> new Made(one.id(), one.supersedes())).toList());
    }
}
