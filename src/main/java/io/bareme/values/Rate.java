package io.bareme.values;

import java.math.BigDecimal;

/** An exact proportion: {@code 0.7} is 70 %. May exceed one (a guarantee of 250 % of the base); never negative. */
public record Rate(BigDecimal fraction) implements Comparable<Rate> {

    public static final Rate ZERO = new Rate(BigDecimal.ZERO);
    public static final Rate WHOLE = new Rate(BigDecimal.ONE);

    public Rate {
        if (fraction.signum() < 0) {
            throw new IllegalArgumentException("A rate is never negative: " + fraction);
        }
        fraction = fraction.signum() == 0 ? BigDecimal.ZERO : fraction.stripTrailingZeros();
    }

    /** {@code percent("70")} is 70 %. */
    public static Rate percent(String percent) {
        return percent(new BigDecimal(percent));
    }

    public static Rate percent(BigDecimal percent) {
        return new Rate(percent.movePointLeft(2));
    }

    public BigDecimal asPercent() {
        BigDecimal percent = fraction.movePointRight(2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    public Rate plus(Rate other) {
        return new Rate(fraction.add(other.fraction));
    }

    /** What is left of the whole: 30 % for 70 %. Nothing when this is more than the whole. */
    public Rate complement() {
        return new Rate(BigDecimal.ONE.subtract(fraction).max(BigDecimal.ZERO));
    }

    /** This rate less that many points, never below nothing. */
    public Rate lessPoints(Rate points) {
        return new Rate(fraction.subtract(points.fraction).max(BigDecimal.ZERO));
    }

    public boolean isZero() {
        return fraction.signum() == 0;
    }

    @Override
    public int compareTo(Rate other) {
        return fraction.compareTo(other.fraction);
    }

    /** {@code 70 %}. */
    @Override
    public String toString() {
        return asPercent().toPlainString() + " %";
    }
}
