package io.bareme.portal.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every page tells the browser: run and load nothing but our own files, never inside another site's frame, tell
 * no other site where the reader was. Also remembers the language asked for.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10) // also what is refused on the way in bears them
final class PageHeaders extends OncePerRequestFilter {

    static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    /** The page of the API's documentation is springdoc's own, with styles in its markup. */
    private static final List<String> NOT_OURS = List.of("/swagger-ui", "/v3/api-docs", "/api/", "/actuator");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        if (NOT_OURS.stream().noneMatch(request.getRequestURI()::startsWith)) {
            response.setHeader("Content-Security-Policy", POLICY);
            remember(request, response);
        }
        chain.doFilter(request, response);
    }

    private static void remember(HttpServletRequest request, HttpServletResponse response) {
        Optional.ofNullable(request.getQueryString())
                .filter(query -> query.contains(PageLanguage.PARAMETER + "="))
                .flatMap(query -> PageLanguage.named(request.getParameter(PageLanguage.PARAMETER)))
                .ifPresent(language -> response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(PageLanguage.COOKIE, language.code())
                                .path("/")
                                .maxAge(java.time.Duration.ofDays(365))
                                .httpOnly(true)
                                .sameSite("Lax")
                                .build()
                                .toString()));
    }
}
