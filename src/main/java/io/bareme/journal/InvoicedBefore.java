package io.bareme.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice whose care another invoice had before.
 *
 * @param line of the claim
 * @param decision on the other, which stood then
 * @param invoice its number; null where who asks may not see that decision
 */
public record InvoicedBefore(
        int line, UUID decision, @Nullable String invoice) {}
