package io.bareme.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Reads the header that bears a token once (RFC 6750): a client shows the same one with each request. */
final class TokensOfHeaders implements BearerTokenResolver {

    private static final int MOST_KEPT = 10_000;
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final BearerTokenResolver reading = new DefaultBearerTokenResolver();
    private final Cache<String, String> known = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(KEPT_FOR)
            .build();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        String token = header == null ? null : known.getIfPresent(header);
        if (token != null) {
            return token;
        }
        String read = reading.resolve(request);
        if (header != null && read != null) {
            known.put(header, read);
        }
        return read;
    }
}
