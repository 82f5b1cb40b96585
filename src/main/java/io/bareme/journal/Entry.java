package io.bareme.journal;

import io.bareme.adjudication.Decision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision to be recorded.
 *
 * @param tenant the administering organisation
 * @param client whose decision it is: who asks for it, or who asked for the one that it corrects
 * @param received when the request came in, in whole microseconds as the database keeps it
 * @param engine the version of the program that decided
 * @param supersedes the earlier decision that this one takes the place of
 * @param also what else is written with it
 */
public record Entry(
        String tenant,
        Idempotency idempotency,
        String client,
        Instant received,
        Input input,
        Decision decision,
        String engine,
        Effect effect,
        @Nullable UUID supersedes,
        Consequences also) {

    public Entry {
        received = received.truncatedTo(ChronoUnit.MICROS);
    }

    /** One of the client that asks for it. */
    public Entry(
            String tenant,
            Idempotency idempotency,
            Instant received,
            Input input,
            Decision decision,
            String engine,
            Effect effect,
            @Nullable UUID supersedes,
            Consequences also) {
        this(tenant, idempotency, idempotency.client(), received, input, decision, engine, effect, supersedes, also);
    }

    /** One that touches nothing of what was recorded before. */
    public Entry(
            String tenant,
            Idempotency idempotency,
            Instant received,
            Input input,
            Decision decision,
            String engine,
            Effect effect,
            @Nullable UUID supersedes) {
        this(
                tenant,
                idempotency,
                idempotency.client(),
                received,
                input,
                decision,
                engine,
                effect,
                supersedes,
                Consequences.NONE);
    }

    /** The client that corrects what another one sent; null where it is the same. */
    @Nullable
    String correctedBy() {
        return client.equals(idempotency.client()) ? null : idempotency.client();
    }
}
