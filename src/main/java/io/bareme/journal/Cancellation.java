package io.bareme.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * A request that waited for a person, or for what was missing, and was cancelled.
 *
 * @param decision that referred it, or found it incomplete
 * @param client who cancelled it
 * @param reason in the words of who cancelled it
 */
public record Cancellation(UUID decision, String client, String reason, Instant at) {}
