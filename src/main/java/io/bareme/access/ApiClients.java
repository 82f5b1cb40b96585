package io.bareme.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bareme.access.ApiClient.Number;
import io.bareme.tenancy.Tenancy;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Service;

/** The programs that may ask. What is read of one is kept for {@value #KEPT_SECONDS} seconds: a change takes that long. */
@Service
public final class ApiClients {

    static final int KEPT_SECONDS = 10;

    private static final int SECRET_BYTES = 24;
    private static final int MOST_KEPT = 10_000;

    private final JdbcClient sql;
    private final BCryptPasswordEncoder secrets = new BCryptPasswordEncoder();
    private final Cache<Number, Optional<Stored>> kept = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(Duration.ofSeconds(KEPT_SECONDS))
            .build();

    ApiClients(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** A client and the hash of its secret. */
    record Stored(ApiClient client, String secretHash) {
        @Override
        public String toString() {
            return client.number();
        }
    }

    /** The client of that number; empty when there is none or it may no longer ask. */
    public Optional<ApiClient> find(String number) {
        return stored(number).map(Stored::client);
    }

    /** Adds a client, or changes the one of that number: all of it is as said here, its secret too. */
    public void put(ApiClient client, String secret) {
        Tenancy.run(client.tenant(), () -> write(client, secrets.encode(secret)));
        kept.invalidateAll();
    }

    /** A secret made by chance, in hexadecimal. */
    public static String newSecret() {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(MasterKey.random(SECRET_BYTES)));
    }

    boolean hasSecret(String number, String secret) {
        return stored(number)
                .filter(stored -> secrets.matches(secret, stored.secretHash()))
                .isPresent();
    }

    Optional<Stored> stored(String number) {
        return ApiClient.parse(number).flatMap(parts -> kept.get(parts, this::read));
    }

    private Optional<Stored> read(Number number) {
        return Tenancy.as(
                number.tenant(),
                () -> sql.sql("""
                                select tenant, id, name, secret_hash, operations, carriers, per_minute from access.client
                                where tenant = :tenant and id = :id and active
                                """)
                        .param("tenant", number.tenant())
                        .param("id", number.id())
                        .query((row, _) -> new Stored(client(row), row.getString("secret_hash")))
                        .optional());
    }

    private void write(ApiClient client, String hash) {
        sql.sql("""
                        insert into access.client (tenant, id, name, secret_hash, operations, carriers, per_minute)
                        values (:tenant, :id, :name, :hash, :operations, :carriers, :perMinute)
                        on conflict (tenant, id) do update set name = excluded.name, secret_hash = excluded.secret_hash,
                            operations = excluded.operations, carriers = excluded.carriers,
                            per_minute = excluded.per_minute, active = true
                        """)
                .param("tenant", client.tenant())
                .param("id", client.id())
                .param("name", client.name())
                .param("hash", hash)
                .param(
                        "operations",
                        client.operations().stream()
                                .map(Operation::word)
                                .sorted()
                                .toArray(String[]::new))
                .param("carriers", client.carriers().toArray(String[]::new))
                .param("perMinute", client.perMinute())
                .update();
    }

    private static ApiClient client(ResultSet row) throws SQLException {
        return new ApiClient(
                row.getString("tenant"),
                row.getString("id"),
                row.getString("name"),
                words(row.getArray("operations")).stream()
                        .flatMap(word -> Operation.named(word).stream())
                        .collect(Collectors.toSet()),
                words(row.getArray("carriers")),
                row.getInt("per_minute"));
    }

    private static Set<String> words(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).collect(Collectors.toSet());
    }
}
