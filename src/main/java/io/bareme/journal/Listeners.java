package io.bareme.journal;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.SavepointManager;

/** How far each listener has read. */
final class Listeners {

    private final JdbcClient sql;
    private final Decisions decisions;

    Listeners(JdbcClient sql, Decisions decisions) {
        this.sql = sql;
        this.decisions = decisions;
    }

    /**
     * What a listener took of what it was given.
     *
     * @param failure why it took no more; null when it took everything
     */
    record Heard(int taken, @Nullable RuntimeException failure) {}

    /** One after the other: what the listener wrote for the one that it failed on is undone, and no more than that. */
    Heard deliver(
            String tenant,
            String name,
            Hearing hearing,
            int limit,
            Consumer<StoredDecision> to,
            SavepointManager transaction) {
        List<StoredDecision> found = decisions.after(tenant, locked(tenant, name), hearing, limit);
        int taken = 0;
        RuntimeException failure = null;
        while (failure == null && taken < found.size()) {
            failure = give(found.get(taken), to, transaction);
            taken += failure == null ? 1 : 0;
        }
        if (taken > 0) {
            remember(tenant, name, found.get(taken - 1).position());
        }
        return new Heard(taken, failure);
    }

    private static @Nullable RuntimeException give(
            StoredDecision decision, Consumer<StoredDecision> to, SavepointManager transaction) {
        Object before = transaction.createSavepoint();
        try {
            to.accept(decision);
            transaction.releaseSavepoint(before);
            return null;
        } catch (RuntimeException failure) {
            transaction.rollbackToSavepoint(before);
            return failure;
        }
    }

    /** The listener's place, held until the transaction ends. */
    private Position locked(String tenant, String name) {
        return sql.sql("""
                        insert into journal.listener as l (tenant, name, era, transaction, position)
                        values (:tenant, :name, 0, '0', 0)
                        on conflict (tenant, name) do update set position = l.position
                        returning era, cast(cast(transaction as text) as bigint) as transaction, position
                        """)
                .param("tenant", tenant)
                .param("name", name)
                .query((row, _) -> new Position(row.getInt("era"), row.getLong("transaction"), row.getLong("position")))
                .single();
    }

    private void remember(String tenant, String name, Position place) {
        sql.sql("""
                        update journal.listener
                        set era = :era, transaction = cast(cast(:transaction as text) as xid8), position = :number
                        where tenant = :tenant and name = :name
                        """)
                .param("tenant", tenant)
                .param("name", name)
                .param("era", place.era())
                .param("transaction", Long.toString(place.transaction()))
                .param("number", place.number())
                .update();
    }
}
