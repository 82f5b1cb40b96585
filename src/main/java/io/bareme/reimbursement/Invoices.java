package io.bareme.reimbursement;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Owed;
import io.bareme.adjudication.Verdict;
import io.bareme.decision.Asked;
import io.bareme.decision.Caller;
import io.bareme.decision.Deciding;
import io.bareme.decision.Upon;
import io.bareme.exchange.ClaimForm;
import io.bareme.journal.Effect;
import io.bareme.journal.Idempotency;
import io.bareme.journal.Journal;
import io.bareme.journal.ListedDecision;
import io.bareme.journal.OutOfOrder;
import io.bareme.journal.Search;
import io.bareme.journal.StoredDecision;
import io.bareme.resequencing.Resequencings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Invoices of professionals: decided, recorded with what they consume, corrected, and found again. */
@Service
public final class Invoices {

    /** How long an invoice that waits for a person keeps what it would need. Our choice. */
    static final Duration WAITING_HOLDS = Duration.ofDays(3);

    private final Deciding deciding;
    private final Journal journal;
    private final Resequencings resequencings;
    private final CareOfOthers careOfOthers;

    Invoices(Deciding deciding, Journal journal, Resequencings resequencings) {
        this.deciding = deciding;
        this.journal = journal;
        this.resequencings = resequencings;
        this.careOfOthers = new CareOfOthers(journal);
    }

    /**
     * Decides and records an invoice with what it consumes, once per idempotency key of the caller.
     *
     * @param form an invoice, of a member
     * @param requestHash of the request as it was sent, its address included
     */
    public Deciding.Answer take(Caller caller, ClaimForm form, String key, String requestHash) {
        return decide(caller, form, key, requestHash, Upon.NOTHING);
    }

    /**
     * Decides a whole new invoice in the place of one: what that one consumed is given back to it first. It belongs to
     * the client that sent that one, whoever asks.
     */
    public Deciding.Answer correct(
            Caller caller, StoredDecision earlier, ClaimForm form, String key, String requestHash) {
        return decide(caller, form, key, requestHash, Upon.correcting(earlier));
    }

    private Deciding.Answer decide(Caller caller, ClaimForm form, String key, String requestHash, Upon upon) {
        Idempotency request = new Idempotency(caller.client(), key, requestHash);
        return deciding.decide(new Asked(caller, form, request, Invoices::taken, upon));
    }

    /** What care out of the order of its days would change, as it was when the invoice was answered. */
    public Optional<OutOfOrder> outOfOrder(Caller caller, StoredDecision invoice) {
        return resequencings.told(caller.tenant(), invoice);
    }

    /** What it takes of limits. One that waits leaves to the commitment that it calls on what that reserves. */
    public static Effect taken(Claim claim, Decision decision, Instant received) {
        Claim.Invoice invoice = claim.invoice();
        return switch (decision.verdict()) {
            case APPROVED, APPROVED_IN_PART, REFUSED -> new Effect.Consumes();
            case REFERRED, INCOMPLETE ->
                invoice != null && invoice.commitment() != null
                        ? new Effect.Waits()
                        : new Effect.Reserves(received.plus(WAITING_HOLDS));
        };
    }

    /** An invoice that was recorded; empty also when the caller may not see it. */
    public Optional<StoredDecision> find(Caller caller, UUID id) {
        return journal.find(caller.tenant(), id)
                .filter(found -> found.input().claim().kind() == ClaimKind.INVOICE)
                .filter(found -> caller.maySee(found.client()));
    }

    /** The decision on an invoice as the caller may read it: invoices of other clients are named to who may see them. */
    public Decision told(Caller caller, StoredDecision invoice) {
        return careOfOthers.named(caller, invoice);
    }

    /** The decision that took the place of an invoice's: a correction, or a person's. */
    public Optional<UUID> supersederOf(Caller caller, StoredDecision invoice) {
        return journal.supersederOf(caller.tenant(), invoice.id());
    }

    /** The newest first, of the caller's own unless it may see every client's; at most {@code size}, 1 to 500. */
    public List<ListedDecision> list(Caller caller, Search search, int size) {
        Search own = search.asked(ClaimKind.INVOICE, caller.forEveryClient() ? null : caller.client());
        return journal.list(caller.tenant(), own, size);
    }

    /**
     * What contracts owe since an invoice was settled, beside what they owed before it; null while a person must still
     * settle it.
     */
    public @Nullable List<Owed> owed(Caller caller, StoredDecision invoice) {
        if (!isSettled(invoice)) {
            return null;
        }
        StoredDecision before = invoice;
        do {
            UUID earlier = before.supersedes();
            before = earlier == null
                    ? null
                    : journal.find(caller.tenant(), earlier).orElseThrow();
        } while (before != null && !isSettled(before));
        return Owed.between(before == null ? null : settled(before), settled(invoice));
    }

    private static boolean isSettled(StoredDecision invoice) {
        Verdict verdict = invoice.decision().verdict();
        return verdict != Verdict.REFERRED && verdict != Verdict.INCOMPLETE;
    }

    private static Owed.Settled settled(StoredDecision invoice) {
        return new Owed.Settled(invoice.input().claim(), invoice.decision());
    }
}
