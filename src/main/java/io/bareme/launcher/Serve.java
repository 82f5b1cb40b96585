package io.bareme.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code bareme serve}: starts the service and leaves it running. Other options go to Spring Boot as they are. */
@Command(
        name = "serve",
        description = {"Démarre le service et ses pages.", "Starts the service and its pages."},
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {

    @Option(
            names = {"--port", "--server.port"},
            paramLabel = "<port>",
            defaultValue = "8080",
            description = {"Port d'écoute (0 : un port libre).", "Port to listen on (0: a free one)."})
    private int port; // the last one given

    @Unmatched
    private List<String> springOptions = new ArrayList<>();

    /** Starts the service; Spring Boot has already said what went wrong when it does not start. */
    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>(springOptions);
        arguments.addFirst("--server.port=" + port);
        try {
            SpringApplication.run(BaremeApplication.class, arguments.toArray(String[]::new));
            return 0;
        } catch (RuntimeException alreadyReported) {
            return 1;
        }
    }
}
