package io.bareme.launcher;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: every room of {@code io.bareme} put together. Start it through {@link Bareme}. */
@SpringBootApplication(scanBasePackages = BaremeApplication.ROOMS)
@AutoConfigurationPackage(basePackages = BaremeApplication.ROOMS)
public class BaremeApplication {

    static final String ROOMS = "io.bareme";
}
