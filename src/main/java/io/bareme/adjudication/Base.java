package io.bareme.adjudication;

import io.bareme.values.Exact;
import io.bareme.values.Money;
import io.bareme.values.Source;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The base of one care line (base de remboursement, tarif de responsabilité, tarif national de référence).
 *
 * @param amount for the whole quantity, to the cent
 * @param unit for one act, not rounded: a letter key may have four decimals
 * @param regulated what the regulation says, for the whole quantity; null where the claim gave the base and the
 *     regulation is silent
 * @param byAct it is so many times a tariff, and shares are rounded for each act; otherwise once on the whole
 * @param given the claim stated the base itself
 * @param missing the regulated quantity that is not established; empty when none is
 * @param foreign the act's tariff is in another country's currency
 * @param coefficientMissing the act's letter key needs a coefficient that nobody gave
 * @param eachDay one a day, where the tariff changes within the days of a daily charge; empty otherwise
 */
public record Base(
        Money amount,
        Exact unit,
        @Nullable Money regulated,
        boolean byAct,
        boolean given,
        String missing,
        boolean foreign,
        boolean coefficientMissing,
        @Nullable Source source,
        List<Exact> eachDay) {

    public Base {
        eachDay = List.copyOf(eachDay);
    }

    /** The same tariff for every one of the acts. */
    Base(
            Money amount,
            Exact unit,
            @Nullable Money regulated,
            boolean byAct,
            boolean given,
            String missing,
            boolean foreign,
            boolean coefficientMissing,
            @Nullable Source source) {
        this(amount, unit, regulated, byAct, given, missing, foreign, coefficientMissing, source, List.of());
    }

    /** What the first so many acts or days are worth, no more than there are. */
    Exact ofFirst(int many) {
        return eachDay.isEmpty()
                ? unit.times(BigDecimal.valueOf(many))
                : eachDay.stream().limit(many).reduce(Exact.zero(unit.currency()), Exact::plus);
    }

    boolean known() {
        return missing.isEmpty() && !coefficientMissing && !foreign;
    }

    /** The same base, no more than what is left of it; from there on it is no tariff by act. */
    Base within(Money left) {
        if (amount.compareTo(left) <= 0) {
            return this;
        }
        return new Base(left, unit, regulated, false, given, missing, foreign, coefficientMissing, source, eachDay);
    }

    boolean contradicted() {
        return given && regulated != null && !regulated.equals(amount);
    }
}
