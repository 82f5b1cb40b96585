package io.bareme.decision;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Decision;
import io.bareme.exchange.ClaimForm;
import io.bareme.journal.Effect;
import io.bareme.journal.Idempotency;
import io.bareme.journal.StoredDecision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim to be decided and recorded. One that is an invoice on a commitment is decided as that promises.
 *
 * @param form names a member
 * @param idempotency a key of 1 to 200 characters, chosen by the caller: with another body it is a conflict
 * @param effect what the decision does to the limits
 * @param upon what it takes up of what was decided before
 */
public record Asked(Caller caller, ClaimForm form, Idempotency idempotency, Taking effect, Upon upon) {

    /** @param bodyHash of the request as it was sent */
    public Asked(Caller caller, ClaimForm form, String key, String bodyHash, Taking effect) {
        this(caller, form, new Idempotency(caller.client(), key, bodyHash), effect, Upon.NOTHING);
    }

    /** What is done to the limits, by what was decided. */
    @FunctionalInterface
    public interface Taking {
        Effect of(Claim claim, Decision decision, Instant received);
    }

    /** Whose decision it is. */
    String client() {
        String sender = upon.client();
        return sender == null ? caller.client() : sender;
    }

    /** Whether the decision may name an earlier one: its client reads it, whoever asks for it. */
    boolean mayName(StoredDecision earlier) {
        boolean own = earlier.client().equals(client());
        return own || upon.client() == null && caller.maySee(earlier.client());
    }

    /** The id of an earlier decision, in an answer to the caller alone; null where the caller may not see it. */
    @Nullable
    UUID told(StoredDecision earlier) {
        return caller.maySee(earlier.client()) ? earlier.id() : null;
    }

    String tenant() {
        return caller.tenant();
    }
}
