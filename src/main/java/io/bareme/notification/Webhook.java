package io.bareme.notification;

import io.bareme.journal.Notice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An address of a client's, and what it is told of there.
 *
 * @param secret as Standard Webhooks writes it, {@code whsec_} and Base64: what signatures are made with
 * @param made by the clock of the database, which also dates what is told
 */
public record Webhook(UUID id, String client, String url, List<String> events, String secret, Instant made) {
    public Webhook {
        events = List.copyOf(events);
    }

    /** Whether it is told of that: nothing of before it was made. */
    boolean wants(Notice notice) {
        return events.contains(notice.kind()) && !notice.at().isBefore(made);
    }

    @Override
    public String toString() {
        return "Webhook " + id + " of " + client;
    }
}
