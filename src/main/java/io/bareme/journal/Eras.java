package io.bareme.journal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * In which era each tenant's journal is. A decision that bears a transaction the server has not come to yet was recorded
 * on another server: then a new era begins.
 */
final class Eras {

    private static final String CURRENT = """
            select coalesce(max(era), 1) from (
                (select case when transaction < pg_snapshot_xmax(pg_current_snapshot()) then era else era + 1 end as era
                from journal.decision where tenant = :tenant
                order by era desc, transaction desc, position desc limit 1)
            ) latest
            """;

    private final JdbcClient sql;
    private final Map<String, Integer> current = new ConcurrentHashMap<>();

    Eras(JdbcClient sql) {
        this.sql = sql;
    }

    int current(String tenant) {
        return current.computeIfAbsent(tenant, this::read);
    }

    private int read(String tenant) {
        return sql.sql(CURRENT).param("tenant", tenant).query(Integer.class).single();
    }
}
