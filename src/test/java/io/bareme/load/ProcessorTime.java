package io.bareme.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long the processors have worked for the service and for its PostgreSQL. Per authorization it says more than a rate
 * does on a machine that has other work too.
 */
record ProcessorTime(Duration service, Duration postgres) {

    /** Until now. */
    static ProcessorTime now(ServiceProcess service, Path database) {
        return new ProcessorTime(
                ProcessHandle.of(service.pid()).map(ProcessorTime::of).orElseThrow(),
                ProcessHandle.of(OwnerRows.pid(database)).stream()
                        .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.children()))
                        .map(ProcessorTime::of)
                        .reduce(Duration.ZERO, Duration::plus));
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    ProcessorTime since(ProcessorTime earlier) {
        return new ProcessorTime(service.minus(earlier.service), postgres.minus(earlier.postgres));
    }

    double serviceMillis(long each) {
        return service.toNanos() / 1e6 / Math.max(1, each);
    }

    double postgresMillis(long each) {
        return postgres.toNanos() / 1e6 / Math.max(1, each);
    }
}
