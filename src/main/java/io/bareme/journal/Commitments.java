package io.bareme.journal;

import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commitments, what happened to them, and what was used of them. */
final class Commitments {

    private static final String COLUMNS = """
            select number, decision, household, person, client, first_day, last_day, made_at, expires_at, status, version
            from journal.commitment
            """;

    private final JdbcClient sql;
    private final Eras eras;

    Commitments(JdbcClient sql, Eras eras) {
        this.sql = sql;
        this.eras = eras;
    }

    Optional<Commitment> find(String tenant, String number) {
        return sql.sql(COLUMNS + "where tenant = :tenant and number = :number")
                .param("tenant", tenant)
                .param("number", number)
                .query(Commitments::commitment)
                .optional();
    }

    Optional<Commitment> of(String tenant, UUID decision) {
        return sql.sql(COLUMNS + "where tenant = :tenant and decision = :decision")
                .param("tenant", tenant)
                .param("decision", decision)
                .query(Commitments::commitment)
                .optional();
    }

    List<Commitment> of(String tenant, Collection<UUID> decisions) {
        return sql.sql(COLUMNS + "where tenant = :tenant and decision = any (:decisions)")
                .param("tenant", tenant)
                .param("decisions", decisions.toArray(UUID[]::new))
                .query(Commitments::commitment)
                .list();
    }

    /** As it stands, held until the transaction ends. */
    Commitment locked(String tenant, Commitment of) {
        return sql.sql(COLUMNS + "where tenant = :tenant and household = :household and number = :number for update")
                .param("tenant", tenant)
                .param("household", of.household())
                .param("number", of.number())
                .query(Commitments::commitment)
                .single();
    }

    /** In their order. */
    List<CommitmentEvent> events(String tenant, Commitment of) {
        return sql.sql("""
                        select commitment, version, kind, status, last_day, decision, client, reason, happened_at
                        from journal.commitment_event
                        where tenant = :tenant and household = :household and commitment = :number
                        order by version
                        """)
                .param("tenant", tenant)
                .param("household", of.household())
                .param("number", of.number())
                .query(Commitments::event)
                .list();
    }

    /** What counts: not what a decision used that was superseded. */
    List<CommitmentUse> uses(String tenant, Commitment of) {
        return sql.sql("""
                        select u.line, u.decision, u.decision_line, u.quantity, u.cents, d.currency
                        from journal.commitment_use u
                        join journal.decision d on d.tenant = u.tenant and d.id = u.decision
                        where u.tenant = :tenant and u.household = :household and u.commitment = :number
                        and not exists (
                            select from journal.decision s where s.tenant = u.tenant and s.supersedes = u.decision)
                        order by u.id
                        """)
                .param("tenant", tenant)
                .param("household", of.household())
                .param("number", of.number())
                .query((row, _) -> new CommitmentUse(
                        row.getInt("line"),
                        row.getObject("decision", UUID.class),
                        row.getInt("decision_line"),
                        row.getInt("quantity"),
                        new Money(row.getLong("cents"), Currency.valueOf(row.getString("currency")))))
                .list();
    }

    /** One event more; the commitment as it is from then on. */
    Commitment change(
            String tenant,
            Commitment before,
            CommitmentEvent.Kind kind,
            Commitment.Status status,
            LocalDate lastDay,
            @Nullable String client,
            @Nullable String reason) {
        return sql.sql("""
                        with changed as (
                            update journal.commitment
                            set status = :status, last_day = :lastDay, expires_at = :expires, version = version + 1
                            where tenant = :tenant and household = :household and number = :number
                            returning *
                        ), told as (
                            insert into journal.commitment_event (tenant, household, commitment, version, era, kind,
                                status, last_day, client, reason)
                            select tenant, household, number, version, :era, :kind, status, last_day, :client, :reason
                            from changed
                        )
                        select * from changed
                        """)
                .param("tenant", tenant)
                .param("household", before.household())
                .param("number", before.number())
                .param("era", eras.current(tenant))
                .param("kind", kind.word())
                .param("status", status.word())
                .param("lastDay", lastDay)
                .param("expires", Moments.of(Effect.expiry(lastDay)))
                .param("client", client)
                .param("reason", reason)
                .query(Commitments::commitment)
                .single();
    }

    /** Those whose time ran out between two moments, locked in the order in which writers lock them; how many. */
    int expire(String tenant, Instant after, Instant upTo) {
        return sql.sql("""
                        with due as materialized (
                            select household, number from journal.commitment
                            where tenant = :tenant and status in ('valid', 'used')
                            and expires_at > :after and expires_at <= :upTo
                            order by number
                            for update
                        ), expired as (
                            update journal.commitment c set status = 'expired', version = version + 1
                            from due
                            where c.tenant = :tenant and c.household = due.household and c.number = due.number
                            returning c.*
                        )
                        insert into journal.commitment_event (tenant, household, commitment, version, era, kind, status,
                            last_day)
                        select tenant, household, number, version, :era, 'expired', 'expired', last_day from expired
                        """)
                .param("tenant", tenant)
                .param("after", Moments.of(after))
                .param("upTo", Moments.of(upTo))
                .param("era", eras.current(tenant))
                .update();
    }

    private static Commitment commitment(ResultSet row, int number) throws SQLException {
        return new Commitment(
                row.getString("number"),
                row.getObject("decision", UUID.class),
                row.getString("household"),
                row.getString("person"),
                row.getString("client"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Moments.in(row, "made_at"),
                Moments.in(row, "expires_at"),
                Commitment.Status.of(row.getString("status")),
                row.getLong("version"));
    }

    private static CommitmentEvent event(ResultSet row, int number) throws SQLException {
        return new CommitmentEvent(
                row.getString("commitment"),
                row.getLong("version"),
                CommitmentEvent.Kind.of(row.getString("kind")),
                Commitment.Status.of(row.getString("status")),
                row.getObject("last_day", LocalDate.class),
                row.getObject("decision", UUID.class),
                row.getString("client"),
                row.getString("reason"),
                Moments.in(row, "happened_at"));
    }
}
