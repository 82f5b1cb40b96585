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
        @Nullable Long olderThan) {

    public static final Search EVERYTHING = new Search(null, null, null);

    public Search(@Nullable String person, @Nullable Verdict verdict, @Nullable Long olderThan) {
        this(person, verdict, null, null, null, null, null, olderThan);
    }

    /** The page after the one that ends with this decision. */
    public Search after(ListedDecision last) {
        return new Search(person, verdict, client, kind, status, from, before, last.number());
    }
}
