package io.bareme.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever tries out secrets is slowed: {@value #MOST} refused ones in a minute for one client id from one address, then
 * none is looked at until the minute has gone on. Another address is not held up, so nobody locks a client out.
 */
final class RefusedSecrets extends OncePerRequestFilter {

    /** Our choice. */
    static final int MOST = 10;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 100_000;
    private static final int LONGEST_ID = 100;

    private final Cache<Tried, Bucket> left = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build();

    private record Tried(String client, String address) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Bucket mine = left.get(
                new Tried(client(request), request.getRemoteAddr()),
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(MOST).refillGreedy(MOST, WINDOW))
                        .build());
        var estimate = mine.estimateAbilityToConsume(1);
        if (!estimate.canBeConsumed()) {
            long seconds = Math.ceilDiv(estimate.getNanosToWaitForRefill(), TimeUnit.SECONDS.toNanos(1));
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            AccessProblem.TOO_MANY_SECRETS.answer(
                    request, response, Map.of("seconds", String.valueOf(seconds), "most", String.valueOf(MOST)));
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            mine.tryConsume(1);
        }
    }

    /** As the request names it, by its header or in its form; empty where it names none. */
    private static String client(HttpServletRequest request) {
        String header = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "");
        String named = header.regionMatches(true, 0, "Basic ", 0, 6)
                ? decoded(header.substring(6)).replaceFirst("(?s):.*", "")
                : Objects.requireNonNullElse(request.getParameter("client_id"), "");
        return named.substring(0, Math.min(LONGEST_ID, named.length()));
    }

    private static String decoded(String basic) {
        try {
            return new String(Base64.getDecoder().decode(basic.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }
}
