package io.bareme.decision;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Rights;
import io.bareme.journal.Commitment;
import io.bareme.journal.CommitmentEvent;
import io.bareme.journal.CommitmentNumber;
import io.bareme.journal.CommitmentUse;
import io.bareme.journal.Consequences;
import io.bareme.journal.Consequences.Change;
import io.bareme.journal.Journal;
import io.bareme.journal.OpenEntry;
import io.bareme.journal.StoredDecision;
import io.bareme.values.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a claim takes up of what was decided before, as it stands when the claim is decided.
 *
 * @param supersedes the decision that it takes the place of
 * @param undone what that one took of limits
 * @param changes what becomes of its commitment
 * @param called the commitment that an invoice calls on
 * @param left the commitment that the decision that is superseded called on, where the invoice that takes its place does
 *     not: what it had used is returned to it
 */
record EarlierDecisions(
        @Nullable UUID supersedes,
        List<OpenEntry> undone,
        List<Change> changes,
        @Nullable Called called,
        @Nullable Called left) {

    static final EarlierDecisions NOTHING = new EarlierDecisions(null, List.of(), List.of(), null, null);

    /** One of the two. */
    record Look(EarlierDecisions standing, @Nullable Overtaken overtaken) {}

    static Look at(Journal journal, Asked asked, Claim claim, Instant now) {
        UUID earlier = asked.upon().inPlaceOf();
        Claim.Invoice invoice = claim.invoice();
        if (earlier == null && invoice == null) {
            return new Look(NOTHING, null);
        }
        List<Change> changes = new ArrayList<>();
        Overtaken overtaken = earlier == null ? null : superseded(journal, asked, earlier, now, changes);
        if (overtaken == null && earlier == null && invoice != null) {
            overtaken = invoiced(journal, asked, claim, invoice);
        }
        List<OpenEntry> undone = earlier == null ? List.of() : journal.open(asked.tenant(), earlier);
        String number = invoice == null ? null : invoice.commitment();
        Called left = earlier == null || invoice == null ? null : left(journal, asked.tenant(), earlier, number, now);
        if (overtaken != null || number == null) {
            return new Look(new EarlierDecisions(earlier, undone, changes, null, left), overtaken);
        }
        Optional<Called> called = called(
                journal,
                asked.tenant(),
                claim,
                number,
                earlier,
                client -> asked.caller().maySee(client),
                now);
        return called.isEmpty()
                ? new Look(NOTHING, new Overtaken.NoCommitment(number))
                : new Look(
                        new EarlierDecisions(earlier, undone, changes, called.get(), left),
                        called.get().invoicedBefore(asked, claim).orElse(null));
    }

    /**
     * Of what a person settles: what it took, and the commitment that it calls on, whose care may have been invoiced
     * since; empty where that commitment is not to be found.
     */
    static Optional<EarlierDecisions> settled(Journal journal, Caller caller, StoredDecision referred, Instant now) {
        String tenant = caller.tenant();
        Claim claim = referred.input().claim();
        List<OpenEntry> undone = journal.open(tenant, referred.id());
        Claim.Invoice invoice = claim.invoice();
        String number = invoice == null ? null : invoice.commitment();
        if (number == null) {
            return Optional.of(new EarlierDecisions(referred.id(), undone, List.of(), null, null));
        }
        Predicate<String> maySee = client -> client.equals(referred.client()) || caller.maySee(client);
        return called(journal, tenant, claim, number, referred.id(), maySee, now)
                .map(called -> new EarlierDecisions(referred.id(), undone, List.of(), called, null));
    }

    private static @Nullable Overtaken superseded(
            Journal journal, Asked asked, UUID earlier, Instant now, List<Change> changes) {
        Optional<UUID> by = journal.supersederOf(asked.tenant(), earlier);
        if (by.isPresent()) {
            return new Overtaken.Superseded(by.get());
        }
        if (journal.cancelledRequests().of(asked.tenant(), earlier).isPresent()) {
            return new Overtaken.Cancelled(earlier);
        }
        Commitment commitment = journal.commitmentOf(asked.tenant(), earlier).orElse(null);
        if (commitment == null) {
            return null;
        }
        changes.add(new Change(
                commitment,
                CommitmentEvent.Kind.REPLACED,
                Commitment.Status.REPLACED,
                asked.upon().reason()));
        Commitment.Status status = commitment.statusAt(now);
        return status == Commitment.Status.VALID
                ? null
                : new Overtaken.Ended(commitment.number(), status.word(), commitment.lastDay());
    }

    private static @Nullable Overtaken invoiced(Journal journal, Asked asked, Claim claim, Claim.Invoice invoice) {
        String provider = claim.provider().id();
        return journal.ofInvoice(asked.tenant(), provider, invoice.number())
                .map(first -> new Overtaken.Invoiced(
                        standing(journal, asked.tenant(), asked.told(first)), provider, invoice.number()))
                .orElse(null);
    }

    /** The last of those that took the place of one another: the one that a correction may take the place of. */
    private static @Nullable UUID standing(Journal journal, String tenant, @Nullable UUID first) {
        UUID last = first;
        for (UUID next = first;
                next != null;
                next = journal.supersederOf(tenant, next).orElse(null)) {
            last = next;
        }
        return last;
    }

    /** Null where the invoice that is corrected called on none, or on the same as its correction. */
    private static @Nullable Called left(
            Journal journal, String tenant, UUID earlier, @Nullable String called, Instant now) {
        Claim.Invoice corrected =
                journal.find(tenant, earlier).orElseThrow().input().claim().invoice();
        return number(corrected == null ? null : corrected.commitment())
                .filter(number -> !number(called).equals(Optional.of(number)))
                .flatMap(number -> journal.commitment(tenant, number))
                .map(commitment -> called(journal, tenant, earlier, commitment, now))
                .orElse(null);
    }

    private static Optional<String> number(@Nullable String said) {
        return Optional.ofNullable(said).flatMap(CommitmentNumber::read);
    }

    private static Optional<Called> called(
            Journal journal,
            String tenant,
            Claim claim,
            String number,
            @Nullable UUID earlier,
            Predicate<String> maySee,
            Instant now) {
        return CommitmentNumber.read(number)
                .flatMap(read -> journal.commitment(tenant, read))
                .filter(commitment -> commitment.person().equals(claim.person()))
                .filter(commitment -> maySee.test(commitment.client()))
                .map(commitment -> called(journal, tenant, earlier, commitment, now));
    }

    private static Called called(
            Journal journal, String tenant, @Nullable UUID earlier, Commitment commitment, Instant now) {
        List<CommitmentUse> all = journal.usesOf(tenant, commitment);
        List<CommitmentUse> returned =
                all.stream().filter(use -> use.decision().equals(earlier)).toList();
        List<CommitmentUse> uses =
                all.stream().filter(use -> !use.decision().equals(earlier)).toList();
        Map<UUID, StoredDecision> invoices = new HashMap<>();
        Map<UUID, List<OpenEntry>> taken = new HashMap<>();
        for (CommitmentUse use : all) {
            invoices.computeIfAbsent(
                    use.decision(), id -> journal.find(tenant, id).orElseThrow());
            taken.computeIfAbsent(use.decision(), id -> journal.open(tenant, id));
        }
        StoredDecision authorization =
                journal.find(tenant, commitment.decision()).orElseThrow();
        return new Called(
                commitment,
                authorization,
                uses,
                returned,
                invoices,
                taken,
                journal.open(tenant, commitment.decision()),
                now);
    }

    /** Every row whose limit must be read. */
    List<OpenEntry> rows() {
        List<OpenEntry> rows = new ArrayList<>(undone);
        Stream.of(called, left).filter(Objects::nonNull).forEach(commitment -> rows.addAll(commitment.reserved()));
        return rows;
    }

    /** What is used of the limits that the claim may move, with what earlier files took of them for the same care. */
    Consumption limits(Journal journal, String tenant, Claim claim, Rights rights) {
        Consumption used = journal.consumptionOf(tenant, rights, rows());
        return EarlierFiles.asked(claim)
                ? new Consumption(used.counters(), EarlierFiles.taken(journal, tenant, claim, supersedes))
                : used;
    }

    /** What moves of limits before the claim is decided: the superseded decision took it, or leaves it to a commitment. */
    List<Decision.Movement> givenBack() {
        Stream<Decision.Movement> back =
                undone.stream().map(row -> new Decision.Movement(row.key(), negative(row.amount()), -row.count(), 0));
        return left == null
                ? back.toList()
                : Stream.concat(back, new Settlement(left, List.of()).freed().stream())
                        .toList();
    }

    /** What is written of what is superseded, whatever the claim comes to. */
    Consequences itself() {
        Consequences superseded = new Consequences(undone, List.of(), changes, List.of());
        return left == null ? superseded : superseded.and(Settlement.returned(left));
    }

    /** What is written where the claim uses nothing of the commitment that it calls on. */
    Consequences unused() {
        return called == null ? itself() : itself().and(Settlement.returned(called));
    }

    static Money negative(Money amount) {
        return Money.zero(amount.currency()).minus(amount);
    }
}
