package io.bareme.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers tokens whose signature was verified, for {@value #KEPT_SECONDS} seconds: a client shows the same one with
 * each request. Whether it has expired is asked each time.
 */
final class KnownTokens implements JwtDecoder {

    static final int KEPT_SECONDS = 60;
    private static final int MOST_KEPT = 10_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Jwt> known = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(Duration.ofSeconds(KEPT_SECONDS))
            .build();

    KnownTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> validator) {
        this.decoder = decoder;
        this.validator = validator;
    }

    @Override
    public Jwt decode(String token) throws JwtException {
        Jwt verified = known.getIfPresent(token);
        if (verified == null) {
            verified = decoder.decode(token);
            known.put(token, verified);
            return verified;
        }
        OAuth2TokenValidatorResult result = validator.validate(verified);
        if (result.hasErrors()) {
            known.invalidate(token);
            throw new JwtValidationException("The token is no longer valid", result.getErrors());
        }
        return verified;
    }
}
