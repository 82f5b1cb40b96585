package io.bareme.authorization;

import io.bareme.tenancy.Tenants;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What monitoring sees of the cases that wait, looked at every quarter of a minute: one indexed query for each organisation. */
@Component
class ClockMeasures {

    private static final double MILLIS = 1000.0;

    private final Tenants tenants;
    private final CaseClocks clocks;
    private final Clock clock;
    private final MultiGauge nearest;

    ClockMeasures(DataSource database, CaseClocks clocks, Clock clock, MeterRegistry registry) {
        this.tenants = new Tenants(database);
        this.clocks = clocks;
        this.clock = clock;
        this.nearest = MultiGauge.builder("bareme.deadline.nearest")
                .description("Time left until the nearest deadline of what waits; below zero once it has passed")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(fixedDelayString = "PT15S")
    void look() {
        Instant now = clock.instant();
        List<Row<?>> rows = new ArrayList<>();
        for (String tenant : tenants.all()) {
            clocks.nearestDeadline(tenant)
                    .ifPresent(deadline -> rows.add(Row.of(
                            Tags.of("tenant", tenant),
                            Duration.between(now, deadline).toMillis() / MILLIS)));
        }
        nearest.register(rows, true);
    }
}
