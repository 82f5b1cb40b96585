package io.bareme.access;

import io.bareme.access.ApiClient.Number;
import io.bareme.tenancy.Tenancy;
import io.bareme.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Which tokens are out: to whom, for what, until when. The tokens themselves are not kept, so nobody can take one from
 * here; nothing asks for them, since there are no refresh tokens and a token proves itself by its signature.
 */
@Component
final class IssuedTokens implements OAuth2AuthorizationService {

    private final JdbcClient sql;
    private final Tenants tenants;
    private final Clock clock;

    IssuedTokens(DataSource database, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.tenants = new Tenants(database);
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        Number client = ApiClient.parse(authorization.getRegisteredClientId()).orElseThrow();
        OAuth2Authorization.Token<OAuth2AccessToken> token = Objects.requireNonNull(authorization.getAccessToken());
        Map<String, Object> claims = Objects.requireNonNull(token.getClaims());
        Tenancy.run(
                client.tenant(),
                () -> sql.sql("""
                        insert into access.token (tenant, id, client, operations, issued_at, expires_at)
                        values (:tenant, :id, :client, :operations, :issued, :expires)
                        """)
                        .param("tenant", client.tenant())
                        .param("id", String.valueOf(claims.get("jti")))
                        .param("client", client.id())
                        .param("operations", authorization.getAuthorizedScopes().toArray(String[]::new))
                        .param("issued", at(token.getToken().getIssuedAt()))
                        .param("expires", at(token.getToken().getExpiresAt()))
                        .update());
    }

    /** Forgets those that have expired; how many. */
    int forgetExpired() {
        return tenants.all().stream()
                .mapToInt(tenant -> Tenancy.as(
                        tenant,
                        () -> sql.sql("delete from access.token where tenant = :tenant and expires_at < :now")
                                .param("tenant", tenant)
                                .param("now", at(clock.instant()))
                                .update()))
                .sum();
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        throw new UnsupportedOperationException("A token ends by itself");
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return null;
    }

    private static OffsetDateTime at(@Nullable Instant instant) {
        return Objects.requireNonNull(instant).atOffset(ZoneOffset.UTC);
    }
}
