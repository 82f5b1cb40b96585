package io.bareme.adjudication;

import io.bareme.values.Exact;
import io.bareme.values.Money;
import io.bareme.values.Source;
import org.jspecify.annotations.Nullable;

/**
 * The base of one care line (base de remboursement, tarif de responsabilité, tarif national de référence).
 *
 * @param amount for the whole quantity, to the cent
 * @param unit for one act, not rounded: a letter key may have four decimals
 * @param regulated what the regulation says, for the whole quantity; null where the claim gave the base and the
 *     regulation is silent
 * @param given the claim stated the base itself
 * @param missing the regulated quantity that is not established; empty when none is
 * @param coefficientMissing the act's letter key needs a coefficient that nobody gave
 */
public record Base(
        Money amount,
        Exact unit,
        @Nullable Money regulated,
        boolean given,
        String missing,
        boolean coefficientMissing,
        @Nullable Source source) {

    boolean known() {
        return missing.isEmpty() && !coefficientMissing;
    }

    boolean contradicted() {
        return given && regulated != null && !regulated.equals(amount);
    }
}
