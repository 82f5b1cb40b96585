package io.bareme.journal;

import io.bareme.tenancy.Questions;
import io.bareme.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions as they were recorded. */
final class Decisions {

    private static final String COLUMNS = columns("");

    private final JdbcClient sql;
    private final Eras eras;
    private final Questions<Idempotency, Earlier> requests = new Questions<>(this::earlier);

    Decisions(JdbcClient sql, Eras eras) {
        this.sql = sql;
        this.eras = eras;
    }

    /** What {@link #stored} reads of each decision {@code d}, and what else is said to be. */
    static String columns(String also) {
        return """
            select id, era, cast(cast(transaction as text) as bigint) as transaction, position, person, client, corrected_by,
                received_at, recorded_at, edition, engine, supersedes, input, decision%s
            from journal.decision d
            """.formatted(also);
    }

    Optional<StoredDecision> find(String tenant, UUID id) {
        return sql.sql(COLUMNS + "where tenant = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(Decisions::stored)
                .optional();
    }

    Optional<UUID> supersederOf(String tenant, UUID decision) {
        return sql.sql("select id from journal.decision where tenant = :tenant and supersedes = :decision")
                .param("tenant", tenant)
                .param("decision", decision)
                .query(UUID.class)
                .optional();
    }

    /** The first under that number; those that supersede it bear the number too. */
    Optional<StoredDecision> ofInvoice(String tenant, String provider, String invoice) {
        return sql.sql(COLUMNS + """
                        where tenant = :tenant and provider = :provider and invoice = :invoice and supersedes is null
                        """)
                .param("tenant", tenant)
                .param("provider", provider)
                .param("invoice", invoice)
                .query(Decisions::stored)
                .optional();
    }

    Optional<Outcome> known(String tenant, Idempotency request) {
        return requests.ask(tenant, request).map(earlier -> outcome(tenant, earlier));
    }

    /** Those of these requests that were answered, whatever their bodies. */
    private Map<Idempotency, Earlier> earlier(List<Idempotency> requests) {
        Map<Integer, Earlier> found = new HashMap<>();
        sql.sql("""
                        select q.n, r.decision, r.body_hash = q.hash and r.change is null as same
                        from unnest(:clients, :keys, :hashes) with ordinality as q (client, key, hash, n)
                        cross join lateral (
                            select r.decision, r.body_hash, r.change from journal.request r
                            where r.tenant = :tenant and r.client = q.client and r.key = q.key offset 0) r
                        """)
                .param("tenant", Tenancy.current().orElseThrow())
                .param("clients", texts(requests, Idempotency::client))
                .param("keys", texts(requests, Idempotency::key))
                .param("hashes", texts(requests, Idempotency::bodyHash))
                .query(row -> {
                    found.put(
                            row.getInt("n") - 1,
                            new Earlier(row.getObject("decision", UUID.class), row.getBoolean("same")));
                });
        Map<Idempotency, Earlier> earlier = new HashMap<>();
        found.forEach((n, one) -> earlier.put(requests.get(n), one));
        return earlier;
    }

    private static String[] texts(List<Idempotency> requests, Function<Idempotency, String> of) {
        return requests.stream().map(of).toArray(String[]::new);
    }

    Optional<StoredDecision> inPlaceOf(String tenant, UUID earlier) {
        return sql.sql(COLUMNS + "where tenant = :tenant and supersedes = :earlier")
                .param("tenant", tenant)
                .param("earlier", earlier)
                .query(Decisions::stored)
                .optional();
    }

    /** Every decision recorded under one request, or under parts of it: its key, a space, a number. */
    List<StoredDecision> under(String tenant, String client, String key) {
        return sql.sql(COLUMNS + """
                        where tenant = :tenant and id in (
                            select decision from journal.request r
                            where r.tenant = :tenant and r.client = :client and (r.key = :key or r.key = any (:parts)))
                        order by position
                        """)
                .param("tenant", tenant)
                .param("client", client)
                .param("key", key)
                .param("parts", parts(key))
                .query(Decisions::stored)
                .list();
    }

    private static String[] parts(String key) {
        return IntStream.rangeClosed(2, Idempotency.MOST_PARTS)
                .mapToObj(number -> Idempotency.part(key, number))
                .toArray(String[]::new);
    }

    private record Earlier(UUID id, boolean same) {}

    private Outcome outcome(String tenant, Earlier earlier) {
        return earlier.same()
                ? new Outcome.AlreadyRecorded(find(tenant, earlier.id()).orElseThrow())
                : new Outcome.Conflict(earlier.id());
    }

    /** By their ids, which begin with the moment of recording. */
    List<StoredDecision> recorded(
            String tenant, Instant from, Instant until, @Nullable UUID after, @Nullable String client, int limit) {
        UUID first = firstOf(from);
        return sql.sql(COLUMNS + """
                        where tenant = :tenant and id >= :first and id > :after and id < :until
                        and (cast(:client as text) is null or client = :client)
                        order by id limit :limit
                        """)
                .param("tenant", tenant)
                .param("first", first)
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("until", firstOf(until))
                .param("client", client)
                .param("limit", limit)
                .query(Decisions::stored)
                .list();
    }

    /** Before every id made at that millisecond or later (RFC 9562, version 7). */
    private static UUID firstOf(Instant moment) {
        return new UUID(Math.max(0, moment.toEpochMilli()) << Short.SIZE, 0);
    }

    /** Only of transactions that no running one can still come before. */
    List<StoredDecision> after(String tenant, Position place, Hearing hearing, int limit) {
        return sql.sql(COLUMNS + """
                        where tenant = :tenant %s
                        and (era, transaction, position) > (:era, cast(cast(:transaction as text) as xid8), :number)
                        and (era < :current or transaction < pg_snapshot_xmin(pg_current_snapshot()))
                        order by d.era, d.transaction, d.position limit :limit
                        """.formatted(hearing.condition()))
                .param("tenant", tenant)
                .param("current", eras.current(tenant))
                .param("era", place.era())
                .param("transaction", Long.toString(place.transaction()))
                .param("number", place.number())
                .param("limit", limit)
                .query(Decisions::stored)
                .list();
    }

    static StoredDecision stored(ResultSet row, int number) throws SQLException {
        return new StoredDecision(
                row.getObject("id", UUID.class),
                new Position(row.getInt("era"), row.getLong("transaction"), row.getLong("position")),
                row.getString("person"),
                row.getString("client"),
                row.getString("corrected_by"),
                Moments.in(row, "received_at"),
                Moments.in(row, "recorded_at"),
                row.getString("edition"),
                row.getString("engine"),
                row.getObject("supersedes", UUID.class),
                Canonical.input(row.getBytes("input")),
                Canonical.decision(row.getBytes("decision")));
    }
}
