package io.bareme.authorization;

import io.bareme.authorization.CaseClocks.Warning;
import io.bareme.journal.Journal;
import io.bareme.schedule.Job;
import io.bareme.tenancy.Tenants;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches the cases that wait: the program that asked is warned, and the deadline itself is logged too. */
@Configuration(proxyBeanMethods = false)
class ClockJobs {

    /** A part of the time is used. */
    static final String WARNING = "deadline.warning";
    /** All of it is. */
    static final String BREACHED = "deadline.breached";

    private static final Counter BREACHES = Counter.builder("bareme.deadline.breaches")
            .description("Authorizations that were not settled by their deadline")
            .register(Metrics.globalRegistry);
    private static final Logger LOG = LoggerFactory.getLogger(ClockJobs.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int ALL = 100;

    @Bean
    Job watchClocks(DataSource database, CaseClocks clocks, Journal journal) {
        return Job.forEachTenant("watch-clocks", EVERY, new Tenants(database), tenant -> {
            clocks.follow(tenant);
            clocks.warn(tenant, warning -> tell(journal, tenant, warning));
        });
    }

    private static void tell(Journal journal, String tenant, Warning warning) {
        boolean breached = warning.percent() == ALL;
        boolean first = journal.tell(
                tenant, warning.decision().id(), breached ? BREACHED : WARNING, String.valueOf(warning.percent()));
        if (breached && first) {
            BREACHES.increment();
            LOG.warn(
                    "The authorization {} of {} was due at {} and waits",
                    warning.decision().id(),
                    tenant,
                    warning.deadline());
        }
    }
}
