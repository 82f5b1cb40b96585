package io.bareme.values;

/** How sure a published value is, from the text of the law itself down to general knowledge. Order matters. */
public enum Confidence {
    /** The text of the law was read. */
    LAW,
    /** Another official text or open data. */
    OFF,
    /** News, an insurer's page, a third party. */
    PRESS,
    /** Inferred from other published values. */
    INF,
    /** General knowledge, not found in a source: to be verified before it is relied on. */
    MEM;

    /** Whether a decision that rests on it must say so: anything below official. */
    public boolean isWeak() {
        return compareTo(OFF) > 0;
    }
}
