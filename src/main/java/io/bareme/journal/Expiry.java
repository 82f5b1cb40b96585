package io.bareme.journal;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Gives back, every minute, what promises reserved that have expired since the last time; all of it at the start. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Expiry {

    private final Journal journal;
    private final Clock clock;
    private Instant done = Instant.EPOCH;

    Expiry(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT5S")
    synchronized void release() {
        Instant now = clock.instant();
        journal.releaseExpired(done, now);
        done = now;
    }
}
