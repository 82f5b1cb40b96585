package io.bareme.journal;

import io.bareme.schedule.Job;
import io.bareme.schedule.Places;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives back, every minute, what promises reserved that have expired since the last time. */
@Configuration(proxyBeanMethods = false)
class Expiry {

    private static final String NAME = "expire-reservations";
    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    Job expireReservations(Journal journal, Places places, Clock clock) {
        return new Job(NAME, EVERY, () -> {
            Instant now = clock.instant();
            journal.releaseExpired(places.reached(NAME), now);
            places.reach(NAME, now);
        });
    }
}
