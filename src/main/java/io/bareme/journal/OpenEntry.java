package io.bareme.journal;

import io.bareme.values.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reservation, consumption or restitution in the ledger that nothing has cancelled yet.
 *
 * @param line of the decision; null where the decision does not tell its lines apart
 * @param reserved whether it is a reservation
 * @param amount below nothing for a restitution, as the count
 */
public record OpenEntry(
        long id,
        String household,
        String key,
        @Nullable Integer line,
        boolean reserved,
        Money amount,
        int count,
        UUID decision) {

    /** Whether it gives back of what was consumed before. */
    public boolean restores() {
        return amount.isNegative() || count < 0;
    }
}
