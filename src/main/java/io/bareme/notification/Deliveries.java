package io.bareme.notification;

import io.bareme.decision.Caller;
import io.bareme.journal.Notice;
import io.bareme.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The messages that wait for their address, and those that were given up. */
@Service
public final class Deliveries {

    /** The pauses after each failure; after the last, a message is given up: 31 hours and a half after the first try. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14));

    private static final int LONGEST_FAILURE = 200;

    private final JdbcClient sql;
    private final Clock clock;

    Deliveries(DataSource database, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.clock = clock;
    }

    /** Writes down a message; again does nothing. */
    void add(String tenant, Webhook webhook, Notice notice, String body) {
        sql.sql("""
                        insert into notification.delivery
                            (tenant, webhook, notice, decision, kind, body, next_at)
                        values (:tenant, :webhook, :notice, :decision, :kind, :body, :now)
                        on conflict (tenant, webhook, notice) do nothing
                        """)
                .param("tenant", tenant)
                .param("webhook", webhook.id())
                .param("notice", notice.id())
                .param("decision", notice.decision())
                .param("kind", notice.kind())
                .param("body", body)
                .param("now", now())
                .update();
    }

    /** What may be tried now, at most so many for each address: of one decision only the first. */
    List<Delivery> due(String tenant, int each) {
        return sql.sql("""
                        select due.* from notification.webhook w cross join lateral (
                            select id, position, webhook, decision, kind, body, tries from notification.delivery d
                            where d.tenant = w.tenant and d.webhook = w.id and d.state = 'waiting' and d.next_at <= :now
                            and not exists (
                                select from notification.delivery e
                                where e.tenant = d.tenant and e.webhook = d.webhook and e.decision = d.decision
                                and e.state = 'waiting' and e.position < d.position)
                            order by d.next_at, d.position limit :each) due
                        where w.tenant = :tenant and w.gone_at is null
                        """)
                .param("tenant", tenant)
                .param("now", now())
                .param("each", each)
                .query(Deliveries::delivery)
                .list();
    }

    /** It was taken. */
    void taken(String tenant, Delivery delivery, int status) {
        tried(tenant, delivery, status, null);
        sql.sql(
                        "update notification.delivery set state = 'delivered', tries = tries + 1 where tenant = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", delivery.id())
                .update();
    }

    /** It was not; it waits for its next try, or is given up. */
    void failed(String tenant, Delivery delivery, @Nullable Integer status, @Nullable String failure) {
        tried(tenant, delivery, status, failure);
        boolean last = delivery.tries() >= PAUSES.size();
        Instant next = last ? clock.instant() : clock.instant().plus(PAUSES.get(delivery.tries()));
        sql.sql("""
                        update notification.delivery set tries = tries + 1, state = :state, next_at = :next
                        where tenant = :tenant and id = :id
                        """)
                .param("tenant", tenant)
                .param("id", delivery.id())
                .param("state", last ? "dead" : "waiting")
                .param("next", next.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void tried(String tenant, Delivery delivery, @Nullable Integer status, @Nullable String failure) {
        sql.sql("""
                        insert into notification.attempt (tenant, delivery, number, at, status, failure)
                        select :tenant, :id, count(*) + 1, :now, :status, :failure from notification.attempt
                        where tenant = :tenant and delivery = :id
                        """)
                .param("tenant", tenant)
                .param("id", delivery.id())
                .param("now", now())
                .param("status", status, java.sql.Types.INTEGER)
                .param(
                        "failure",
                        failure == null ? null : failure.substring(0, Math.min(failure.length(), LONGEST_FAILURE)),
                        java.sql.Types.VARCHAR)
                .update();
    }

    /** What was given up of the client's own, the oldest first, after a position; 1 to 500. */
    public List<Delivery.Dead> dead(Caller caller, long after, int size) {
        return Tenancy.as(
                caller.tenant(),
                () -> sql.sql("""
                                select d.id, d.position, d.webhook, d.decision, d.kind, d.body, d.tries, a.status,
                                    a.failure, a.at
                                from notification.delivery d
                                join notification.webhook w on w.tenant = d.tenant and w.id = d.webhook
                                left join lateral (
                                    select status, failure, at from notification.attempt
                                    where tenant = d.tenant and delivery = d.id order by number desc limit 1) a on true
                                where d.tenant = :tenant and w.client = :client and d.state = 'dead'
                                and w.gone_at is null and d.position > :after
                                order by d.position limit :size
                                """)
                        .param("tenant", caller.tenant())
                        .param("client", caller.client())
                        .param("after", after)
                        .param("size", size)
                        .query((row, n) -> new Delivery.Dead(
                                delivery(row, n),
                                row.getObject("status", Integer.class),
                                row.getString("failure"),
                                row.getObject("at") == null
                                        ? null
                                        : row.getObject("at", OffsetDateTime.class)
                                                .toInstant()))
                        .list());
    }

    /** Sends one that was given up anew, from the first pause; again does nothing. False when the client has none such. */
    public boolean retry(Caller caller, UUID id) {
        return Tenancy.as(
                caller.tenant(),
                () -> sql.sql("""
                                        update notification.delivery d set state = case d.state
                                                when 'dead' then 'waiting' else d.state end,
                                            tries = case d.state when 'dead' then 0 else d.tries end,
                                            next_at = case d.state when 'dead' then :now else d.next_at end
                                        from notification.webhook w
                                        where d.tenant = :tenant and d.id = :id
                                        and w.tenant = d.tenant and w.id = d.webhook and w.client = :client
                                        and w.gone_at is null
                                        """)
                                .param("now", now())
                                .param("tenant", caller.tenant())
                                .param("id", id)
                                .param("client", caller.client())
                                .update()
                        == 1);
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getLong("position"),
                row.getObject("webhook", UUID.class),
                row.getObject("decision", UUID.class),
                row.getString("kind"),
                row.getString("body"),
                row.getInt("tries"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
