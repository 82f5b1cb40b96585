package io.bareme.decision;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a claim is not taken up: what was decided before does not allow it, or no longer. Nothing was recorded. */
public sealed interface Overtaken {

    /** The request that it would take the place of was cancelled. */
    record Cancelled(UUID request) implements Overtaken {}

    /** Another decision has taken the place of the one that it would supersede. */
    record Superseded(UUID by) implements Overtaken {}

    /** The commitment of the decision that it would supersede is used, or is no more: its status, its last day. */
    record Ended(String commitment, String status, LocalDate lastDay) implements Overtaken {}

    /** The professional's invoice of that number was decided before; what stands is null where the caller may not see it. */
    record Invoiced(@Nullable UUID standing, String provider, String invoice) implements Overtaken {}

    /** All the care that it invoices was invoiced before on the commitment; the first is null where the caller may not see it. */
    record InvoicedOnCommitment(@Nullable UUID first, String commitment) implements Overtaken {}

    /** A later file gave back what it would take out of a limit again: null where the caller may not see it. */
    record GivenBack(@Nullable UUID since) implements Overtaken {}

    /** The member has no commitment of that number, or the caller may not see it. */
    record NoCommitment(String number) implements Overtaken {}
}
