package io.bareme.affiliation.store;

import io.bareme.values.DateRange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row that is true over some days. */
interface DatedRow<R extends DatedRow<R>> {

    /** Null until it is written. */
    @Nullable
    Long id();

    DateRange days();

    /** The same, of other days, known from that moment. */
    R over(DateRange days, Instant from);
}
