package io.bareme.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a commitment after it was made.
 *
 * @param version of the commitment from then on
 * @param status from then on
 * @param lastDay from then on
 * @param decision that it came with: the invoice, the replacement
 * @param client who asked for it; null where nobody did
 * @param reason in the words of who asked
 */
public record CommitmentEvent(
        String commitment,
        long version,
        Kind kind,
        Commitment.Status status,
        LocalDate lastDay,
        @Nullable UUID decision,
        @Nullable String client,
        @Nullable String reason,
        Instant at) {

    /** What happened. */
    public enum Kind {
        EXTENDED,
        USED,
        USED_UP,
        /** An invoice that used it was corrected: what it had used is promised again. */
        RETURNED,
        EXPIRED,
        CANCELLED,
        REPLACED;

        /** As in {@code used-up}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
