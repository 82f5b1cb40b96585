package io.bareme.authorization.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The day on which the requests of tests and documents are received: they are of 2026, whenever they are sent. */
@TestConfiguration(proxyBeanMethods = false)
class TestDay {

    @Bean
    @Primary
    Clock theDayOfTheTests() {
        return Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    }
}
