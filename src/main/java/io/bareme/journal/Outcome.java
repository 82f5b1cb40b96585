package io.bareme.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a decision to be recorded. */
public sealed interface Outcome {

    /**
     * It is recorded, for good.
     *
     * @param promise the commitment that it made; null when it promises nothing
     */
    record Recorded(StoredDecision stored, @Nullable Commitment promise) implements Outcome {
        public UUID id() {
            return stored.id();
        }

        public Instant at() {
            return stored.recorded();
        }
    }

    /** The request was answered before: that answer stands, nothing was recorded. */
    record AlreadyRecorded(StoredDecision stored) implements Outcome {}

    /** The client used the key before with another body; nothing was recorded. */
    record Conflict(UUID earlier) implements Outcome {}

    /** A limit has moved since it was read; nothing was recorded: read again, decide again. */
    record Stale() implements Outcome {}

    /** Too many decisions wait to be written; nothing was recorded: send the request again later. */
    record Busy() implements Outcome {}
}
