package io.bareme.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** A client that asks for a token without naming a scope asks for all that it may do (RFC 6749, 3.3). */
final class TokenRequests implements AuthenticationConverter {

    private final OAuth2ClientCredentialsAuthenticationConverter asked =
            new OAuth2ClientCredentialsAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        Authentication found = asked.convert(request);
        return found instanceof OAuth2ClientCredentialsAuthenticationToken token
                        && token.getScopes().isEmpty()
                        && token.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                ? forAll(token, client)
                : found;
    }

    private static Authentication forAll(
            OAuth2ClientCredentialsAuthenticationToken token, OAuth2ClientAuthenticationToken client) {
        RegisteredClient registered = client.getRegisteredClient();
        return registered == null
                ? token
                : new OAuth2ClientCredentialsAuthenticationToken(
                        client, registered.getScopes(), token.getAdditionalParameters());
    }
}
