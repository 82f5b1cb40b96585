package io.bareme.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys that sign tokens, in the database: the same for every service on it, before and after a restart. The newest
 * that this service can decrypt signs; an older one is known until the last token it signed has expired, then it goes.
 */
@Component
public final class SigningKeys implements JWKSource<SecurityContext> {

    private static final int BITS = 2048;
    /** Another service may have made a key: looked for at most so often. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** Another service signs with an older key until it looks again, every ten minutes; and clocks differ. */
    private static final Duration SLACK = Duration.ofMinutes(30);

    private final JdbcClient sql;
    private final MasterKey master;
    private final AccessProperties properties;
    private final Clock clock;
    private volatile @Nullable Known known;
    private volatile long lookedAgain = System.nanoTime() - LOOK_AGAIN_NANOS;

    SigningKeys(DataSource database, MasterKey master, AccessProperties properties, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.master = master;
        this.properties = properties;
        this.clock = clock;
    }

    /** A key; its private half is here when this service can decrypt it. */
    private record Key(RSAKey key, Instant madeAt) {}

    /** Newest first. */
    private record Known(List<Key> keys) {
        Optional<Key> signing() {
            return keys.stream().filter(one -> one.key().isPrivate()).findFirst();
        }
    }

    /** Verifies: every key known. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        List<JWK> found = select(selector, known());
        long now = System.nanoTime();
        if (!found.isEmpty() || now - lookedAgain < LOOK_AGAIN_NANOS) {
            return found;
        }
        lookedAgain = now;
        return select(selector, read());
    }

    private static List<JWK> select(JWKSelector selector, Known known) {
        return selector.select(new JWKSet(
                known.keys().stream().<JWK>map(one -> one.key().toPublicJWK()).toList()));
    }

    /** Signs: the newest key, made when there is none. */
    JWKSource<SecurityContext> newest() {
        return (selector, _) -> selector.select(
                new JWKSet(known().signing().orElseGet(this::make).key()));
    }

    /** Makes a new key when the newest is old, and removes those that nothing valid can be signed with. */
    void rotate() {
        Instant old = clock.instant().minus(properties.keyTime());
        if (read().signing().filter(key -> key.madeAt().isAfter(old)).isEmpty()) {
            make();
        }
        forgetOld();
    }

    /** Makes a new key, whatever the age of the newest. */
    void makeNow() {
        make();
    }

    private Key make() {
        try {
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            sql.sql(
                            "insert into access.signing_key (id, made_at, public_key, private_key) values (:id, :made, :public, :private)")
                    .param("id", key.getKeyID())
                    .param("made", at(clock.instant()))
                    .param("public", key.toPublicJWK().toJSONString())
                    .param("private", master.encrypt(key.toJSONString().getBytes(StandardCharsets.UTF_8)))
                    .update();
            return read().signing().orElseThrow();
        } catch (JOSEException everyJdkHasRsa) {
            throw new IllegalStateException(everyJdkHasRsa);
        }
    }

    /** A key may go once the one made after it has signed alone for longer than a token lives. */
    private void forgetOld() {
        Instant before = clock.instant().minus(properties.tokenTime()).minus(SLACK);
        int gone = sql.sql("""
                        delete from access.signing_key old where exists (
                            select from access.signing_key newer
                            where newer.number > old.number and newer.made_at < :before)
                        """).param("before", at(before)).update();
        if (gone > 0) {
            read();
        }
    }

    private Known known() {
        Known now = known;
        return now == null ? read() : now;
    }

    private Known read() {
        List<Key> keys = sql.sql(
                        "select made_at, public_key, private_key from access.signing_key " + "order by number desc")
                .query((row, _) -> new Key(
                        key(row.getString("public_key"), row.getBytes("private_key")),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
        Known now = new Known(keys);
        known = now;
        return now;
    }

    private RSAKey key(String half, byte[] encrypted) {
        try {
            Optional<byte[]> whole = master.decrypt(encrypted);
            return RSAKey.parse(whole.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse(half));
        } catch (ParseException e) {
            throw new IllegalStateException("A signing key in the database is damaged", e);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
