package io.bareme.access.web;

import io.bareme.access.ApiClient;
import io.bareme.tenancy.Tenancy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** All that a request does, it does for the organisation of its client: for another one it cannot. */
final class ClientsWork extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ApiClient> client = ApiClient.current();
        if (client.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            Tenancy.at(client.get().tenant(), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
