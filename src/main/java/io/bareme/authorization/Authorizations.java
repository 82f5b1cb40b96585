package io.bareme.authorization;

import io.bareme.adjudication.Verdict;
import io.bareme.decision.Asked;
import io.bareme.decision.Caller;
import io.bareme.decision.Deciding;
import io.bareme.exchange.ClaimForm;
import io.bareme.journal.Effect;
import io.bareme.journal.Journal;
import io.bareme.journal.StoredDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Authorizations: decided at once, recorded with what they reserve, and found again. */
@Service
public final class Authorizations {

    /** How long an approved authorization keeps what it reserves: time for the care and its invoice. Our choice. */
    static final Duration APPROVED_HOLDS = Duration.ofDays(90);
    /** How long a case that waits for a person or a piece keeps what it would need. Our choice. */
    static final Duration WAITING_HOLDS = Duration.ofDays(3);

    private final Deciding deciding;
    private final Journal journal;

    Authorizations(Deciding deciding, Journal journal) {
        this.deciding = deciding;
        this.journal = journal;
    }

    /**
     * Decides and records a claim with what it reserves, once per idempotency key of the caller.
     *
     * @param form names a member
     * @param key 1 to 200 characters, chosen by the caller
     * @param bodyHash of the request as it was sent: the same key with another body is a conflict
     */
    public Deciding.Answer authorize(Caller caller, ClaimForm form, String key, String bodyHash) {
        return deciding.decide(new Asked(caller, form, key, bodyHash, Authorizations::reserved));
    }

    /** A decision that was recorded; empty also when the caller may not see it. */
    public Optional<StoredDecision> find(Caller caller, UUID id) {
        return journal.find(caller.tenant(), id).filter(found -> caller.maySee(found.client()));
    }

    private static Effect reserved(Verdict verdict, Instant received) {
        return new Effect.Reserves(received.plus(
                switch (verdict) {
                    case APPROVED, APPROVED_IN_PART -> APPROVED_HOLDS;
                    case REFERRED, INCOMPLETE, REFUSED -> WAITING_HOLDS;
                }));
    }
}
