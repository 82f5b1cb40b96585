package io.bareme.access.web;

import io.bareme.access.Addresses;
import io.bareme.access.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** How the API refuses who does not say who they are, and what a token does not allow (RFC 6750). */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String REALM = "bareme";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"%s\"%s"
                        .formatted(
                                REALM,
                                failure instanceof OAuth2AuthenticationException token
                                        ? ", error=\"%s\""
                                                .formatted(token.getError().getErrorCode())
                                        : ""));
        AccessProblem.UNAUTHENTICATED.answer(request, response, Map.of());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Optional<Addresses> address = Addresses.of(request.getServletPath());
        List<String> scopes = address.map(Addresses::operations).orElse(List.of()).stream()
                .map(Operation::word)
                .toList();
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"%s\", error=\"insufficient_scope\", scope=\"%s\""
                        .formatted(REALM, String.join(" ", scopes)));
        AccessProblem.FORBIDDEN.answer(
                request,
                response,
                told(scopes, address.filter(Addresses::byCase).isPresent()));
    }

    private static Map<String, String> told(List<String> scopes, boolean byCase) {
        Map<String, String> told = new HashMap<>();
        told.put(scopes.size() == 1 ? "scope" : "scopes", String.join(", ", scopes));
        if (byCase) {
            told.put("handler", Operation.REVIEW.word());
            told.put("doctor", Operation.MEDICAL_REVIEW.word());
        }
        return told;
    }
}
