package io.bareme.decision;

import io.bareme.journal.StoredDecision;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a claim takes up of what was decided before.
 *
 * @param inPlaceOf the decision that it supersedes: what that one took of limits is given back to it first
 * @param client who sent that one, and to whom the new one belongs too; null where it does not matter
 * @param reason why, in the words of who asks
 */
public record Upon(
        @Nullable UUID inPlaceOf,
        @Nullable String client,
        @Nullable String reason) {

    public static final Upon NOTHING = new Upon(null, null);

    /** Of the one who asks. */
    public Upon(@Nullable UUID inPlaceOf, @Nullable String reason) {
        this(inPlaceOf, null, reason);
    }

    /** In the place of a decision, and as that one of who sent it, whoever asks. */
    public static Upon correcting(StoredDecision earlier) {
        return new Upon(earlier.id(), earlier.client(), null);
    }
}
