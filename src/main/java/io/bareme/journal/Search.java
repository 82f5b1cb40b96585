package io.bareme.journal;

import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions to list; what is null does not matter.
 *
 * @param client who asked for them
 * @param status of the commitment that they made
 * @param from the earliest moment of their recording
 * @param before the moment of recording that they all come before
 * @param billed what invoices to list; null for whatever decisions
 * @param olderThan the {@link ListedDecision#number()} of the last one of the page before
 */
public record Search(
        @Nullable String person,
        @Nullable Verdict verdict,
        @Nullable String client,
        @Nullable ClaimKind kind,
        Commitment.@Nullable Status status,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable Billed billed,
        @Nullable Long olderThan) {

    public static final Search EVERYTHING = new Search(null, null, null);

    public Search(@Nullable String person, @Nullable Verdict verdict, @Nullable Long olderThan) {
        this(person, verdict, null, null, null, null, null, null, olderThan);
    }

    /** The page after the one that ends with this decision. */
    public Search after(ListedDecision last) {
        return new Search(person, verdict, client, kind, status, from, before, billed, last.number());
    }

    /** The same, of that kind, asked for by a client; by whomever where it is null. */
    public Search asked(ClaimKind what, @Nullable String by) {
        return new Search(person, verdict, by, what, status, from, before, billed, olderThan);
    }

    /** The same, of those recorded in a time. */
    public Search recorded(@Nullable Instant first, @Nullable Instant end) {
        return new Search(person, verdict, client, kind, status, first, end, billed, olderThan);
    }

    /** The same, of invoices. */
    public Search of(Billed invoices) {
        return new Search(person, verdict, client, kind, status, from, before, invoices, olderThan);
    }
}
