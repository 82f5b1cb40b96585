package io.bareme.tenancy;

/** Journeys to the database that take together whatever waits for one, be it to read or to write. */
public final class Journeys {

    /**
     * How many to make at once. One, where the database has two processors or so to share with this: two only halve what
     * goes together. Where there are many, one cannot keep them busy.
     */
    public static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors() / 4, 1, 4);

    private Journeys() {}
}
