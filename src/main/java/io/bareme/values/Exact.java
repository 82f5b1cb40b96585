package io.bareme.values;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in the middle of a computation, not rounded yet: any number of decimals, any sign. It becomes
 * {@link Money} once, half-up, where the law or the contract rounds.
 */
public record Exact(BigDecimal amount, Currency currency) implements Comparable<Exact> {

    private static final int DECIMALS = 10;

    public Exact {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    public static Exact zero(Currency currency) {
        return new Exact(BigDecimal.ZERO, currency);
    }

    public Exact plus(Exact other) {
        return new Exact(amount.add(same(other).amount), currency);
    }

    public Exact minus(Exact other) {
        return new Exact(amount.subtract(same(other).amount), currency);
    }

    public Exact times(Rate rate) {
        return new Exact(amount.multiply(rate.fraction()), currency);
    }

    public Exact times(BigDecimal factor) {
        return new Exact(amount.multiply(factor), currency);
    }

    /** So many units of what a whole quantity comes to, half-up to ten decimals. */
    public Exact part(int units, int of) {
        return units == of
                ? this
                : new Exact(
                        amount.multiply(BigDecimal.valueOf(units))
                                .divide(BigDecimal.valueOf(of), DECIMALS, RoundingMode.HALF_UP),
                        currency);
    }

    public Exact min(Exact other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Exact max(Exact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** This amount, or nothing when it is negative. */
    public Exact orZero() {
        return amount.signum() < 0 ? zero(currency) : this;
    }

    public Money rounded() {
        return Money.rounded(amount, currency);
    }

    @Override
    public int compareTo(Exact other) {
        return amount.compareTo(same(other).amount);
    }

    private Exact same(Exact other) {
        if (other.currency != currency) {
            throw new IllegalArgumentException("Amounts in " + currency + " and " + other.currency + " never mix");
        }
        return other;
    }
}
