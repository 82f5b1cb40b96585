package io.bareme.notification;

import io.bareme.access.MasterKey;
import io.bareme.decision.Caller;
import io.bareme.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The addresses at which clients are told of what happens later. */
@Service
@EnableConfigurationProperties(NotificationProperties.class)
public final class Webhooks {

    /** More are not kept for one client. */
    public static final int MOST = 10;

    private static final int SECRET_BYTES = 32;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final MasterKey master;
    private final Destination destination;

    public Webhooks(DataSource database, MasterKey master, NotificationProperties properties) {
        this.sql = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.master = master;
        this.destination = new Destination(properties.privateAddresses());
    }

    /** What came of adding an address. */
    public sealed interface Added {
        /** Kept, now or before by the same request, with its secret: shown in this answer alone. */
        record Done(Webhook webhook, boolean before) implements Added {}

        /** The client used the key before with another body. */
        record KeyUsed() implements Added {}

        /** The client has {@value #MOST} already. */
        record TooMany() implements Added {}
    }

    /** Whether messages may go to an address. */
    public boolean accepts(String url) {
        return destination.of(url).isPresent();
    }

    /**
     * @param url one that is accepted
     * @param events words of {@link Event}
     */
    public Added add(Caller caller, String url, List<String> events, String key, String bodyHash) {
        return Tenancy.as(
                caller.tenant(),
                () -> Objects.requireNonNull(transaction.execute(_ -> added(caller, url, events, key, bodyHash))));
    }

    private Added added(Caller caller, String url, List<String> events, String key, String bodyHash) {
        sql.sql("select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)")
                .param("name", caller.tenant() + " webhooks " + caller.client())
                .query((_, _) -> "")
                .list();
        Optional<Earlier> earlier = earlier(caller, key);
        if (earlier.isPresent()) {
            return earlier.get().bodyHash().equals(bodyHash)
                    ? new Added.Done(earlier.get().webhook(), true)
                    : new Added.KeyUsed();
        }
        if (of(caller).size() >= MOST) {
            return new Added.TooMany();
        }
        String secret = Signature.PREFIX + MasterKey.random(SECRET_BYTES);
        return new Added.Done(
                sql.sql("""
                                insert into notification.webhook
                                    (tenant, client, url, events, secret, made_at, key, body_hash)
                                values (:tenant, :client, :url, :events, :secret, clock_timestamp(), :key, :hash)
                                returning id, client, url, events, secret, made_at
                                """)
                        .param("tenant", caller.tenant())
                        .param("client", caller.client())
                        .param("url", url)
                        .param("events", events.toArray(String[]::new))
                        .param("secret", master.encrypt(secret.getBytes(StandardCharsets.UTF_8)))
                        .param("key", key)
                        .param("hash", bodyHash)
                        .query(this::webhook)
                        .single(),
                false);
    }

    private record Earlier(Webhook webhook, String bodyHash) {}

    private Optional<Earlier> earlier(Caller caller, String key) {
        return sql.sql("""
                        select id, client, url, events, secret, made_at, body_hash from notification.webhook
                        where tenant = :tenant and client = :client and key = :key
                        """)
                .param("tenant", caller.tenant())
                .param("client", caller.client())
                .param("key", key)
                .query((row, n) -> new Earlier(webhook(row, n), row.getString("body_hash")))
                .optional();
    }

    /** Of the client itself, {@value #MOST} at most, the oldest first. */
    public List<Webhook> of(Caller caller) {
        return Tenancy.as(caller.tenant(), () -> of(caller.tenant(), caller.client()));
    }

    List<Webhook> of(String tenant, String client) {
        return sql.sql("""
                        select id, client, url, events, secret, made_at from notification.webhook
                        where tenant = :tenant and client = :client and gone_at is null order by id
                        """)
                .param("tenant", tenant)
                .param("client", client)
                .query(this::webhook)
                .list();
    }

    /** Nothing goes there any more, what waits for it is given up; false when the client has no such address. */
    public boolean remove(Caller caller, UUID id) {
        return Tenancy.as(
                caller.tenant(),
                () -> sql.sql("""
                                        with gone as (
                                            update notification.webhook set gone_at = clock_timestamp()
                                            where tenant = :tenant and client = :client and id = :id
                                            and gone_at is null
                                            returning tenant, id
                                        ), given_up as (
                                            update notification.delivery d set state = 'dead' from gone
                                            where d.tenant = gone.tenant and d.webhook = gone.id
                                            and d.state = 'waiting'
                                        )
                                        select count(*) from gone
                                        """)
                                .param("tenant", caller.tenant())
                                .param("client", caller.client())
                                .param("id", id)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    /** One of the organisation that is worked for, unless it is gone. */
    Optional<Webhook> find(String tenant, UUID id) {
        return sql.sql("""
                        select id, client, url, events, secret, made_at from notification.webhook
                        where tenant = :tenant and id = :id and gone_at is null
                        """)
                .param("tenant", tenant)
                .param("id", id)
                .query(this::webhook)
                .optional();
    }

    private Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("client"),
                row.getString("url"),
                Arrays.asList((String[]) row.getArray("events").getArray()),
                secret(row.getBytes("secret")),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private String secret(byte[] encrypted) {
        return master.decrypt(encrypted)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("The secret of an address is of another master key"
                        + System.lineSeparator() + "Maybe the services on this database have different ones"));
    }
}
