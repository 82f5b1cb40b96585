package io.bareme.journal;

import io.bareme.adjudication.Consumption;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is used of each limit, and what is given back of it. */
final class Counters {

    /** Each open reservation found is cancelled by a row of its own, and its counter moves with it. */
    private static final String RELEASE = """
            with cancelled as (
                insert into journal.ledger
                    (tenant, household, key, kind, currency, cents, count, decision, cancels)
                select l.tenant, l.household, l.key, 'release', l.currency, -l.cents, -l.count, l.decision, l.id
                from journal.ledger l
                where l.kind = 'reservation' and %s
                and not exists (
                    select from journal.ledger r
                    where r.tenant = l.tenant and r.household = l.household and r.cancels = l.id)
                on conflict do nothing
                returning tenant, household, key, cents, count
            ), summed as (
                select tenant, household, key, sum(cents) as cents, sum(count) as count
                from cancelled group by tenant, household, key
            )
            update journal.counter c
            set cents = c.cents + s.cents, count = c.count + s.count, version = c.version + 1
            from summed s
            where c.tenant = s.tenant and c.household = s.household and c.key = s.key
            """;

    private final JdbcClient sql;

    Counters(JdbcClient sql) {
        this.sql = sql;
    }

    Consumption of(String tenant, String... households) {
        Map<String, Consumption.Counter> counters = new HashMap<>();
        sql.sql("""
                        select key, currency, cents, count, version from journal.counter
                        where tenant = :tenant and household = any (:households)
                        """).param("tenant", tenant).param("households", households).query(row -> {
            Money used = new Money(row.getLong("cents"), Currency.valueOf(row.getString("currency")));
            counters.put(
                    row.getString("key"), new Consumption.Counter(used, row.getInt("count"), row.getLong("version")));
        });
        return new Consumption(counters);
    }

    int release(String tenant, UUID decision) {
        return sql.sql(RELEASE.formatted("l.tenant = :tenant and l.decision = :decision"))
                .param("tenant", tenant)
                .param("decision", decision)
                .update();
    }

    int releaseExpired(String tenant, Instant after, Instant upTo) {
        return sql.sql(RELEASE.formatted("l.tenant = :tenant and l.expires_at > :after and l.expires_at <= :upTo"))
                .param("tenant", tenant)
                .param("after", Moments.of(after))
                .param("upTo", Moments.of(upTo))
                .update();
    }
}
