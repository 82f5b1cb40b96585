package io.bareme.guarantee;

/** Whose consumption a limit adds up. */
public enum Scope {
    BENEFICIARY,
    FAMILY,
    EYE,
    EAR,
    TOOTH,
    PAIR
}
