package io.bareme.journal;

import java.time.Instant;

/** What a decision does to the limits it moves. */
public sealed interface Effect {

    /** The care was given: it counts for good. */
    record Consumes() implements Effect {}

    /** The care is promised: it counts until it is released, or until the promise expires. */
    record Reserves(Instant until) implements Effect {}
}
