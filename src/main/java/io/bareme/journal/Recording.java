package io.bareme.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes decisions with their requests, ledger rows, counters and commitments: one statement for all of them, so one
 * journey to the database. Commitments are locked first, then limits, each in the order of their keys, so that two
 * writers never wait for each other in a ring.
 */
final class Recording {

    private static final String SQL = """
            with wanted as materialized (
                select n, uuidv7() as id, client, asker, request, hash, home, person, kind, verdict, currency, charge,
                    complementary, cast(received as timestamptz) as received, edition, engine,
                    cast(superseded as uuid) as superseded, provider, invoice, calledon, cast(care as date) as care,
                    cast(lastcare as date) as lastcare, input, answer
                from unnest(:clients, :askers, :requests, :hashes, :homes, :persons, :kinds, :verdicts, :currencies, :charges,
                        :complementaries, :receipts, :editions, :engines, :superseded, :providers, :invoices, :calledOn,
                        :care, :lastCare, :inputs, :answers)
                    with ordinality
                    as w (client, asker, request, hash, home, person, kind, verdict, currency, charge, complementary,
                        received, edition, engine, superseded, provider, invoice, calledon, care, lastcare, input,
                        answer, n)
            ), request as (
                insert into journal.request (tenant, client, key, body_hash, decision)
                select :tenant, asker, request, hash, id from wanted
                on conflict do nothing
                returning decision
            ), accepted as (
                select wanted.* from wanted join request on request.decision = wanted.id
            ), changing as materialized (
                select h.*, c.stands, c.last_day from (
                    select h.* from unnest(
                            :changesBy, :changesHouseholds, :changesOf, :changesVersions, :changesKinds,
                            :changesStatuses, :changesReasons)
                        as h (n, household, commitment, version, kind, status, reason)
                    join accepted using (n)
                    order by h.commitment
                ) h cross join lateral (
                    select c.version as stands, c.last_day from journal.commitment c
                    where c.tenant = :tenant and c.household = h.household and c.number = h.commitment
                    for update
                ) c
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
                select c.household, c.key, c.version from (
                    select household, key from moved union select household, key from relied
                    order by household, key
                ) wanted cross join lateral (
                    select c.household, c.key, c.version from journal.counter c
                    where c.tenant = :tenant and c.household = wanted.household and c.key = wanted.key
                    for update
                ) c
                where (select count(*) from changing) >= 0
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
                and c.cents + m.cents >= 0 and c.count + m.count >= 0
                returning c.household, c.key
            ), changed as (
                update journal.commitment c set status = h.status, version = c.version + 1
                from changing h
                where c.tenant = :tenant and c.household = h.household and c.number = h.commitment
                and c.version = h.version and h.stands = h.version
                returning h.n
            ), recorded as (
                insert into journal.decision (tenant, household, id, era, person, client, corrected_by, kind, verdict, currency,
                    charge_cents, complementary_cents, received_at, edition, engine, supersedes, provider, invoice,
                    commitment, first_care, last_care, encoding, input, decision)
                select :tenant, home, id, :era, person, client, nullif(asker, client), kind, verdict, currency, charge, complementary,
                    received, edition, engine, superseded, provider, invoice, calledon, care, lastcare, :encoding, input,
                    answer
                from accepted
                returning id, recorded_at, position, transaction
            ), written as (
                select accepted.*, recorded_at, position, transaction from accepted join recorded using (id)
            ), entered as (
                insert into journal.ledger (tenant, household, key, line, kind, currency, cents, count, decision,
                    cancels, expires_at, recorded_at)
                select :tenant, e.household, e.key, cast(e.line as smallint), e.kind, w.currency, e.cents, e.count,
                    coalesce(cast(e.decision as uuid), w.id), cast(e.cancels as bigint),
                    cast(e.expires as timestamptz), w.recorded_at
                from unnest(:rowsBy, :rowsHouseholds, :rowsKeys, :rowsLines, :rowsKinds, :rowsCents, :rowsCounts,
                        :rowsDecisions, :rowsCancel, :rowsExpire)
                    as e (n, household, key, line, kind, cents, count, decision, cancels, expires)
                join written w using (n)
                on conflict do nothing
                returning cancels
            ), standing as (
                select m.n from moved m join opened using (household, key)
                union all
                select m.n from moved m join advanced using (household, key)
                union all
                select r.n from relied r join locked l using (household, key) where l.version = r.version
                union all
                select r.n from relied r where r.version = 0 and not exists (
                    select from locked l where l.household = r.household and l.key = r.key)
                union all
                select n from changed
                union all
                select e.n from unnest(:rowsBy, :rowsCancel) as e (n, cancels)
                join entered on entered.cancels = cast(e.cancels as bigint)
            ), committed as (
                insert into journal.commitment (tenant, household, number, decision, position, person, client,
                    first_day, promised_until, made_at, status, last_day, expires_at, version)
                select :tenant, w.home, m.number, w.id, w.position, w.person, w.client, cast(m.first as date),
                    cast(m.last as date), w.recorded_at, 'valid', cast(m.last as date),
                    cast(m.expires as timestamptz), 1
                from unnest(:madeBy, :madeNumbers, :madeFirst, :madeLast, :madeExpire)
                    as m (n, number, first, last, expires)
                join written w using (n)
            ), told as (
                insert into journal.commitment_event (tenant, household, commitment, version, era, kind, status,
                    last_day, decision, client, reason, happened_at)
                select :tenant, h.household, h.commitment, h.version + 1, :era, h.kind, h.status, h.last_day, w.id,
                    w.asker, h.reason, w.recorded_at
                from changing h join written w using (n)
            ), used as (
                insert into journal.commitment_use (tenant, household, commitment, line, decision, decision_line,
                    quantity, cents)
                select :tenant, u.household, u.commitment, u.line, w.id, u.claim_line, u.quantity, u.cents
                from unnest(:usesBy, :usesHouseholds, :usesOf, :usesLines, :usesClaimLines, :usesQuantities,
                        :usesCents)
                    as u (n, household, commitment, line, claim_line, quantity, cents)
                join written w using (n)
            )
            select w.n, w.id, w.recorded_at, w.position,
                cast(cast(w.transaction as text) as bigint) as transaction, coalesce(s.standing, 0) as standing
            from written w left join (select n, count(*) as standing from standing group by n) s using (n)
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
     * @param standing how much of what must stand as it was read does: when not all, everything must be rolled back
     */
    record Written(UUID id, Position position, Instant at, int standing) {}

    /** By the place of each decision in the batch, from 0; those whose request is known already are not there. */
    Map<Integer, Written> write(Batch batch) {
        int era = eras.current(batch.tenant());
        return sql
                .sql(SQL)
                .params(batch.parameters())
                .param("era", era)
                .param("encoding", CanonicalJson.ENCODING)
                .query((row, _) -> Map.entry(row.getInt("n") - 1, written(row, era)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Written written(ResultSet row, int era) throws SQLException {
        return new Written(
                row.getObject("id", UUID.class),
                new Position(era, row.getLong("transaction"), row.getLong("position")),
                Moments.in(row, "recorded_at"),
                row.getInt("standing"));
    }
}
