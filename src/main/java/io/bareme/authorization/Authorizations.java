package io.bareme.authorization;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Decision;
import io.bareme.decision.Asked;
import io.bareme.decision.Caller;
import io.bareme.decision.Deciding;
import io.bareme.decision.Upon;
import io.bareme.exchange.ClaimForm;
import io.bareme.journal.Commitment;
import io.bareme.journal.CommitmentNumber;
import io.bareme.journal.Effect;
import io.bareme.journal.Idempotency;
import io.bareme.journal.Journal;
import io.bareme.journal.ListedDecision;
import io.bareme.journal.Search;
import io.bareme.journal.StoredDecision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Authorizations: decided at once, recorded with what they promise or reserve, found, listed and replaced. */
@Service
public final class Authorizations {

    /** How many days of care an approved authorization promises: time for the care and its invoice. Our choice. */
    static final int PROMISED_DAYS = 90;
    /** A promise is not extended further than that from its receipt: what it reserves is kept from others. Our choice. */
    static final int LONGEST_DAYS = 180;
    /** How long a case that waits for a person or a piece keeps what it would need. Our choice. */
    static final Duration WAITING_HOLDS = Duration.ofDays(3);

    private final Deciding deciding;
    private final Journal journal;

    Authorizations(Deciding deciding, Journal journal) {
        this.deciding = deciding;
        this.journal = journal;
    }

    /**
     * Decides and records a claim with what it promises, once per idempotency key of the caller.
     *
     * @param form names a member
     * @param key 1 to 200 characters, chosen by the caller
     * @param bodyHash of the request as it was sent: the same key with another body is a conflict
     */
    public Deciding.Answer authorize(Caller caller, ClaimForm form, String key, String bodyHash) {
        return deciding.decide(new Asked(caller, form, key, bodyHash, Authorizations::taken));
    }

    /**
     * Decides a whole new claim of the same member in the place of an authorization: what that one reserves is given
     * back to it first, and both are written at once.
     */
    public Deciding.Answer replace(
            Caller caller, StoredDecision earlier, ClaimForm form, String key, String requestHash) {
        return deciding.decide(new Asked(
                caller,
                form,
                new Idempotency(caller.client(), key, requestHash),
                Authorizations::taken,
                new Upon(earlier.id(), null)));
    }

    /** What it takes of limits: an approved claim makes a commitment. */
    public static Effect taken(Claim claim, Decision decision, Instant received) {
        return switch (decision.verdict()) {
            case APPROVED, APPROVED_IN_PART -> promised(claim, LocalDate.ofInstant(received, ZoneOffset.UTC));
            case REFERRED, INCOMPLETE, REFUSED -> new Effect.Reserves(received.plus(WAITING_HOLDS));
        };
    }

    /** From its earliest care or its receipt; for the usual time, or until the last day of care planned later. */
    private static Effect.Promises promised(Claim claim, LocalDate received) {
        LocalDate first = claim.lines().stream()
                .map(CareLine::date)
                .min(Comparator.naturalOrder())
                .filter(day -> day.isBefore(received))
                .orElse(received);
        LocalDate usual = received.plusDays(PROMISED_DAYS);
        LocalDate last = claim.lines().stream()
                .map(CareLine::date)
                .max(Comparator.naturalOrder())
                .filter(day -> day.isAfter(usual))
                .orElse(usual);
        return new Effect.Promises(CommitmentNumber.drawn(received.getYear()), first, last);
    }

    /** The last day until which a commitment may be extended: its own, where care is planned later than the longest. */
    public static LocalDate longest(Commitment commitment, StoredDecision decision) {
        LocalDate longest =
                LocalDate.ofInstant(decision.received(), ZoneOffset.UTC).plusDays(LONGEST_DAYS);
        return longest.isAfter(commitment.lastDay()) ? longest : commitment.lastDay();
    }

    /** An authorization that was recorded; empty also when the caller may not see it, and for an invoice. */
    public Optional<StoredDecision> find(Caller caller, UUID id) {
        return journal.find(caller.tenant(), id)
                .filter(found -> found.input().claim().kind() == ClaimKind.AUTHORIZATION)
                .filter(found -> caller.maySee(found.client()));
    }

    /** The decision that took the place of an authorization's: a replacement, or a person's. */
    public Optional<UUID> supersederOf(Caller caller, StoredDecision authorization) {
        return journal.supersederOf(caller.tenant(), authorization.id());
    }

    /** The authorization under a commitment's number, whatever its spaces and capitals. */
    public Optional<StoredDecision> find(Caller caller, String number) {
        return CommitmentNumber.read(number)
                .flatMap(read -> journal.commitment(caller.tenant(), read))
                .flatMap(commitment -> find(caller, commitment.decision()));
    }

    /**
     * An authorization as a list shows it.
     *
     * @param cancelled while it waited
     */
    public record Listed(ListedDecision decision, @Nullable Commitment commitment, boolean cancelled) {}

    /** The newest first, of the caller's own unless it may see every client's; at most {@code size}, 1 to 500. */
    public List<Listed> list(Caller caller, Search search, int size) {
        Search own = search.asked(ClaimKind.AUTHORIZATION, caller.forEveryClient() ? null : caller.client());
        List<ListedDecision> page = journal.list(caller.tenant(), own, size);
        Map<UUID, Commitment> commitments =
                journal
                        .commitmentsOf(
                                caller.tenant(),
                                page.stream().map(ListedDecision::id).toList())
                        .stream()
                        .collect(Collectors.toMap(Commitment::decision, Function.identity()));
        Set<UUID> cancelled = journal.cancelledRequests()
                .among(caller.tenant(), page.stream().map(ListedDecision::id).toList());
        return page.stream()
                .map(decision ->
                        new Listed(decision, commitments.get(decision.id()), cancelled.contains(decision.id())))
                .toList();
    }
}
