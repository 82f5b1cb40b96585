package io.bareme.access.web;

import io.bareme.access.Allotments;
import io.bareme.access.ApiClient;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How often a client may ask ({@link Allotments}).
 * Each answer says what is left ({@code RateLimit}, {@code RateLimit-Policy}: draft-ietf-httpapi-ratelimit-headers).
 */
final class RateLimits extends OncePerRequestFilter {

    private final Allotments allotments;

    RateLimits(Allotments allotments) {
        this.allotments = allotments;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ApiClient> client = ApiClient.current();
        if (client.isEmpty() || passes(client.get(), request, response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean passes(ApiClient client, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int most = client.perMinute();
        ConsumptionProbe probe = allotments.take(client);
        response.setHeader("RateLimit-Policy", "\"client\";q=" + most + ";w=" + Allotments.WINDOW.toSeconds());
        response.setHeader(
                "RateLimit",
                "\"client\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
        if (probe.isConsumed()) {
            return true;
        }
        String wait = String.valueOf(Math.max(1, seconds(probe.getNanosToWaitForRefill())));
        response.setHeader(HttpHeaders.RETRY_AFTER, wait);
        AccessProblem.TOO_MANY.answer(request, response, Map.of("seconds", wait, "most", String.valueOf(most)));
        return false;
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
