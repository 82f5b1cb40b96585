package io.bareme.journal;

import io.bareme.adjudication.Decision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it was recorded.
 *
 * @param correctedBy the client that made it, where another one sent what it corrects; null where it is the same
 * @param received when the request came in
 * @param recorded when it was recorded
 * @param edition content hash of the edition that decided
 * @param engine version of the program that decided
 * @param supersedes the earlier decision it takes the place of
 * @param from what it was made from
 * @param decided what was decided
 */
public record StoredDecision(
        UUID id,
        Position position,
        String person,
        String client,
        @Nullable String correctedBy,
        Instant received,
        Instant recorded,
        String edition,
        String engine,
        @Nullable UUID supersedes,
        Canonical<Input> from,
        Canonical<Decision> decided) {

    /** As it was just written. */
    static StoredDecision of(Pending written, UUID id, Position position, Instant at) {
        Entry entry = written.entry();
        return new StoredDecision(
                id,
                position,
                entry.input().claim().person(),
                entry.client(),
                entry.correctedBy(),
                entry.received(),
                at,
                entry.decision().edition(),
                entry.engine(),
                entry.supersedes(),
                written.input(),
                written.decision());
    }

    public Input input() {
        return from.value();
    }

    public Decision decision() {
        return decided.value();
    }

    /** Not to be written to. */
    public byte[] inputBytes() {
        return from.bytes();
    }

    /** Not to be written to. */
    public byte[] decisionBytes() {
        return decided.bytes();
    }
}
