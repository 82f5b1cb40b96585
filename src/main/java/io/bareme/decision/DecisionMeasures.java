package io.bareme.decision;

import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Verdict;
import io.bareme.rulebook.Rulebook;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What monitoring sees of deciding. */
@Component
class DecisionMeasures {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Counter CONFLICTS = Counter.builder("bareme.limits.conflicts")
            .description("Decisions made anew because a limit had moved meanwhile")
            .register(Metrics.globalRegistry);

    private final Rulebook rulebook;
    private final MultiGauge edition;

    DecisionMeasures(Rulebook rulebook, MeterRegistry registry) {
        this.rulebook = rulebook;
        this.edition = MultiGauge.builder("bareme.edition")
                .description("The edition in force, by its hash")
                .register(registry);
        look();
    }

    @Scheduled(fixedDelayString = "PT15S")
    void look() {
        edition.register(List.of(Row.of(Tags.of("hash", rulebook.inForce().hash()), 1)), true);
    }

    /** A decision was recorded, so long after its request came. */
    static void decided(ClaimKind kind, Verdict verdict, long nanos) {
        Timer.builder("bareme.decision")
                .description("From a request to its recorded decision")
                .tag("kind", word(kind))
                .tag("verdict", word(verdict))
                .publishPercentileHistogram()
                .minimumExpectedValue(SHORTEST)
                .maximumExpectedValue(LONGEST)
                .register(Metrics.globalRegistry)
                .record(Duration.ofNanos(nanos));
    }

    /** A limit had moved: the case is decided anew. */
    static void conflict() {
        CONFLICTS.increment();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
