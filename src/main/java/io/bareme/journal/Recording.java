package io.bareme.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes decisions with their requests, ledger rows and counters: one statement for all of them, so one journey to the
 * database. Limits are locked in the order of their keys, so that two writers never wait for each other in a ring.
 */
final class Recording {

    private static final String SQL = """
            with wanted as materialized (
                select n, uuidv7() as id, client, request, hash, home, person, kind, verdict, currency, charge,
                    complementary, cast(received as timestamptz) as received, edition, engine,
                    cast(superseded as uuid) as superseded, effect, cast(expires as timestamptz) as expires, input,
                    answer
                from unnest(:clients, :requests, :hashes, :homes, :persons, :kinds, :verdicts, :currencies, :charges,
                        :complementaries, :receipts, :editions, :engines, :superseded, :effects, :expiries,
                        :inputs, :answers)
                    with ordinality
                    as w (client, request, hash, home, person, kind, verdict, currency, charge, complementary,
                        received, edition, engine, superseded, effect, expires, input, answer, n)
            ), request as (
                insert into journal.request (tenant, client, key, body_hash, decision)
                select :tenant, client, request, hash, id from wanted
                on conflict do nothing
                returning decision
            ), accepted as (
                select wanted.* from wanted join request on request.decision = wanted.id
            ), moved as (
                select m.*, accepted.currency from unnest(
                        :movedBy, :movedHouseholds, :movedKeys, :movedCents, :movedCounts, :movedVersions)
                    as m (n, household, key, cents, count, version)
                join accepted using (n)
            ), relied as (
                select r.n, r.household, r.key, r.version from unnest(
                        :reliedBy, :reliedHouseholds, :reliedKeys, :reliedCents, :reliedCounts, :reliedVersions)
                    as r (n, household, key, cents, count, version)
                join accepted using (n)
            ), locked as materialized (
                select c.household, c.key, c.version from journal.counter c
                where c.tenant = :tenant and (c.household, c.key) in (
                    select household, key from moved union all select household, key from relied)
                order by c.household, c.key
                for update
            ), opened as (
                insert into journal.counter (tenant, household, key, currency, cents, count, version)
                select :tenant, household, key, currency, cents, count, 1 from moved where version = 0
                order by household, key
                on conflict do nothing
                returning household, key
            ), advanced as (
                update journal.counter c
                set cents = c.cents + m.cents, count = c.count + m.count, version = c.version + 1
                from moved m join locked l using (household, key)
                where c.tenant = :tenant and c.household = m.household and c.key = m.key
                and c.currency = m.currency and c.version = m.version and l.version = m.version
                returning c.household, c.key
            ), standing as (
                select m.n from moved m join opened using (household, key)
                union all
                select m.n from moved m join advanced using (household, key)
                union all
                select r.n from relied r join locked l using (household, key) where l.version = r.version
                union all
                select r.n from relied r where r.version = 0 and not exists (
                    select from locked l where l.household = r.household and l.key = r.key)
            ), recorded as (
                insert into journal.decision (tenant, household, id, era, person, client, kind, verdict, currency,
                    charge_cents, complementary_cents, received_at, edition, engine, supersedes, encoding, input,
                    decision)
                select :tenant, home, id, :era, person, client, kind, verdict, currency, charge, complementary,
                    received, edition, engine, superseded, :encoding, input, answer
                from accepted
                returning id, recorded_at
            ), entered as (
                insert into journal.ledger (tenant, household, key, kind, currency, cents, count, decision, expires_at,
                    recorded_at)
                select :tenant, m.household, m.key, a.effect, a.currency, m.cents, m.count, a.id, a.expires,
                    r.recorded_at
                from moved m join accepted a using (n) join recorded r using (id)
            )
            select a.n, a.id, r.recorded_at, (select count(*) from standing s where s.n = a.n) as standing
            from accepted a join recorded r using (id)
            """;

    private final JdbcClient sql;
    private final Eras eras;

    Recording(JdbcClient sql, Eras eras) {
        this.sql = sql;
        this.eras = eras;
    }

    /**
     * What was written of one decision.
     *
     * @param standing how many of its limits stand as they were read: when not all do, everything must be rolled back
     */
    record Written(UUID id, Instant at, int standing) {}

    /** By the place of each decision in the batch, from 0; those whose request is known already are not there. */
    Map<Integer, Written> write(Batch batch) {
        return sql
                .sql(SQL)
                .params(batch.parameters())
                .param("era", eras.current(batch.tenant()))
                .param("encoding", CanonicalJson.ENCODING)
                .query((row, _) -> Map.entry(row.getInt("n") - 1, written(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(row.getObject("id", UUID.class), Moments.in(row, "recorded_at"), row.getInt("standing"));
    }
}
