package io.bareme.adjudication;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many units of a line a limit in number leaves out, and what these are given all the same: each unit has its own
 * part of what the law allows and of what it asks.
 */
record SlowEachUnit(int quantity, int leftOut, BigDecimal beyond) {

    static SlowEachUnit alike(int quantity) {
        return new SlowEachUnit(quantity, 0, BigDecimal.ZERO);
    }

    /** So much for all units, none above its own part of the most. */
    BigDecimal atMost(BigDecimal most, BigDecimal all) {
        BigDecimal out = beyond.min(all);
        return all.subtract(out).min(most.subtract(part(most))).add(out.min(part(most)));
    }

    /** So much for all units, none below its own part of the least. */
    BigDecimal atLeast(BigDecimal least, BigDecimal all) {
        BigDecimal out = beyond.min(all);
        return all.subtract(out).max(least.subtract(part(least))).add(out.max(part(least)));
    }

    /** What all units would come to, if each were given as much as one that is not left out. */
    BigDecimal ifAllWereCovered(BigDecimal all) {
        return leftOut == 0 || leftOut == quantity
                ? all
                : all.subtract(beyond.min(all))
                        .multiply(BigDecimal.valueOf(quantity))
                        .divide(BigDecimal.valueOf(quantity - leftOut), 2, RoundingMode.HALF_UP);
    }

    private BigDecimal part(BigDecimal whole) {
        return whole.multiply(BigDecimal.valueOf(leftOut))
                .divide(BigDecimal.valueOf(quantity), 2, RoundingMode.HALF_UP);
    }
}
