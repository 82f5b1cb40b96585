package io.bareme.journal;

import io.bareme.tenancy.Tenancy;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests that waited and were cancelled by who asked: what they reserved is given back, and no decision takes their
 * place any more. Of a cancellation and such a decision at the same moment, the first to be written stands.
 */
public final class CancelledRequests {

    /** What its client is told. */
    private static final String CANCELLED = "authorization.cancelled";

    private final TransactionTemplate transaction;
    private final JdbcClient sql;
    private final Counters counters;
    private final Decisions decisions;
    private final Notices notices;

    CancelledRequests(
            TransactionTemplate transaction, JdbcClient sql, Counters counters, Decisions decisions, Notices notices) {
        this.transaction = transaction;
        this.sql = sql;
        this.counters = counters;
        this.decisions = decisions;
        this.notices = notices;
    }

    /** What became of a request to cancel one. */
    public sealed interface Outcome {
        /** It is cancelled, now or before by the same request. */
        record Done(Cancellation cancelled, boolean before) implements Outcome {}

        /** The client used the key before with another body or elsewhere. */
        record KeyUsed() implements Outcome {}

        /** It was cancelled by another request. */
        record Already(Cancellation cancelled) implements Outcome {}

        /** Another decision has taken its place. */
        record Superseded(UUID by) implements Outcome {}
    }

    /** The cancellation of what a decision left waiting; empty where nobody cancelled it. */
    public Optional<Cancellation> of(String tenant, UUID decision) {
        return Tenancy.as(tenant, () -> find(tenant, decision));
    }

    /** Those of these decisions whose request was cancelled. */
    public Set<UUID> among(String tenant, Collection<UUID> asked) {
        return Tenancy.as(
                tenant,
                () -> new HashSet<>(sql.sql("""
                        select decision from journal.cancelled_request
                        where tenant = :tenant and decision = any (:asked)
                        """)
                        .param("tenant", tenant)
                        .param("asked", asked.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list()));
    }

    /**
     * Cancels what a decision left waiting, once per request.
     *
     * @param reason 1 to 200 characters
     */
    public Outcome cancel(String tenant, UUID decision, Idempotency request, String reason, Instant now) {
        return Tenancy.as(tenant, () -> {
            try {
                return transaction.execute(_ -> cancelled(tenant, decision, request, reason, now));
            } catch (DuplicateKeyException atOnce) {
                return known(tenant, decision, request).orElseThrow(() -> atOnce);
            }
        });
    }

    private Outcome cancelled(String tenant, UUID decision, Idempotency request, String reason, Instant now) {
        sql.sql("call journal.take_place(:tenant, :decision)")
                .param("tenant", tenant)
                .param("decision", decision)
                .update();
        Outcome before = known(tenant, decision, request)
                .or(() -> decisions.supersederOf(tenant, decision).map(Outcome.Superseded::new))
                .or(() -> find(tenant, decision).map(Outcome.Already::new))
                .orElse(null);
        if (before != null) {
            return before;
        }
        write(tenant, decision, request, reason, now);
        counters.release(tenant, decision);
        notices.tell(tenant, decision, CANCELLED, "");
        return new Outcome.Done(find(tenant, decision).orElseThrow(), false);
    }

    private Optional<Outcome> known(String tenant, UUID decision, Idempotency request) {
        return sql.sql("""
                        select body_hash = :bodyHash and decision = :decision and change = 0 as same
                        from journal.request where tenant = :tenant and client = :client and key = :key
                        """)
                .param("tenant", tenant)
                .param("client", request.client())
                .param("key", request.key())
                .param("bodyHash", request.bodyHash())
                .param("decision", decision)
                .query((row, _) -> row.getBoolean("same")
                        ? new Outcome.Done(find(tenant, decision).orElseThrow(), true)
                        : (Outcome) new Outcome.KeyUsed())
                .optional();
    }

    private Optional<Cancellation> find(String tenant, UUID decision) {
        return sql.sql("""
                        select decision, client, reason, at from journal.cancelled_request
                        where tenant = :tenant and decision = :decision
                        """)
                .param("tenant", tenant)
                .param("decision", decision)
                .query((row, _) -> new Cancellation(
                        row.getObject("decision", UUID.class),
                        row.getString("client"),
                        row.getString("reason"),
                        Moments.in(row, "at")))
                .optional();
    }

    private void write(String tenant, UUID decision, Idempotency request, String reason, Instant now) {
        sql.sql("""
                        with cancelled as (
                            insert into journal.cancelled_request (tenant, household, decision, client, reason, at)
                            select tenant, household, id, :client, :reason, :now from journal.decision
                            where tenant = :tenant and id = :decision
                        )
                        insert into journal.request (tenant, client, key, body_hash, decision, change)
                        values (:tenant, :client, :key, :bodyHash, :decision, 0)
                        """)
                .param("tenant", tenant)
                .param("decision", decision)
                .param("client", request.client())
                .param("key", request.key())
                .param("bodyHash", request.bodyHash())
                .param("reason", reason)
                .param("now", Moments.of(now))
                .update();
    }
}
