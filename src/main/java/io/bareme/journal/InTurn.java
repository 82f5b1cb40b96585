package io.bareme.journal;

import io.bareme.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes decisions that build on each other in one transaction, one after the other: all of them or none. The limits of
 * every household they touch are locked before the first, in the order of their keys.
 */
final class InTurn {

    private final TransactionTemplate transaction;
    private final JdbcClient sql;
    private final Recording recording;
    private final Decisions decisions;

    InTurn(TransactionTemplate transaction, JdbcClient sql, Recording recording, Decisions decisions) {
        this.transaction = transaction;
        this.sql = sql;
        this.recording = recording;
        this.decisions = decisions;
    }

    /** @param entries one or more, of one tenant; each counts on the versions that the ones before it leave */
    InTurnOutcome write(List<Entry> entries) {
        String tenant = entries.getFirst().tenant();
        return Tenancy.as(tenant, () -> {
            List<UUID> ids = attempt(tenant, entries);
            return ids.isEmpty() ? none(entries.getFirst()) : new InTurnOutcome.Recorded(ids);
        });
    }

    private List<UUID> attempt(String tenant, List<Entry> entries) {
        try {
            return transaction.execute(status -> written(tenant, entries, status));
        } catch (PessimisticLockingFailureException | DuplicateKeyException meanwhile) {
            return List.of();
        }
    }

    /** Nothing when one of them cannot be written. */
    private List<UUID> written(String tenant, List<Entry> entries, TransactionStatus status) {
        List<Pending> all = entries.stream().map(Pending::of).toList();
        lock(tenant, all);
        List<UUID> ids = new ArrayList<>();
        for (Pending pending : all) {
            Map<Integer, Recording.Written> one = recording.write(new Batch(tenant, List.of(pending)));
            Recording.Written written = one.get(0);
            if (written == null || written.standing() != pending.mustStand()) {
                status.setRollbackOnly();
                return List.of();
            }
            ids.add(written.id());
        }
        return List.copyOf(ids);
    }

    /** Read once nothing of it is there any more: the request may have been answered before. */
    private InTurnOutcome none(Entry first) {
        return new InTurnOutcome.Not(
                decisions.known(first.tenant(), first.idempotency()).orElseGet(Outcome.Stale::new));
    }

    private void lock(String tenant, List<Pending> all) {
        String[] households = all.stream()
                .flatMap(pending -> pending.limits().moved().stream())
                .map(movement -> Households.ofKey(movement.key()))
                .distinct()
                .toArray(String[]::new);
        sql.sql("""
                        select key from journal.counter
                        where tenant = :tenant and household = any (:households)
                        order by household, key for update
                        """)
                .param("tenant", tenant)
                .param("households", households)
                .query(String.class)
                .list();
    }
}
