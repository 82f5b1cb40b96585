package io.bareme.decision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a claim takes up of what was decided before.
 *
 * @param inPlaceOf the decision that it supersedes: what that one took of limits is given back to it first
 * @param reason why, in the words of who asks
 */
public record Upon(@Nullable UUID inPlaceOf, @Nullable String reason) {

    public static final Upon NOTHING = new Upon(null, null);
}
