package io.bareme.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a decision after it was answered, for the program that asked for it.
 *
 * @param kind what it happened to and what it is, as {@code authorization.expired}
 * @param client who asked for the decision
 * @param detail what tells it from others of its kind, as the percent of a warning; empty when nothing does
 */
public record Notice(UUID id, String kind, UUID decision, String client, String detail, Instant at) {

    /** What a request that waited had reserved is given back: the end of the kind. */
    static final String EXPIRED = ".expired";
}
