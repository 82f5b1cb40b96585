package io.bareme.guarantee;

import io.bareme.values.Money;
import io.bareme.values.Rate;

/** An amount as a guarantee words it: so much money, or so much of something. */
public sealed interface Measure {

    /** A sum of money, never negative. */
    record Fixed(Money amount) implements Measure {
        public Fixed {
            if (amount.isNegative()) {
                throw new IllegalArgumentException("A guarantee is never negative: " + amount);
            }
        }
    }

    /** A share of a basis: 150 % of the base, 2 % of the PMSS. */
    record Share(Rate rate, Basis basis) implements Measure {}
}
