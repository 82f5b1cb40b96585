package io.bareme.journal;

import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Verdict;
import io.bareme.values.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a list shows it.
 *
 * @param number to go on from, see {@link Search#olderThan}
 * @param charge of the whole claim
 * @param complementary what complementary contracts pay of it
 * @param billed of an invoice; null of anything else
 * @param supersedes the earlier decision that it takes the place of
 * @param supersededBy the later decision that took its place; null while it stands
 */
public record ListedDecision(
        UUID id,
        long number,
        String person,
        ClaimKind kind,
        Verdict verdict,
        Money charge,
        Money complementary,
        Instant recorded,
        @Nullable Billed billed,
        @Nullable UUID supersedes,
        @Nullable UUID supersededBy) {}
