package io.bareme.values;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount in whole cents (centimes) of one currency. Amounts of different currencies never meet: mixing them
 * is a broken program.
 */
public record Money(long cents, Currency currency) implements Comparable<Money> {

    /** Reads {@code "12.50"}. Throws when it has more than two decimals. */
    public static Money of(String amount, Currency currency) {
        return of(new BigDecimal(amount), currency);
    }

    /** Throws {@link ArithmeticException} when the amount has more than two decimals. */
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(amount.movePointRight(2).longValueExact(), currency);
    }

    /** Half-up to the cent, as article-by-article published examples of both countries do. */
    public static Money rounded(BigDecimal amount, Currency currency) {
        return new Money(
                amount.setScale(2, RoundingMode.HALF_UP).movePointRight(2).longValueExact(), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, same(other).cents), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, same(other).cents), currency);
    }

    public Money times(int count) {
        return new Money(Math.multiplyExact(cents, (long) count), currency);
    }

    public Money min(Money other) {
        return cents <= same(other).cents ? this : other;
    }

    public Money max(Money other) {
        return cents >= same(other).cents ? this : other;
    }

    /** This amount, or nothing when it is negative. */
    public Money orZero() {
        return cents < 0 ? zero(currency) : this;
    }

    public boolean isZero() {
        return cents == 0;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    public Exact exact() {
        return new Exact(amount(), currency);
    }

    /** The amount in currency units, always with two decimals. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(cents, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, same(other).cents);
    }

    /** {@code 12.50 EUR}: for messages to engineers; people read an amount rendered for their language. */
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }

    private Money same(Money other) {
        if (other.currency != currency) {
            throw new IllegalArgumentException("Amounts in " + currency + " and " + other.currency + " never mix");
        }
        return other;
    }
}
