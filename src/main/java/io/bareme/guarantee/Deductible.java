package io.bareme.guarantee;

import io.bareme.values.Source;

/**
 * A franchise of the contract: the first money of what it would pay is kept back.
 *
 * @param id unique among the limits and deductibles of its table; a part of the counter's key
 * @param wording as printed
 * @param amount how much is kept
 * @param each how often
 * @param source the fiche's line that states it
 */
public record Deductible(String id, Reach reach, String wording, Measure amount, Each each, Source source) {

    /** How often the amount is kept. */
    public sealed interface Each {

        /** Once over the period, for whoever the scope names. */
        record OverTime(Period period, Scope scope) implements Each {}

        /** Once for each unit of a care line. */
        record ForUnit(Unit unit) implements Each {}
    }
}
