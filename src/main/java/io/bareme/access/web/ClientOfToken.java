package io.bareme.access.web;

import io.bareme.access.ApiClient;
import io.bareme.access.ApiClients;
import io.bareme.access.Operation;
import java.util.List;
import java.util.Optional;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** From a verified token to its client, as it is now: what the client may no longer do, its older tokens cannot either. */
final class ClientOfToken implements Converter<Jwt, AbstractAuthenticationToken> {

    private final ApiClients clients;

    ClientOfToken(ApiClients clients) {
        this.clients = clients;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String number = token.getSubject();
        ApiClient client = Optional.ofNullable(number)
                .flatMap(clients::find)
                .orElseThrow(() -> new InvalidBearerTokenException("The client may no longer ask"));
        List<String> scopes = token.getClaimAsStringList("scope");
        List<SimpleGrantedAuthority> allowed = (scopes == null ? List.<String>of() : scopes)
                .stream()
                        .flatMap(word -> Operation.named(word).stream())
                        .filter(client.operations()::contains)
                        .map(operation -> new SimpleGrantedAuthority(operation.authority()))
                        .toList();
        return new ClientAuthentication(client, allowed);
    }
}
