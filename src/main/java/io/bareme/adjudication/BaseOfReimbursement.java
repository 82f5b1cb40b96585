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
 * @param amount for the whole quantity, to the cent; nothing where it is not known
 * @param unit for one act, not rounded: a letter key may have four decimals
 * @param regulated what the regulation says, for the whole quantity; null where the claim gave the base and the
 *     regulation is silent
 * @param unknown why it is not known; null where it is
 * @param source of the tariff; null where no tariff makes it
 * @param eachDay one a day, where the tariff changes within the days of a daily charge; empty otherwise
 */
public record BaseOfReimbursement(
        Money amount,
        Exact unit,
        @Nullable Money regulated,
        Origin origin,
        @Nullable Unknown unknown,
        @Nullable Source source,
        List<Exact> eachDay) {

    /** What makes the amount. */
    public enum Origin {
        /** So many times a tariff: shares are rounded for each act. */
        TARIFF_BY_ACT,
        /** A price, days of several tariffs, what is left of a semester: shares are rounded once. */
        WHOLE,
        /** The claim stated it itself. */
        STATED
    }

    /** Why there is no base. */
    public sealed interface Unknown {
        /** A regulated quantity is not established. */
        record NotEstablished(String quantity) implements Unknown {}

        /** The act's tariff is in another country's currency. */
        record ForeignCurrency() implements Unknown {}

        /** The act's letter key needs a coefficient that nobody gave. */
        record NoCoefficient() implements Unknown {}
    }

    public BaseOfReimbursement {
        eachDay = List.copyOf(eachDay);
    }

    /** What the first so many acts or days are worth, no more than there are. */
    Exact ofFirst(int many) {
        return eachDay.isEmpty()
                ? unit.times(BigDecimal.valueOf(many))
                : eachDay.stream().limit(many).reduce(Exact.zero(unit.currency()), Exact::plus);
    }

    boolean known() {
        return unknown == null;
    }

    boolean byAct() {
        return origin == Origin.TARIFF_BY_ACT;
    }

    boolean stated() {
        return origin == Origin.STATED;
    }

    boolean coefficientMissing() {
        return unknown instanceof Unknown.NoCoefficient;
    }

    boolean foreign() {
        return unknown instanceof Unknown.ForeignCurrency;
    }

    /** The regulated quantity that is not established; empty when none is. */
    String missing() {
        return unknown instanceof Unknown.NotEstablished(String quantity) ? quantity : "";
    }

    /** The same base, no more than what is left of it; from there on it is no tariff by act. */
    BaseOfReimbursement within(Money left) {
        return amount.compareTo(left) <= 0
                ? this
                : new BaseOfReimbursement(left, unit, regulated, Origin.WHOLE, unknown, source, eachDay);
    }

    boolean contradicted() {
        return stated() && regulated != null && !regulated.equals(amount);
    }
}
