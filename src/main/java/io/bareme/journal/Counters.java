package io.bareme.journal;

import io.bareme.adjudication.Consumption;
import io.bareme.tenancy.Questions;
import io.bareme.tenancy.Tenancy;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is used of each limit, and what is given back of it. */
final class Counters {

    /**
     * Each open reservation found is cancelled by a row of its own, and its counter moves with it; of each decision
     * that made no commitment (which has notices of its own) one is written of what was asked and {@code :what}, of none
     * where that is empty.
     * Counters are locked before anything is written and in the order of their keys, as {@link Recording} does: two who
     * give back, or one and a writer, never wait for each other in a ring.
     */
    private static final String RELEASE = """
            with open as materialized (
                select l.* from journal.ledger l
                where l.kind = 'reservation' and %s
                and not exists (
                    select from journal.ledger r
                    where r.tenant = l.tenant and r.household = l.household and r.cancels = l.id)
            ), locked as materialized (
                select c.household, c.key from journal.counter c
                where (c.tenant, c.household, c.key) in (select tenant, household, key from open)
                order by c.household, c.key
                for update
            ), moment as materialized (
                select clock_timestamp() as at where (select count(*) from locked) >= 0
            ), cancelled as (
                insert into journal.ledger
                    (tenant, household, key, line, kind, currency, cents, count, decision, cancels, recorded_at)
                select l.tenant, l.household, l.key, l.line, 'release', l.currency, -l.cents, -l.count, l.decision, l.id,
                    moment.at
                from open l, moment
                on conflict do nothing
                returning tenant, household, key, cents, count, decision
            ), noticed as (
                insert into journal.notice (tenant, household, kind, decision, client)
                select distinct d.tenant, d.household, lower(d.kind) || :what, d.id, d.client
                from cancelled c join journal.decision d on d.tenant = c.tenant and d.id = c.decision
                where :what <> '' and not exists (
                    select from journal.commitment m where m.tenant = d.tenant and m.decision = d.id)
                on conflict do nothing
            ), summed as (
                select tenant, household, key, sum(cents) as cents, sum(count) as count
                from cancelled group by tenant, household, key
            )
            update journal.counter c
            set cents = c.cents + s.cents, count = c.count + s.count, version = c.version + 1
            from summed s
            where c.tenant = s.tenant and c.household = s.household and c.key = s.key
            """;

    /** Each open reservation of a decision is cancelled and reserved again, at one moment: its counter stands. */
    private static final String RESERVE_UNTIL = """
            with moment as materialized (
                select clock_timestamp() as at
            ), cancelled as (
                insert into journal.ledger
                    (tenant, household, key, line, kind, currency, cents, count, decision, cancels, recorded_at)
                select l.tenant, l.household, l.key, l.line, 'release', l.currency, -l.cents, -l.count, l.decision, l.id,
                    moment.at
                from journal.ledger l, moment
                where l.kind = 'reservation' and l.tenant = :tenant and l.decision = :decision
                and not exists (
                    select from journal.ledger r
                    where r.tenant = l.tenant and r.household = l.household and r.cancels = l.id)
                returning *
            )
            insert into journal.ledger
                (tenant, household, key, line, kind, currency, cents, count, decision, expires_at, recorded_at)
            select tenant, household, key, line, 'reservation', currency, -cents, -count, decision, :until, recorded_at
            from cancelled
            """;

    private static final String STANDING_NOW = """
            with held as (
                select l.household, l.key, sum(l.cents) as cents, sum(l.count) as count
                from journal.ledger l
                where l.tenant = :tenant and l.household = any (:households) and l.kind = 'reservation'
                and not exists (
                    select from journal.ledger r
                    where r.tenant = l.tenant and r.household = l.household and r.cancels = l.id)
                group by l.household, l.key
            )
            select c.key, c.currency, c.cents, c.count, c.version,
                coalesce(h.cents, 0) as held_cents, coalesce(h.count, 0) as held_count
            from journal.counter c left join held h using (household, key)
            where c.tenant = :tenant and c.household = any (:households)
            """;

    /** A counter's version then is not known: nothing may be decided on it. */
    private static final String STANDING_THEN = """
            select l.key, l.currency, sum(l.cents) as cents, sum(l.count) as count, 0 as version,
                coalesce(sum(l.cents) filter (where l.kind in ('reservation', 'release')), 0) as held_cents,
                coalesce(sum(l.count) filter (where l.kind in ('reservation', 'release')), 0) as held_count
            from journal.ledger l
            where l.tenant = :tenant and l.household = any (:households) and l.recorded_at <= :at
            group by l.key, l.currency
            """;

    private final JdbcClient sql;
    private final Questions<String, Map<String, Consumption.Counter>> asked = new Questions<>(this::together);

    Counters(JdbcClient sql) {
        this.sql = sql;
    }

    /** Not within a transaction: it is read with what others ask. */
    Consumption of(String tenant, String... households) {
        Map<String, Consumption.Counter> counters = new HashMap<>();
        for (String household : households) {
            asked.ask(tenant, household).ifPresent(counters::putAll);
        }
        return new Consumption(counters);
    }

    /** One statement, whatever it finds. The counters themselves as they are now; the ledger's sums as of a moment. */
    Standing standing(String tenant, @Nullable Instant at, String... households) {
        Map<String, Consumption.Counter> counters = new HashMap<>();
        Map<String, Balance> reserved = new HashMap<>();
        JdbcClient.StatementSpec statement =
                at == null ? sql.sql(STANDING_NOW) : sql.sql(STANDING_THEN).param("at", Moments.of(at));
        statement.param("tenant", tenant).param("households", households).query(row -> {
            Currency currency = Currency.valueOf(row.getString("currency"));
            Money used = new Money(row.getLong("cents"), currency);
            String key = row.getString("key");
            counters.put(key, new Consumption.Counter(used, row.getInt("count"), row.getLong("version")));
            Money held = new Money(row.getLong("held_cents"), currency);
            if (held.isPositive() || row.getInt("held_count") > 0) {
                reserved.put(key, new Balance(held, row.getInt("held_count")));
            }
        });
        return new Standing(new Consumption(counters), reserved);
    }

    /** Which decision gave back last of a limit that would be below nothing after these rows, reservations left aside. */
    Optional<UUID> givenBackSince(String tenant, List<LedgerEntry> rows) {
        return sql.sql("""
                        with moved as (
                            select household, key, sum(cents) as cents, sum(count) as count
                            from unnest(:consumedHouseholds, :consumedKeys, :consumedCents, :consumedCounts)
                                as m (household, key, cents, count)
                            group by household, key
                        )
                        select g.decision from journal.ledger g join moved m using (household, key)
                        where g.tenant = :tenant and g.kind = 'restitution'
                        and not exists (
                            select from journal.ledger r
                            where r.tenant = g.tenant and r.household = g.household and r.cancels = g.id)
                        and exists (
                            select from journal.ledger l
                            where l.tenant = g.tenant and l.household = g.household and l.key = g.key
                            and l.kind not in ('reservation', 'release')
                            having sum(l.cents) + m.cents < 0 or sum(l.count) + m.count < 0)
                        order by g.id desc
                        limit 1
                        """)
                .param("tenant", tenant)
                .params(Columns.ofConsumption(rows))
                .query(UUID.class)
                .optional();
    }

    /** By household, those that have any. */
    private Map<String, Map<String, Consumption.Counter>> together(List<String> households) {
        Map<String, Map<String, Consumption.Counter>> counters = new HashMap<>();
        sql.sql("""
                        select c.household, c.key, c.currency, c.cents, c.count, c.version
                        from unnest(:households) as q (household)
                        cross join lateral (
                            select c.* from journal.counter c
                            where c.tenant = :tenant and c.household = q.household offset 0) c
                        """)
                .param("tenant", Tenancy.current().orElseThrow())
                .param("households", households.toArray(String[]::new))
                .query(row -> {
                    Money used = new Money(row.getLong("cents"), Currency.valueOf(row.getString("currency")));
                    counters.computeIfAbsent(row.getString("household"), _ -> new HashMap<>())
                            .put(
                                    row.getString("key"),
                                    new Consumption.Counter(used, row.getInt("count"), row.getLong("version")));
                });
        return counters;
    }

    void reserveUntil(String tenant, UUID decision, Instant until) {
        sql.sql(RESERVE_UNTIL)
                .param("tenant", tenant)
                .param("decision", decision)
                .param("until", Moments.of(until))
                .update();
    }

    List<OpenEntry> open(String tenant, UUID decision) {
        return open(tenant, List.of(decision));
    }

    List<OpenEntry> open(String tenant, List<UUID> decisions) {
        return sql.sql("""
                        select l.id, l.household, l.key, l.line, l.kind, l.currency, l.cents, l.count, l.decision
                        from journal.ledger l
                        where l.tenant = :tenant and l.decision = any (:decisions) and l.cancels is null
                        and not exists (
                            select from journal.ledger r
                            where r.tenant = l.tenant and r.household = l.household and r.cancels = l.id)
                        order by l.id
                        """)
                .param("tenant", tenant)
                .param("decisions", decisions.toArray(UUID[]::new))
                .query(Counters::row)
                .list();
    }

    private static OpenEntry row(ResultSet row, int number) throws SQLException {
        return new OpenEntry(
                row.getLong("id"),
                row.getString("household"),
                row.getString("key"),
                row.getObject("line", Integer.class),
                row.getString("kind").equals("reservation"),
                new Money(row.getLong("cents"), Currency.valueOf(row.getString("currency"))),
                row.getInt("count"),
                row.getObject("decision", UUID.class));
    }

    Optional<Balance> balance(String tenant, String key, Instant at) {
        return sql.sql("""
                        select currency, sum(cents) as cents, sum(count) as count from journal.ledger
                        where tenant = :tenant and household = :household and key = :key and recorded_at <= :at
                        group by currency
                        """)
                .param("tenant", tenant)
                .param("household", Households.ofKey(key))
                .param("key", key)
                .param("at", Moments.of(at))
                .query((row, _) -> new Balance(
                        new Money(row.getLong("cents"), Currency.valueOf(row.getString("currency"))),
                        row.getInt("count")))
                .optional();
    }

    int release(String tenant, UUID decision) {
        return sql.sql(RELEASE.formatted("l.tenant = :tenant and l.decision = :decision"))
                .param("tenant", tenant)
                .param("decision", decision)
                .param("what", "")
                .update();
    }

    int releaseExpired(String tenant, Instant after, Instant upTo) {
        return sql.sql(RELEASE.formatted("l.tenant = :tenant and l.expires_at > :after and l.expires_at <= :upTo"))
                .param("tenant", tenant)
                .param("after", Moments.of(after))
                .param("upTo", Moments.of(upTo))
                .param("what", Notice.EXPIRED)
                .update();
    }
}
