package io.bareme.journal;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Shares;
import io.bareme.values.Money;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes one decision with its request, ledger rows and counters: one statement, so one journey to the database. */
final class Recording {

    private static final String SQL = """
            with request as (
                insert into journal.request (tenant, client, key, body_hash, decision)
                values (:tenant, :client, :key, :bodyHash, uuidv7())
                on conflict do nothing
                returning decision
            ), moved as (
                select * from unnest(:households, :keys, :cents, :counts, :versions)
                    as m (household, key, cents, count, version)
            ), relied as (
                select * from unnest(:reliedHouseholds, :reliedKeys, :reliedVersions) as r (household, key, version)
            ), opened as (
                insert into journal.counter (tenant, household, key, currency, cents, count, version)
                select :tenant, m.household, m.key, :currency, m.cents, m.count, 1
                from moved m, request where m.version = 0
                on conflict do nothing
                returning 1
            ), advanced as (
                update journal.counter c
                set cents = c.cents + m.cents, count = c.count + m.count, version = c.version + 1
                from moved m, request
                where c.tenant = :tenant and c.household = m.household and c.key = m.key and c.currency = :currency
                and c.version = m.version
                returning 1
            ), unchanged as (
                select 1 from journal.counter c
                join relied r on c.household = r.household and c.key = r.key and c.version = r.version
                where c.tenant = :tenant
                for share of c
            ), untouched as (
                select 1 from relied r where r.version = 0 and not exists (
                    select from journal.counter c
                    where c.tenant = :tenant and c.household = r.household and c.key = r.key)
            ), recorded as (
                insert into journal.decision (tenant, household, id, era, person, client, kind, verdict, currency,
                    charge_cents, complementary_cents, received_at, edition, engine, supersedes, encoding, input,
                    decision)
                select :tenant, :household, request.decision, :era, :person, :client, :kind, :verdict, :currency,
                    :charge, :complementary, :received, :edition, :engine, cast(:supersedes as uuid), :encoding,
                    :input, :decision
                from request
                returning recorded_at
            ), entered as (
                insert into journal.ledger (tenant, household, key, kind, currency, cents, count, decision, expires_at,
                    recorded_at)
                select :tenant, m.household, m.key, :effect, :currency, m.cents, m.count, request.decision,
                    cast(:expires as timestamptz), recorded.recorded_at
                from moved m, request, recorded
            )
            select request.decision, recorded.recorded_at,
                (select count(*) from opened) + (select count(*) from advanced)
                + (select count(*) from unchanged) + (select count(*) from untouched) as held
            from request, recorded
            """;

    private final JdbcClient sql;
    private final Eras eras;

    Recording(JdbcClient sql, Eras eras) {
        this.sql = sql;
        this.eras = eras;
    }

    /**
     * What was written.
     *
     * @param held whether every limit stands as it was read; otherwise all of it must be rolled back
     */
    record Written(UUID id, Instant at, boolean held) {}

    /** Empty when the request is known already. */
    Optional<Written> write(Entry entry) {
        LimitsOfDecision limits = LimitsOfDecision.of(entry);
        return sql.sql(SQL)
                .params(request(entry))
                .param("era", eras.current(entry.tenant()))
                .params(limits.parameters())
                .params(decision(entry))
                .params(effect(entry.effect()))
                .query((row, _) -> new Written(
                        row.getObject("decision", UUID.class),
                        Moments.in(row, "recorded_at"),
                        row.getInt("held") == limits.number()))
                .optional();
    }

    private static Map<String, ?> request(Entry entry) {
        return Map.of(
                "tenant", entry.tenant(),
                "client", entry.idempotency().client(),
                "key", entry.idempotency().key(),
                "bodyHash", entry.idempotency().bodyHash());
    }

    private static Map<String, ?> decision(Entry entry) {
        Claim claim = entry.input().claim();
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("household", Households.home(entry.input().rights()));
        parameters.put("person", claim.person());
        parameters.put("kind", claim.kind().name());
        parameters.put("verdict", entry.decision().verdict().name());
        parameters.put("currency", claim.lines().getFirst().charge().currency().name());
        parameters.put("charge", cents(entry.decision(), Shares::charge));
        parameters.put("complementary", cents(entry.decision(), Shares::complementary));
        parameters.put("received", Moments.of(entry.received()));
        parameters.put("edition", entry.decision().edition());
        parameters.put("engine", entry.engine());
        parameters.put("supersedes", entry.supersedes());
        parameters.put("encoding", CanonicalJson.ENCODING);
        parameters.put("input", CanonicalJson.bytes(entry.input()));
        parameters.put("decision", CanonicalJson.bytes(entry.decision()));
        return parameters;
    }

    private static Map<String, ?> effect(Effect effect) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        switch (effect) {
            case Effect.Consumes() -> {
                parameters.put("effect", "consumption");
                parameters.put("expires", null);
            }
            case Effect.Reserves(Instant until) -> {
                parameters.put("effect", "reservation");
                parameters.put("expires", Moments.of(until));
            }
        }
        return parameters;
    }

    private static long cents(Decision decision, Function<Shares, Money> share) {
        return decision.lines().stream()
                .map(line -> share.apply(line.shares()).cents())
                .reduce(0L, Math::addExact);
    }
}
