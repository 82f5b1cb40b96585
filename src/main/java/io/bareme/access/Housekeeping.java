package io.bareme.access;

import io.bareme.schedule.Job;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Rotates keys, in each service: it learns of the others' keys by it. Expired tokens are forgotten by one of them. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(AccessProperties.class)
class Housekeeping {

    private final SigningKeys keys;

    Housekeeping(SigningKeys keys) {
        this.keys = keys;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT0S")
    void keep() {
        keys.rotate();
    }

    @Bean
    static Job forgetTokens(IssuedTokens tokens) {
        return new Job("forget-tokens", Duration.ofMinutes(10), tokens::forgetExpired);
    }
}
