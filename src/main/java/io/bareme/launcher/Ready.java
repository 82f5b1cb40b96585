package io.bareme.launcher;

import io.bareme.access.DemonstrationClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where to go once the service answers, and how long that took since the process was born. */
@Component
class Ready {

    private final ObjectProvider<DemonstrationClient> demonstration;

    Ready(ObjectProvider<DemonstrationClient> demonstration) {
        this.demonstration = demonstration;
    }

    @EventListener
    void say(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            System.out.println(line(web.getWebServer().getPort(), Duration.between(bornAt(event), Instant.now())));
            demonstration.stream()
                    .flatMap(client -> client.shown().stream())
                    .map(Ready::line)
                    .forEach(System.out::println);
        }
    }

    static String line(int port, Duration taken) {
        return String.format(
                Locale.FRANCE,
                "Barème est prêt, en %1$.1f s · is ready: http://127.0.0.1:%2$d",
                taken.toMillis() / 1000.0,
                port);
    }

    static String line(DemonstrationClient.Shown client) {
        return "API, client de démonstration · demonstration client: " + client.credentials() + "  (" + client.file()
                + ")";
    }

    private static Instant bornAt(ApplicationReadyEvent event) {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .orElseGet(
                        () -> Instant.ofEpochMilli(event.getApplicationContext().getStartupDate()));
    }
}
