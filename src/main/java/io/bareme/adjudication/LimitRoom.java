package io.bareme.adjudication;

import io.bareme.values.Exact;
import io.bareme.values.Money;
import org.jspecify.annotations.Nullable;

/** What one limit has left for one care line, and what it takes of it. */
sealed interface LimitRoom permits RoomInUnits, RoomInMoney, RoomOverTimes {

    /** Of the line's quantity, how many units it still allows; a limit in money allows them all. */
    int allowed();

    /** All limits met together allow so many of the line's units: this one takes no more than that. */
    void give(int units);

    /** The amount, no more than what is left; a limit in number has no say. */
    Exact within(Exact amount);

    /** What is left in money where the line begins; null for a limit in number, or where it is not established. */
    @Nullable
    Money left();

    /** Takes what was paid. */
    void take(Money paid, UsesOfLimit uses);

    /** What was asked when that was more than was left; null when it was not. */
    @Nullable
    Shortfall shortfall();

    /** Whether it cannot be told if the limit lets everything be paid. */
    boolean mayBind();

    /**
     * A limit gave less than was asked of it.
     *
     * @param asked units or money
     * @param left the same of what it had
     * @param usedUp nothing was left
     */
    record Shortfall(String asked, String left, boolean usedUp) {}
}
