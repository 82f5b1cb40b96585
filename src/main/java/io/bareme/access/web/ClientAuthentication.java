package io.bareme.access.web;

import io.bareme.access.ApiClient;
import java.util.Collection;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** A client that has proved itself by its token. */
final class ClientAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient ApiClient client;

    ClientAuthentication(ApiClient client, Collection<? extends GrantedAuthority> allowed) {
        super(allowed);
        this.client = client;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public ApiClient getPrincipal() {
        return client;
    }

    @Override
    public String getName() {
        return client.number();
    }
}
