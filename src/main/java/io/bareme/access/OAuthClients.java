package io.bareme.access;

import io.bareme.access.ApiClients.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** API clients as the authorization server knows them: client credentials, nothing else. */
@Component
final class OAuthClients implements RegisteredClientRepository {

    private final ApiClients clients;
    private final TokenSettings tokens;

    OAuthClients(ApiClients clients, AccessProperties properties) {
        this.clients = clients;
        this.tokens = TokenSettings.builder()
                .accessTokenTimeToLive(properties.tokenTime())
                .build();
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are kept in access.client");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String number) {
        return clients.stored(number).map(this::registered).orElse(null);
    }

    private RegisteredClient registered(Stored stored) {
        return RegisteredClient.withId(stored.client().number())
                .clientId(stored.client().number())
                .clientName(stored.client().name())
                .clientSecret(stored.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(words -> stored.client().operations().forEach(one -> words.add(one.word())))
                .tokenSettings(tokens)
                .build();
    }
}
