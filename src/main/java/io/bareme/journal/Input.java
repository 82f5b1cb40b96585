package io.bareme.journal;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Rights;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision was made from, besides its edition: with the edition's sources it can be decided again.
 *
 * @param rights null when the person was not known
 * @param promised what a commitment promised of the claim; null for a claim that calls on none
 */
public record Input(
        Claim claim,
        @Nullable Rights rights,
        Consumption consumption,
        @Nullable Promised promised) {

    /** Of a claim that calls on no commitment. */
    public Input(Claim claim, @Nullable Rights rights, Consumption consumption) {
        this(claim, rights, consumption, null);
    }
}
