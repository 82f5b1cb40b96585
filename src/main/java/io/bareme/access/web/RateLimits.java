package io.bareme.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bareme.access.ApiClient;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How often a client may ask: as many requests in a minute as its row says, all at once if need be, filled again evenly.
 * Each answer says what is left ({@code RateLimit}, {@code RateLimit-Policy}: draft-ietf-httpapi-ratelimit-headers).
 * Counted in each service by itself.
 */
final class RateLimits extends OncePerRequestFilter {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Cache<Counted, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(WINDOW.multipliedBy(2)).build();

    /** A client whose number of requests is changed begins anew. */
    private record Counted(String client, int perMinute) {}

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
        ConsumptionProbe probe = buckets.get(new Counted(client.number(), most), _ -> bucket(most))
                .tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Policy", "\"client\";q=%d;w=%d".formatted(most, WINDOW.toSeconds()));
        response.setHeader(
                "RateLimit",
                "\"client\";r=%d;t=%d".formatted(probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
        if (probe.isConsumed()) {
            return true;
        }
        String wait = String.valueOf(Math.max(1, seconds(probe.getNanosToWaitForRefill())));
        response.setHeader(HttpHeaders.RETRY_AFTER, wait);
        AccessProblem.TOO_MANY.answer(request, response, Map.of("seconds", wait, "most", String.valueOf(most)));
        return false;
    }

    private static Bucket bucket(int most) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
                .build();
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
