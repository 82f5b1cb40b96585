package io.bareme.journal;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What monitoring sees of the writers. */
@Configuration(proxyBeanMethods = false)
class JournalMeasures {

    @Bean
    MeterBinder journalWriters(Journal journal) {
        return registry -> {
            Gauge.builder("bareme.journal.waiting", journal, Journal::waiting)
                    .description("Decisions that wait to be written")
                    .register(registry);
            FunctionCounter.builder("bareme.journal.shed", journal, Journal::shed)
                    .description("Decisions not taken in because too many waited")
                    .register(registry);
        };
    }
}
