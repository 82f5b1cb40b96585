package io.bareme.authorization;

import io.bareme.authorization.ClockEvents.Case;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cases that wait for a person, as the monitor reads them: derived from the journal and from what was told. */
final class WaitingCases {

    private final JdbcClient sql;

    WaitingCases(JdbcClient sql) {
        this.sql = sql;
    }

    /** A case of which a warning is due. */
    record Due(UUID decision, int told) {}

    /** Writes down when the next warning of a case is due; a case written down before keeps the warnings it was given. */
    void put(Case one, CaseClock clock) {
        sql.sql("""
                        insert into clock.waiting (tenant, household, decision, class, deadline, next_at)
                        values (:tenant, :household, :decision, :class, :deadline, :next)
                        on conflict (tenant, household, decision) do nothing
                        """)
                .param("tenant", one.tenant())
                .param("household", one.household())
                .param("decision", one.decision())
                .param("class", clock.allowed().equals(CaseClock.BY_A_DOCTOR) ? "day" : "hour")
                .param("deadline", at(clock.reached(100)))
                .param("next", at(clock.nextAfter(0)))
                .update();
    }

    /** The clock was stopped or went on. */
    void moved(Case one, CaseClock clock) {
        int told = told(one).orElse(0);
        sql.sql("""
                        update clock.waiting set deadline = :deadline, next_at = :next
                        where tenant = :tenant and household = :household and decision = :decision
                        """)
                .param("tenant", one.tenant())
                .param("household", one.household())
                .param("decision", one.decision())
                .param("deadline", at(clock.reached(100)))
                .param("next", at(clock.nextAfter(told)))
                .update();
    }

    private Optional<Integer> told(Case one) {
        return sql.sql("""
                        select told from clock.waiting
                        where tenant = :tenant and household = :household and decision = :decision for update
                        """)
                .param("tenant", one.tenant())
                .param("household", one.household())
                .param("decision", one.decision())
                .query(Integer.class)
                .optional();
    }

    /** A warning was given; what the clock says next. */
    void told(Case one, int percent, CaseClock clock) {
        sql.sql("""
                        update clock.waiting set told = :percent, next_at = :next
                        where tenant = :tenant and household = :household and decision = :decision and told < :percent
                        """)
                .param("tenant", one.tenant())
                .param("household", one.household())
                .param("decision", one.decision())
                .param("percent", percent)
                .param("next", at(clock.nextAfter(percent)))
                .update();
    }

    void settled(String tenant, UUID decision) {
        sql.sql("delete from clock.waiting where tenant = :tenant and decision = :decision")
                .param("tenant", tenant)
                .param("decision", decision)
                .update();
    }

    /** The first whose warning is due, at most so many. */
    List<Due> due(String tenant, Instant now, int limit) {
        return sql.sql("""
                        select decision, told from clock.waiting
                        where tenant = :tenant and next_at <= :now order by next_at limit :limit
                        """)
                .param("tenant", tenant)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Due(row.getObject("decision", UUID.class), row.getInt("told")))
                .list();
    }

    /** The nearest deadline of all that run, met or not. */
    Optional<Instant> nearestDeadline(String tenant) {
        return sql.sql(
                        "select min(deadline) as nearest from clock.waiting where tenant = :tenant and deadline is not null")
                .param("tenant", tenant)
                .query((row, _) -> Optional.ofNullable(row.getObject("nearest", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    private static @Nullable OffsetDateTime at(Optional<Instant> moment) {
        return moment.map(one -> one.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
