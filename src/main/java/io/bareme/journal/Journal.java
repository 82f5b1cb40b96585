package io.bareme.journal;

import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Rights;
import io.bareme.tenancy.Tenancy;
import io.bareme.tenancy.TenantConnections;
import io.bareme.tenancy.Tenants;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was decided and what it consumed. Nothing in it is ever changed: a later decision supersedes an earlier one, and
 * a ledger row is cancelled by another. It is also the outbox: other rooms learn of decisions by reading it in order.
 */
@Service
public final class Journal {

    /** Of PostgreSQL: what may read and write these tables, besides their owner. */
    private static final String ROLE = "bareme_journal";

    /** More decisions than these do not wait to be written: their callers come again. */
    private static final int MOST_WAITING = 2_000;

    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private final Writers writers;
    private final Decisions decisions;
    private final DecisionLists lists;
    private final Counters counters;
    private final Editions editions;
    private final Listeners listeners;
    private final Commitments commitments;
    private final Changes changes;
    private final Notices notices;
    private final Care care;
    private final InTurn inTurn;
    private final CancelledRequests cancelledRequests;

    public Journal(@Qualifier(JournalConnections.BEAN) DataSource database) {
        DataSource connections = TenantConnections.inRole(database, ROLE);
        JdbcClient sql = JdbcClient.create(connections);
        JdbcTransactionManager manager = new JdbcTransactionManager(connections);
        this.transaction = new TransactionTemplate(manager);
        this.tenants = new Tenants(connections);
        Eras eras = new Eras(sql);
        this.decisions = new Decisions(sql, eras);
        this.lists = new DecisionLists(sql);
        Recording recording = new Recording(sql, eras);
        this.writers = new Writers(transaction, recording, decisions, MOST_WAITING);
        this.inTurn = new InTurn(transaction, sql, recording, decisions);
        this.counters = new Counters(sql);
        TransactionTemplate oneMoment = new TransactionTemplate(manager);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.care = new Care(sql, counters, oneMoment);
        this.editions = new Editions(sql);
        this.listeners = new Listeners(sql, decisions);
        this.commitments = new Commitments(sql, eras);
        this.changes = new Changes(sql, commitments, counters);
        this.notices = new Notices(sql);
        this.cancelledRequests = new CancelledRequests(transaction, sql, counters, decisions, notices);
    }

    /** What is used of every limit of the person's household and of those whose contracts the person shares. */
    public Consumption consumptionOf(String tenant, Rights rights) {
        return Tenancy.as(tenant, () -> counters.of(tenant, rights.households().toArray(String[]::new)));
    }

    /** The same, and of the households of those limits. */
    public Consumption consumptionOf(String tenant, Rights rights, Collection<OpenEntry> also) {
        return consumptionOf(tenant, households(rights, also));
    }

    private static Stream<String> households(Rights rights, Collection<OpenEntry> also) {
        return Stream.concat(rights.households().stream(), also.stream().map(OpenEntry::household));
    }

    /** What is used of every limit of the households of those limits. */
    public Consumption consumptionOf(String tenant, Collection<OpenEntry> rows) {
        return consumptionOf(tenant, rows.stream().map(OpenEntry::household));
    }

    private Consumption consumptionOf(String tenant, Stream<String> households) {
        String[] each = households.distinct().toArray(String[]::new);
        return Tenancy.as(tenant, () -> counters.of(tenant, each));
    }

    /**
     * What is used and reserved of every limit of the person's household and of those whose contracts the person shares.
     *
     * @param at as it was then; null as it is now
     */
    public Standing standingOf(String tenant, Rights rights, @Nullable Instant at) {
        return Tenancy.as(
                tenant, () -> counters.standing(tenant, at, rights.households().toArray(String[]::new)));
    }

    /** What a decision took of limits that nothing has given back yet. */
    public List<OpenEntry> open(String tenant, UUID decision) {
        return Tenancy.as(tenant, () -> counters.open(tenant, decision));
    }

    /**
     * The last decision that gave back of a limit what an earlier one consumed, where this one would take that earlier
     * one's consumption out of it: nothing would be left to give back. Empty as long as it need not be corrected first.
     */
    public Optional<UUID> givenBackSince(Entry entry) {
        return entry.also().undone().stream().allMatch(OpenEntry::reserved)
                ? Optional.empty()
                : Tenancy.as(entry.tenant(), () -> counters.givenBackSince(entry.tenant(), LedgerEntry.of(entry)));
    }

    /** The same of several. */
    public List<OpenEntry> open(String tenant, List<UUID> decisions) {
        return Tenancy.as(tenant, () -> counters.open(tenant, decisions));
    }

    /** What was used of a limit at a moment, derived from the ledger; empty when nothing had ever been. */
    public Optional<Balance> balance(String tenant, String key, Instant at) {
        return Tenancy.as(tenant, () -> counters.balance(tenant, key, at));
    }

    /** The answer that this request had before: {@link Outcome.AlreadyRecorded} or {@link Outcome.Conflict}. */
    public Optional<Outcome> known(String tenant, Idempotency request) {
        return Tenancy.as(tenant, () -> decisions.known(tenant, request));
    }

    /**
     * Records a decision with its request, its ledger rows and its counters, all or nothing. The edition's sources must
     * have been kept before.
     */
    public Outcome record(Entry entry) {
        return writers.write(entry);
    }

    /**
     * Records decisions that build on each other, in one transaction: all of them, or none.
     *
     * @param entries one or more, of one tenant; each counts on the versions that the ones before it leave
     */
    public InTurnOutcome recordInTurn(List<Entry> entries) {
        return inTurn.write(entries);
    }

    /** What one request recorded in turn, in that order. */
    public List<StoredDecision> recordedUnder(String tenant, String client, String key) {
        return Tenancy.as(tenant, () -> decisions.under(tenant, client, key));
    }

    /** What was decided on care that was given. */
    public Care care() {
        return care;
    }

    /** How many decisions wait to be written. */
    public int waiting() {
        return writers.waiting();
    }

    /** How many decisions were not taken in since the start, because too many waited. */
    public long shed() {
        return writers.shed();
    }

    /** Requests that waited and were cancelled. */
    public CancelledRequests cancelledRequests() {
        return cancelledRequests;
    }

    /**
     * Gives back every reservation that expires in that time, of one tenant after the other, with the commitments that
     * made them and notices of both; how many limits moved.
     */
    public int releaseExpired(Instant after, Instant upTo) {
        return tenants.all().stream()
                .mapToInt(tenant ->
                        Tenancy.as(tenant, () -> transaction.execute(_ -> releaseExpired(tenant, after, upTo))))
                .sum();
    }

    private int releaseExpired(String tenant, Instant after, Instant upTo) {
        commitments.expire(tenant, after, upTo);
        return counters.releaseExpired(tenant, after, upTo);
    }

    public Optional<Commitment> commitment(String tenant, String number) {
        return Tenancy.as(tenant, () -> commitments.find(tenant, number));
    }

    /** The commitment that a decision made. */
    public Optional<Commitment> commitmentOf(String tenant, UUID decision) {
        return Tenancy.as(tenant, () -> commitments.of(tenant, decision));
    }

    /** The commitments that any of these decisions made. */
    public List<Commitment> commitmentsOf(String tenant, Collection<UUID> decisions) {
        return Tenancy.as(tenant, () -> commitments.of(tenant, decisions));
    }

    /** A commitment as it was after so many events, 1 when it was made. */
    public Commitment asOf(String tenant, Commitment of, long version) {
        return Tenancy.as(tenant, () -> changes.then(tenant, of, version));
    }

    /** What the same request to change a commitment, or another with its key, was answered before. */
    public Optional<ChangeOutcome> known(String tenant, Commitment of, Idempotency request) {
        return Tenancy.as(tenant, () -> changes.known(tenant, of, request));
    }

    /** What happened to a commitment since it was made, in order. */
    public List<CommitmentEvent> eventsOf(String tenant, Commitment of) {
        return Tenancy.as(tenant, () -> commitments.events(tenant, of));
    }

    /** What invoices that stand have used of a commitment. */
    public List<CommitmentUse> usesOf(String tenant, Commitment of) {
        return Tenancy.as(tenant, () -> commitments.uses(tenant, of));
    }

    /** Cancels a commitment, once per request: what is left of it is given back. */
    public ChangeOutcome cancel(String tenant, Commitment of, Idempotency request, String reason, Instant now) {
        return change(tenant, of, request, () -> changes.cancel(tenant, of, request, reason, now));
    }

    /** Extends a commitment to a later day, once per request: what is left of it stays reserved until then. */
    public ChangeOutcome extend(
            String tenant,
            Commitment of,
            Idempotency request,
            LocalDate lastDay,
            @Nullable String reason,
            Instant now) {
        return change(tenant, of, request, () -> changes.extend(tenant, of, request, lastDay, reason, now));
    }

    /** All or nothing; the same request sent twice at once is found on the second look. */
    private ChangeOutcome change(String tenant, Commitment of, Idempotency request, Supplier<ChangeOutcome> change) {
        return Tenancy.as(tenant, () -> {
            try {
                return transaction.execute(_ -> change.get());
            } catch (DuplicateKeyException atOnce) {
                return changes.known(tenant, of, request).orElseThrow(() -> atOnce);
            }
        });
    }

    /** The decision that took the place of another. */
    public Optional<UUID> supersederOf(String tenant, UUID decision) {
        return Tenancy.as(tenant, () -> decisions.supersederOf(tenant, decision));
    }

    /** The first decision on a professional's invoice of that number. */
    public Optional<StoredDecision> ofInvoice(String tenant, String provider, String invoice) {
        return Tenancy.as(tenant, () -> decisions.ofInvoice(tenant, provider, invoice));
    }

    public Optional<StoredDecision> find(String tenant, UUID id) {
        return Tenancy.as(tenant, () -> decisions.find(tenant, id));
    }

    /** The decision that took the place of an earlier one. */
    public Optional<StoredDecision> inPlaceOf(String tenant, UUID earlier) {
        return Tenancy.as(tenant, () -> decisions.inPlaceOf(tenant, earlier));
    }

    /** Writes down what the program that asked for a decision is to be told; false when it was written before. */
    public boolean tell(String tenant, UUID decision, String kind, String detail) {
        return Tenancy.as(tenant, () -> notices.tell(tenant, decision, kind, detail));
    }

    /** Notices that were not passed on yet, in the order in which they were written; at most so many. */
    public List<Notice> notices(String tenant, int limit) {
        return Tenancy.as(tenant, () -> notices.waiting(tenant, limit));
    }

    /** These need not be read again. */
    public void passedOn(String tenant, List<Notice> passed) {
        Tenancy.run(
                tenant,
                () -> notices.passedOn(tenant, passed.stream().map(Notice::id).toList()));
    }

    /**
     * What was recorded in a time, in the order of recording.
     *
     * @param until after it
     * @param after the last one of the page before; null for the first page
     * @param client who asked; null for whoever
     * @param size 1 to 500
     */
    public List<StoredDecision> recorded(
            String tenant, Instant from, Instant until, @Nullable UUID after, @Nullable String client, int size) {
        if (size < 1 || size > 500) {
            throw new IllegalArgumentException("A page has 1 to 500 decisions: " + size);
        }
        return Tenancy.as(tenant, () -> decisions.recorded(tenant, from, until, after, client, size));
    }

    /** The newest first; at most {@code size}, 1 to 500. */
    public List<ListedDecision> list(String tenant, Search search, int size) {
        if (size < 1 || size > 500) {
            throw new IllegalArgumentException("A list has 1 to 500 decisions: " + size);
        }
        return Tenancy.as(tenant, () -> lists.list(tenant, search, size));
    }

    /**
     * Keeps an edition's sources for ever; keeping them again does nothing. Throws {@link IllegalArgumentException} when
     * other files are kept under that hash.
     */
    public void keep(String tenant, EditionSources sources) {
        Tenancy.run(tenant, () -> transaction.executeWithoutResult(_ -> editions.keep(tenant, sources)));
    }

    /** The sources kept under an edition's hash, every file checked against its own hash. */
    public Optional<EditionSources> sourcesOf(String tenant, String hash) {
        return Tenancy.as(tenant, () -> editions.sources(tenant, hash));
    }

    /** Decisions recorded after a place, in order, at most so many; see {@link Position}. */
    public List<StoredDecision> after(String tenant, Position place, int limit) {
        return Tenancy.as(tenant, () -> decisions.after(tenant, place, Hearing.EVERYTHING, limit));
    }

    /**
     * Gives a listener the decisions it has not had yet, in order, at most so many, and remembers its place; how many it
     * took. When the listener throws, its place is the one that it failed on, and this throws the same: it gets that one
     * again, and none before it. What it wrote here for that one is undone. One delivery to a listener at a time.
     */
    public int deliver(String tenant, String listener, int limit, Consumer<StoredDecision> to) {
        return deliver(tenant, listener, Hearing.EVERYTHING, limit, to);
    }

    /** As {@link #deliver(String, String, int, Consumer)}, of some decisions alone; a listener always hears the same. */
    public int deliver(String tenant, String listener, Hearing hearing, int limit, Consumer<StoredDecision> to) {
        Listeners.Heard heard = Tenancy.as(
                tenant,
                () -> transaction.execute(status -> listeners.deliver(tenant, listener, hearing, limit, to, status)));
        RuntimeException failure = heard.failure();
        if (failure != null) {
            throw failure;
        }
        return heard.taken();
    }
}
