package io.bareme.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an approved authorization promises: the amounts of its approved lines, for care from the first to the last day.
 * Its status is what its events come to.
 *
 * @param number for people, see {@link CommitmentNumber}
 * @param decision the authorization that it stands on
 * @param client who asked for it
 * @param expires when what it reserves is given back, after its last day
 * @param version 1 as it was made, one more with each event
 */
public record Commitment(
        String number,
        UUID decision,
        String household,
        String person,
        String client,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant made,
        Instant expires,
        Status status,
        long version) {

    /** What has become of it. */
    public enum Status {
        /** Nothing of it was used yet. */
        VALID,
        /** Invoices have used a part of it. */
        USED,
        USED_UP,
        EXPIRED,
        CANCELLED,
        REPLACED;

        /** As in {@code used-up}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Of a word that was checked. */
        public static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** As a decision that was just recorded made it; null when that one promises nothing. */
    static @Nullable Commitment madeBy(Entry entry, UUID decision, Instant at) {
        return entry.effect() instanceof Effect.Promises(String number, LocalDate first, LocalDate last)
                ? new Commitment(
                        number,
                        decision,
                        Households.home(entry.input().rights()),
                        entry.input().claim().person(),
                        entry.idempotency().client(),
                        first,
                        last,
                        at,
                        Effect.expiry(last),
                        Status.VALID,
                        1)
                : null;
    }

    /** Its status at a moment: it may have expired before that was written down. */
    public Status statusAt(Instant now) {
        return isOpen() && !now.isBefore(expires) ? Status.EXPIRED : status;
    }

    /** Whether it still reserves anything that is left of it. */
    boolean isOpen() {
        return status == Status.VALID || status == Status.USED;
    }

    /** Whether care of that day is promised. */
    public boolean covers(LocalDate care) {
        return !care.isBefore(firstDay) && !care.isAfter(lastDay);
    }
}
