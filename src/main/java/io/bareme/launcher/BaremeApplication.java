package io.bareme.launcher;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The service: every room of {@code io.bareme} put together. Start it through {@link Bareme}. */
@SpringBootApplication(scanBasePackages = BaremeApplication.ROOMS)
@AutoConfigurationPackage(basePackages = BaremeApplication.ROOMS)
public class BaremeApplication {

    static final String ROOMS = "io.bareme";

    /** The one clock of the service. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
