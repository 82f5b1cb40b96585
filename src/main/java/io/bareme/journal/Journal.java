package io.bareme.journal;

import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Rights;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was decided and what it consumed. Nothing in it is ever changed: a later decision supersedes an earlier one, and
 * a ledger row is cancelled by another. It is also the outbox: other rooms learn of decisions by reading it in order.
 */
@Service
public final class Journal {

    private static final int MOST_WAITING = 2_000;

    private final TransactionTemplate transaction;
    private final Writers writers;
    private final Decisions decisions;
    private final Counters counters;
    private final Editions editions;
    private final Listeners listeners;

    public Journal(DataSource database) {
        JdbcClient sql = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        Eras eras = new Eras(sql);
        this.decisions = new Decisions(sql, eras);
        this.writers = new Writers(transaction, new Recording(sql, eras), decisions, MOST_WAITING);
        this.counters = new Counters(sql);
        this.editions = new Editions(sql);
        this.listeners = new Listeners(sql, decisions);
    }

    /** What is used of every limit of the person's household and of those whose contracts the person shares. */
    public Consumption consumptionOf(String tenant, Rights rights) {
        return counters.of(tenant, Households.concerned(rights));
    }

    /** The answer that this request had before: {@link Outcome.AlreadyRecorded} or {@link Outcome.Conflict}. */
    public Optional<Outcome> known(String tenant, Idempotency request) {
        return decisions.known(tenant, request);
    }

    /**
     * Records a decision with its request, its ledger rows and its counters, all or nothing. The edition's sources must
     * have been kept before.
     */
    public Outcome record(Entry entry) {
        return writers.write(entry);
    }

    /** Gives back what a decision reserved and nobody has given back yet; how many limits moved. */
    public int release(String tenant, UUID decision) {
        return transaction.execute(_ -> counters.release(tenant, decision));
    }

    /** Gives back every reservation, of whatever tenant, that expires in that time; how many limits moved. */
    public int releaseExpired(Instant after, Instant upTo) {
        return transaction.execute(_ -> counters.releaseExpired(after, upTo));
    }

    public Optional<StoredDecision> find(String tenant, UUID id) {
        return decisions.find(tenant, id);
    }

    /** The newest first; at most {@code size}, 1 to 500. */
    public List<ListedDecision> list(String tenant, Search search, int size) {
        if (size < 1 || size > 500) {
            throw new IllegalArgumentException("A list has 1 to 500 decisions: " + size);
        }
        return decisions.list(tenant, search, size);
    }

    /**
     * Keeps an edition's sources for ever; keeping them again does nothing. Throws {@link IllegalArgumentException} when
     * other files are kept under that hash.
     */
    public void keep(String tenant, EditionSources sources) {
        transaction.executeWithoutResult(_ -> editions.keep(tenant, sources));
    }

    /** The sources kept under an edition's hash, every file checked against its own hash. */
    public Optional<EditionSources> sourcesOf(String tenant, String hash) {
        return editions.sources(tenant, hash);
    }

    /** Decisions recorded after a place, in order, at most so many; see {@link Position}. */
    public List<StoredDecision> after(String tenant, Position place, int limit) {
        return decisions.after(tenant, place, limit);
    }

    /**
     * Gives a listener the decisions it has not had yet, in order, at most so many, and remembers its place once it has
     * taken them all; how many it took. When the listener throws, its place stays: it gets them again. One delivery to a
     * listener at a time.
     */
    public int deliver(String tenant, String listener, int limit, Consumer<StoredDecision> to) {
        return transaction.execute(_ -> listeners.deliver(tenant, listener, limit, to));
    }
}
