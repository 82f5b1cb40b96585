package io.bareme.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An address of a client's, and what it is told of there.
 *
 * @param secret as Standard Webhooks writes it, {@code whsec_} and Base64: what signatures are made with
 */
public record Webhook(UUID id, String client, String url, List<String> events, String secret, Instant made) {
    public Webhook {
        events = List.copyOf(events);
    }

    @Override
    public String toString() {
        return "Webhook " + id + " of " + client;
    }
}
