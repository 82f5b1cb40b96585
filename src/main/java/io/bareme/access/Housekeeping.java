package io.bareme.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Rotates keys and forgets expired tokens, now and then. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(AccessProperties.class)
class Housekeeping {

    private final SigningKeys keys;
    private final IssuedTokens tokens;

    Housekeeping(SigningKeys keys, IssuedTokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT0S")
    void keep() {
        keys.rotate();
        tokens.forgetExpired();
    }
}
