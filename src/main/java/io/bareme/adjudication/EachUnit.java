package io.bareme.adjudication;

import io.bareme.values.Money;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a line of one or several units is given, where a limit in number covers only some of them: each unit is an act of
 * its own, so that the law bounds those within the limit and those left out apart (CSS R871-2).
 *
 * @param all what the whole line is given
 * @param quantity how many units the line has
 * @param leftOut how many of them no limit covers
 * @param beyond what those are given all the same: a fall-back, what another part of a sum gives
 */
record EachUnit(Money all, int quantity, int leftOut, Money beyond) {

    EachUnit {
        if (leftOut < 0 || leftOut > quantity) {
            throw new IllegalArgumentException(leftOut + " units left out of " + quantity);
        }
        beyond = beyond.min(all);
    }

    /** Every unit is given the same. */
    static EachUnit alike(Money all, int quantity) {
        return new EachUnit(all, quantity, 0, Money.zero(all.currency()));
    }

    /** The same units, once something was kept of the whole. */
    EachUnit reducedTo(Money left) {
        return new EachUnit(left, quantity, leftOut, beyond);
    }

    /** Each unit no more than its part of what the whole line may have. */
    EachUnit atMost(Money whole) {
        Money out = partLeftOut(whole);
        Money less = beyond.min(out);
        return new EachUnit(within().min(whole.minus(out)).plus(less), quantity, leftOut, less);
    }

    /** Each unit no less than its part of what the whole line is owed. */
    Money atLeast(Money whole) {
        Money out = partLeftOut(whole);
        return within().max(whole.minus(out)).plus(beyond.max(out));
    }

    /** What the whole line would be given if the limit covered all its units. */
    Money ifAllWereCovered() {
        int covered = quantity - leftOut;
        return leftOut == 0 || covered == 0
                ? all
                : within().times(quantity)
                        .exact()
                        .times(BigDecimal.ONE.divide(BigDecimal.valueOf(covered), MathContext.DECIMAL64))
                        .rounded();
    }

    private Money within() {
        return all.minus(beyond);
    }

    private Money partLeftOut(Money whole) {
        return whole.exact().part(leftOut, quantity).rounded();
    }
}
