package io.bareme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.zaxxer.hikari.HikariDataSource;
import io.bareme.database.Database;
import io.bareme.tenancy.TenantConnections;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys that sign tokens: over time, between services, and as they lie in the database. */
class SigningKeysTest {

    private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource time = now::get;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final HikariDataSource pool = Database.fresh();
    private final DataSource database = TenantConnections.over(pool);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void after_its_time_a_new_key_signs_and_the_old_one_goes_once_nothing_it_signed_is_good() {
        SigningKeys keys = keys(folder);
        keys.rotate();
        String first = signing(keys);

        now.set(START.plus(Duration.ofDays(29)));
        keys.rotate();
        assertThat(signing(keys)).isEqualTo(first);

        now.set(START.plus(Duration.ofDays(30)));
        keys.rotate();
        String second = signing(keys);
        assertThat(second).isNotEqualTo(first);
        assertThat(known(keys)).containsExactly(second, first);

        now.set(now.get().plus(Duration.ofMinutes(11)));
        keys.rotate();
        assertThat(known(keys))
                .as("another service may have signed with it a moment ago")
                .contains(first);

        now.set(now.get().plus(Duration.ofMinutes(31)));
        keys.rotate();
        assertThat(known(keys)).containsExactly(second);
    }

    @Test
    void two_services_on_one_database_sign_with_the_same_key_before_and_after_a_restart() {
        SigningKeys one = keys(folder);
        one.rotate();
        SigningKeys other = keys(folder);

        assertThat(signing(other)).isEqualTo(signing(one));
    }

    @Test
    void of_two_services_that_start_at_once_each_believes_the_other_from_the_first_token_on() {
        SigningKeys one = keys(folder);
        SigningKeys other = keys(folder);
        other.rotate();
        String first = signing(other);
        one.makeNow();

        JWKSelector unknown =
                new JWKSelector(new JWKMatcher.Builder().keyID(signing(one)).build());
        assertThat(signing(one)).isNotEqualTo(first);
        assertThat(other.get(unknown, null)).hasSize(1);
    }

    @Test
    void a_service_with_another_master_key_signs_with_its_own_and_believes_both(@TempDir Path elsewhere) {
        SigningKeys one = keys(folder);
        one.rotate();
        SigningKeys other = keys(elsewhere);
        other.rotate();

        assertThat(signing(other)).isNotEqualTo(signing(one));
        assertThat(known(other)).contains(signing(one), signing(other));
    }

    @Test
    void the_private_half_cannot_be_read_in_the_database_nor_the_master_key_by_others() throws Exception {
        SigningKeys keys = keys(folder);
        keys.rotate();

        byte[] kept = JdbcClient.create(database)
                .sql("select private_key from access.signing_key")
                .query(byte[].class)
                .single();

        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("RSA", "kty");
        assertThat(keys.get(ANY, null)).isNotEmpty().noneMatch(JWK::isPrivate);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("master-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_master_key_of_another_length_is_refused_with_the_way_to_make_one() {
        assertThatThrownBy(() -> new MasterKey(properties(folder, "c2hvcnQ=")))
                .hasMessageContaining("5 bytes, not 32")
                .hasMessageContaining("Maybe openssl rand");
    }

    private SigningKeys keys(Path home) {
        AccessProperties properties = properties(home, null);
        return new SigningKeys(database, new MasterKey(properties), properties, clock);
    }

    private static AccessProperties properties(Path home, String master) {
        return new AccessProperties(home, master, "http://127.0.0.1:8080", Duration.ofMinutes(10), Duration.ofDays(30));
    }

    private static String signing(SigningKeys keys) {
        try {
            return keys.newest().get(ANY, null).getFirst().getKeyID();
        } catch (KeySourceException neverOfOurs) {
            throw new IllegalStateException(neverOfOurs);
        }
    }

    private static List<String> known(SigningKeys keys) {
        return keys.get(ANY, null).stream().map(JWK::getKeyID).toList();
    }
}
