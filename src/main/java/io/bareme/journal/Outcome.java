package io.bareme.journal;

import java.util.UUID;

/** What became of a decision to be recorded. */
public sealed interface Outcome {

    /** It is recorded, for good. */
    record Recorded(UUID id, java.time.Instant at) implements Outcome {}

    /** The request was answered before: that answer stands, nothing was recorded. */
    record AlreadyRecorded(StoredDecision stored) implements Outcome {}

    /** The client used the key before with another body; nothing was recorded. */
    record Conflict(UUID earlier) implements Outcome {}

    /** A limit has moved since it was read; nothing was recorded: read again, decide again. */
    record Stale() implements Outcome {}

    /** Too many decisions wait to be written; nothing was recorded: send the request again later. */
    record Busy() implements Outcome {}
}
