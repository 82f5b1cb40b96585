package io.bareme.values;

/** A currency we adjudicate in. Both have two decimals. */
public enum Currency {
    /** Euro, France. */
    EUR,
    /** Moroccan dirham. */
    MAD
}
