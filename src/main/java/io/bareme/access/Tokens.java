package io.bareme.access;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** How tokens are made and believed: RS256, for this service, from this service, not expired. */
@Configuration(proxyBeanMethods = false)
class Tokens {

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(5);

    @Bean
    JwtEncoder jwtEncoder(SigningKeys keys) {
        return new NimbusJwtEncoder(keys.newest());
    }

    @Bean
    JwtDecoder jwtDecoder(SigningKeys keys, AccessProperties properties) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        OAuth2TokenValidator<Jwt> valid = valid(properties);
        decoder.setJwtValidator(valid);
        return new KnownTokens(decoder, valid);
    }

    private static OAuth2TokenValidator<Jwt> valid(AccessProperties properties) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(CLOCKS_DIFFER_BY),
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, expiry -> expiry != null),
                new JwtIssuerValidator(properties.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD,
                        audience -> audience != null && audience.contains(AccessProperties.AUDIENCE)));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> forThisService() {
        return context -> context.getClaims().audience(List.of(AccessProperties.AUDIENCE));
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(AccessProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
    }

    /** Of clients' secrets. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }
}
