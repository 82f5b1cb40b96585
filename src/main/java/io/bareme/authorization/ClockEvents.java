package io.bareme.authorization;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was told of clocks, in the order in which it was told. */
final class ClockEvents {

    /** One case's place in the table. */
    record Case(String tenant, String household, UUID decision) {}

    /** By whom and how something was told. */
    record Telling(String client, String key, String bodyHash) {}

    /** Something told before under the same key. */
    record Earlier(UUID decision, int number, boolean same) {}

    private final JdbcClient sql;

    ClockEvents(JdbcClient sql) {
        this.sql = sql;
    }

    List<ClockEvent> of(Case one) {
        return sql.sql("""
                        select kind, piece, at from clock.event
                        where tenant = :tenant and household = :household and decision = :decision order by number
                        """)
                .param("tenant", one.tenant())
                .param("household", one.household())
                .param("decision", one.decision())
                .query((row, _) -> event(
                        row.getString("kind"),
                        row.getString("piece"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static ClockEvent event(String kind, String piece, Instant at) {
        return kind.equals("paused") ? new ClockEvent.Paused(at, piece) : new ClockEvent.Resumed(at, piece);
    }

    Optional<Earlier> told(String tenant, Telling telling) {
        return sql.sql("""
                        select decision, number, body_hash = :hash as same from clock.event
                        where tenant = :tenant and client = :client and key = :key
                        """)
                .param("tenant", tenant)
                .param("client", telling.client())
                .param("key", telling.key())
                .param("hash", telling.bodyHash())
                .query((row, _) -> new Earlier(
                        row.getObject("decision", UUID.class), row.getInt("number"), row.getBoolean("same")))
                .optional();
    }

    /** Whoever adds to a case, or with a key, does so alone until their transaction ends. */
    void lock(Case one, Telling telling) {
        for (String name : List.of(
                one.tenant() + " clock " + one.decision(),
                one.tenant() + " key " + telling.client() + " " + telling.key())) {
            sql.sql("select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)")
                    .param("name", name)
                    .query((_, _) -> name)
                    .list();
        }
    }

    void add(Case one, int number, ClockEvent event, Telling telling) {
        sql.sql("""
                        insert into clock.event
                            (tenant, household, decision, number, kind, piece, at, client, key, body_hash)
                        values (:tenant, :household, :decision, :number, :kind, :piece, :at, :client, :key, :hash)
                        """)
                .param("tenant", one.tenant())
                .param("household", one.household())
                .param("decision", one.decision())
                .param("number", number)
                .param(
                        "kind",
                        switch (event) {
                            case ClockEvent.Paused _ -> "paused";
                            case ClockEvent.Resumed _ -> "resumed";
                        })
                .param("piece", event.piece())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("client", telling.client())
                .param("key", telling.key())
                .param("hash", telling.bodyHash())
                .update();
    }
}
