package io.bareme.regulation;

/** What a regulated quantity is counted in. */
public enum QuantityUnit {
    EUR,
    MAD,
    /** A fraction of one; files write percents. */
    RATE,
    COUNT,
    DAYS,
    YEARS
}
