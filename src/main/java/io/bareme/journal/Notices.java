package io.bareme.journal;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What clients' programs are to be told: written with what happened, passed on later. */
final class Notices {

    private final JdbcClient sql;

    Notices(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether it is new: the same is told once. */
    boolean tell(String tenant, UUID decision, String kind, String detail) {
        return sql.sql("""
                                insert into journal.notice (tenant, household, kind, decision, client, detail)
                                select tenant, household, :kind, id, client, :detail from journal.decision
                                where tenant = :tenant and id = :decision
                                on conflict do nothing
                                """)
                        .param("tenant", tenant)
                        .param("decision", decision)
                        .param("kind", kind)
                        .param("detail", detail)
                        .update()
                == 1;
    }

    List<Notice> waiting(String tenant, int limit) {
        return sql.sql("""
                        select id, kind, decision, client, detail, at from journal.notice
                        where tenant = :tenant and passed_at is null order by position limit :limit
                        """)
                .param("tenant", tenant)
                .param("limit", limit)
                .query((row, _) -> new Notice(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getObject("decision", UUID.class),
                        row.getString("client"),
                        row.getString("detail"),
                        Moments.in(row, "at")))
                .list();
    }

    void passedOn(String tenant, List<UUID> notices) {
        sql.sql("""
                        update journal.notice set passed_at = clock_timestamp()
                        where tenant = :tenant and id = any (:notices)
                        """)
                .param("tenant", tenant)
                .param("notices", notices.toArray(UUID[]::new))
                .update();
    }
}
