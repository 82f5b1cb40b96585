package io.bareme.access;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tokens and keys.
 *
 * @param folder where the master key and the demonstration's credentials lie; {@code .bareme/access} in the user's home
 *     unless set
 * @param masterKey 32 bytes in Base64, that encrypt the signing keys in the database; a file of the folder unless set.
 *     Services that share a database share it
 * @param issuer the address that tokens name as their origin
 * @param tokenTime how long a token is good
 * @param keyTime after how long a new key signs
 */
@ConfigurationProperties("bareme.access")
public record AccessProperties(
        @Nullable Path folder,
        @Nullable String masterKey,
        @DefaultValue("http://127.0.0.1:8080") String issuer,
        @DefaultValue("10m") Duration tokenTime,
        @DefaultValue("30d") Duration keyTime) {

    /** Whom tokens are for. */
    public static final String AUDIENCE = "bareme";

    Path home() {
        return folder == null ? Path.of(System.getProperty("user.home"), ".bareme", "access") : folder;
    }
}
