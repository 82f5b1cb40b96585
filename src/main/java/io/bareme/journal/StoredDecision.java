package io.bareme.journal;

import io.bareme.adjudication.Decision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it was recorded.
 *
 * @param received when the request came in
 * @param recorded when it was recorded
 * @param edition content hash of the edition that decided
 * @param engine version of the program that decided
 * @param supersedes the earlier decision it takes the place of
 * @param inputBytes what it was made from, canonical; not to be written to
 * @param decisionBytes the decision, canonical; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they lie in the database
public record StoredDecision(
        UUID id,
        Position position,
        String person,
        String client,
        Instant received,
        Instant recorded,
        String edition,
        String engine,
        @Nullable UUID supersedes,
        byte[] inputBytes,
        byte[] decisionBytes) {

    public Input input() {
        return CanonicalJson.input(inputBytes);
    }

    public Decision decision() {
        return CanonicalJson.decision(decisionBytes);
    }
}
