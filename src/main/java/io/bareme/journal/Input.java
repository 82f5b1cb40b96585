package io.bareme.journal;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Rights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision was made from, besides its edition: with the edition's sources it can be decided again.
 *
 * @param rights null when the person was not known
 * @param promised what a commitment promised of the claim; null for a claim that calls on none
 * @param invoicedBefore its lines that were invoiced before; null where it was not compared with other invoices
 */
public record Input(
        Claim claim,
        @Nullable Rights rights,
        Consumption consumption,
        @Nullable Promised promised,
        @Nullable List<InvoicedBefore> invoicedBefore) {

    public Input {
        invoicedBefore = invoicedBefore == null ? null : List.copyOf(invoicedBefore);
    }

    /** Of a claim that is no invoice. */
    public Input(Claim claim, @Nullable Rights rights, Consumption consumption) {
        this(claim, rights, consumption, null, null);
    }

    /** The same, on what is used of limits in another place. */
    public Input reading(Consumption other) {
        return new Input(claim, rights, other, promised, invoicedBefore);
    }
}
