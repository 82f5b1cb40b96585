package io.bareme.journal;

import io.bareme.journal.Commitment.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Changes of a commitment that decide nothing: it is cancelled, or it is extended. Each in one transaction, with the
 * commitment held first and the limits after it, as those who record decisions do.
 */
final class Changes {

    private final JdbcClient sql;
    private final Commitments commitments;
    private final Counters counters;

    Changes(JdbcClient sql, Commitments commitments, Counters counters) {
        this.sql = sql;
        this.commitments = commitments;
        this.counters = counters;
    }

    /** What is still reserved is given back. */
    ChangeOutcome cancel(String tenant, Commitment of, Idempotency request, String reason, Instant now) {
        ChangeOutcome known = known(tenant, of, request).orElse(null);
        if (known != null) {
            return known;
        }
        Commitment before = commitments.locked(tenant, of);
        if (!before.isOpen() || before.statusAt(now) == Status.EXPIRED) {
            return new ChangeOutcome.Refused(before);
        }
        Commitment after = commitments.change(
                tenant,
                before,
                CommitmentEvent.Kind.CANCELLED,
                Status.CANCELLED,
                before.lastDay(),
                request.client(),
                reason);
        counters.release(tenant, before.decision());
        remember(tenant, request, after);
        return new ChangeOutcome.Done(after);
    }

    /** What is still reserved is reserved until a later day; no limit moves, and nobody comes between. */
    ChangeOutcome extend(
            String tenant,
            Commitment of,
            Idempotency request,
            LocalDate lastDay,
            @Nullable String reason,
            Instant now) {
        ChangeOutcome known = known(tenant, of, request).orElse(null);
        if (known != null) {
            return known;
        }
        Commitment before = commitments.locked(tenant, of);
        boolean later = lastDay.isAfter(before.lastDay());
        if (!before.isOpen() || before.statusAt(now) == Status.EXPIRED || !later) {
            return new ChangeOutcome.Refused(before);
        }
        Commitment after = commitments.change(
                tenant, before, CommitmentEvent.Kind.EXTENDED, before.status(), lastDay, request.client(), reason);
        counters.reserveUntil(tenant, before.decision(), after.expires());
        remember(tenant, request, after);
        return new ChangeOutcome.Done(after);
    }

    /** What the same request, or another with its key, was answered before; empty when it is new. */
    Optional<ChangeOutcome> known(String tenant, Commitment of, Idempotency request) {
        return sql.sql("""
                        select body_hash = :bodyHash and decision = :decision as same, change from journal.request
                        where tenant = :tenant and client = :client and key = :key
                        """)
                .param("tenant", tenant)
                .param("client", request.client())
                .param("key", request.key())
                .param("bodyHash", request.bodyHash())
                .param("decision", of.decision())
                .query((row, _) -> {
                    long version = row.getLong("change");
                    return row.getBoolean("same") && version > 0
                            ? new ChangeOutcome.Before(then(tenant, of, version))
                            : (ChangeOutcome) new ChangeOutcome.KeyUsed();
                })
                .optional();
    }

    /** As it was after so many events. */
    Commitment then(String tenant, Commitment of, long version) {
        List<CommitmentEvent> events = commitments.events(tenant, of);
        LocalDate promised = sql.sql("""
                        select promised_until from journal.commitment
                        where tenant = :tenant and household = :household and number = :number
                        """)
                .param("tenant", tenant)
                .param("household", of.household())
                .param("number", of.number())
                .query(LocalDate.class)
                .single();
        CommitmentEvent last = events.stream()
                .filter(event -> event.version() <= version)
                .reduce((_, later) -> later)
                .orElse(null);
        LocalDate lastDay = last == null ? promised : last.lastDay();
        return new Commitment(
                of.number(),
                of.decision(),
                of.household(),
                of.person(),
                of.client(),
                of.firstDay(),
                lastDay,
                of.made(),
                Effect.expiry(lastDay),
                last == null ? Status.VALID : last.status(),
                version);
    }

    private void remember(String tenant, Idempotency request, Commitment after) {
        sql.sql("""
                        insert into journal.request (tenant, client, key, body_hash, decision, change)
                        values (:tenant, :client, :key, :bodyHash, :decision, :change)
                        """)
                .param("tenant", tenant)
                .param("client", request.client())
                .param("key", request.key())
                .param("bodyHash", request.bodyHash())
                .param("decision", after.decision())
                .param("change", after.version())
                .update();
    }
}
