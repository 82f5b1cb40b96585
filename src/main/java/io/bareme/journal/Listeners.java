package io.bareme.journal;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each listener has read. */
final class Listeners {

    private final JdbcClient sql;
    private final Decisions decisions;

    Listeners(JdbcClient sql, Decisions decisions) {
        this.sql = sql;
        this.decisions = decisions;
    }

    int deliver(String tenant, String name, Hearing hearing, int limit, Consumer<StoredDecision> to) {
        List<StoredDecision> found = decisions.after(tenant, locked(tenant, name), hearing, limit);
        found.forEach(to);
        if (!found.isEmpty()) {
            remember(tenant, name, found.getLast().position());
        }
        return found.size();
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
