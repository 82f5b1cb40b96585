package io.bareme.journal;

import io.bareme.adjudication.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions to list; what is null does not matter.
 *
 * @param olderThan the {@link ListedDecision#number()} of the last one of the page before
 */
public record Search(
        @Nullable String person,
        @Nullable Verdict verdict,
        @Nullable Long olderThan) {

    public static final Search EVERYTHING = new Search(null, null, null);

    /** The page after the one that ends with this decision. */
    public Search after(ListedDecision last) {
        return new Search(person, verdict, last.number());
    }
}
