package io.bareme.journal;

import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Rights;
import io.bareme.tenancy.Tenancy;
import io.bareme.tenancy.TenantConnections;
import io.bareme.tenancy.Tenants;
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

    /** Of PostgreSQL: what may read and write these tables, besides their owner. */
    private static final String ROLE = "bareme_journal";

    /** More decisions than these do not wait to be written: their callers come again. */
    private static final int MOST_WAITING = 2_000;

    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private final Writers writers;
    private final Decisions decisions;
    private final Counters counters;
    private final Editions editions;
    private final Listeners listeners;

    public Journal(DataSource database) {
        DataSource connections = TenantConnections.inRole(database, ROLE);
        JdbcClient sql = JdbcClient.create(connections);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
        this.tenants = new Tenants(connections);
        Eras eras = new Eras(sql);
        this.decisions = new Decisions(sql, eras);
        this.writers = new Writers(transaction, new Recording(sql, eras), decisions, MOST_WAITING);
        this.counters = new Counters(sql);
        this.editions = new Editions(sql);
        this.listeners = new Listeners(sql, decisions);
    }

    /** What is used of every limit of the person's household and of those whose contracts the person shares. */
    public Consumption consumptionOf(String tenant, Rights rights) {
        return Tenancy.as(tenant, () -> counters.of(tenant, Households.concerned(rights)));
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

    /** Gives back what a decision reserved and nobody has given back yet; how many limits moved. */
    public int release(String tenant, UUID decision) {
        return Tenancy.as(tenant, () -> transaction.execute(_ -> counters.release(tenant, decision)));
    }

    /** Gives back every reservation that expires in that time, of one tenant after the other; how many limits moved. */
    public int releaseExpired(Instant after, Instant upTo) {
        return tenants.all().stream()
                .mapToInt(tenant -> Tenancy.as(
                        tenant, () -> transaction.execute(_ -> counters.releaseExpired(tenant, after, upTo))))
                .sum();
    }

    public Optional<StoredDecision> find(String tenant, UUID id) {
        return Tenancy.as(tenant, () -> decisions.find(tenant, id));
    }

    /** The newest first; at most {@code size}, 1 to 500. */
    public List<ListedDecision> list(String tenant, Search search, int size) {
        if (size < 1 || size > 500) {
            throw new IllegalArgumentException("A list has 1 to 500 decisions: " + size);
        }
        return Tenancy.as(tenant, () -> decisions.list(tenant, search, size));
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
        return Tenancy.as(tenant, () -> decisions.after(tenant, place, limit));
    }

    /**
     * Gives a listener the decisions it has not had yet, in order, at most so many, and remembers its place once it has
     * taken them all; how many it took. When the listener throws, its place stays: it gets them again. One delivery to a
     * listener at a time.
     */
    public int deliver(String tenant, String listener, int limit, Consumer<StoredDecision> to) {
        return Tenancy.as(tenant, () -> transaction.execute(_ -> listeners.deliver(tenant, listener, limit, to)));
    }
}
