package io.bareme.schedule;

import io.bareme.tenancy.Tenants;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something done from time to time by one of the services on a database. It may be done again after a service died in
 * its midst, so doing it twice must be harmless.
 *
 * @param name unique, small letters and hyphens
 * @param every how long after its end it begins again
 */
public record Job(String name, Duration every, Runnable work) {

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    /** For one organisation after the other; where it fails for one, the others have theirs. */
    public static Job forEachTenant(String name, Duration every, Tenants tenants, Consumer<String> work) {
        return new Job(name, every, () -> {
            for (String tenant : tenants.all()) {
                try {
                    work.accept(tenant);
                } catch (RuntimeException failure) {
                    LOG.error("The job {} failed for {}; it is done again in {}", name, tenant, every, failure);
                }
            }
        });
    }
}
