package io.bareme.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where to go once the service answers, and how long that took since the process was born. */
@Component
class Ready {

    @EventListener
    void say(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            System.out.println(line(web.getWebServer().getPort(), Duration.between(bornAt(event), Instant.now())));
        }
    }

    static String line(int port, Duration taken) {
        return String.format(
                Locale.FRANCE,
                "Barème est prêt, en %1$.1f s · is ready: http://127.0.0.1:%2$d",
                taken.toMillis() / 1000.0,
                port);
    }

    private static Instant bornAt(ApplicationReadyEvent event) {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .orElseGet(
                        () -> Instant.ofEpochMilli(event.getApplicationContext().getStartupDate()));
    }
}
