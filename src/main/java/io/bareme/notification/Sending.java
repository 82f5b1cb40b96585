package io.bareme.notification;

import io.bareme.tenancy.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Sends what is due, to all addresses at once, to each one message after the other. An address that fails is left alone
 * until the next round, one that is slow begins nothing new after {@link #ROUND}: so none holds up the others for longer
 * than one try, or a round and one try.
 */
@Service
final class Sending {

    private static final Duration LONGEST_TRY = Duration.ofSeconds(5);
    /** Our choice. */
    private static final Duration ROUND = Duration.ofSeconds(5);
    /** For each address, of a round. Our choice. */
    private static final int AT_ONCE = 100;

    private static final int GOOD = 200;
    private static final int NO_LONGER_GOOD = 300;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Destination destination;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(LONGEST_TRY)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Sending(Webhooks webhooks, Deliveries deliveries, NotificationProperties properties, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.destination = new Destination(properties.privateAddresses());
        this.clock = clock;
    }

    /** One round for an organisation; how many were taken. */
    int round(String tenant) {
        Map<UUID, List<Delivery>> due = Tenancy.as(tenant, () -> deliveries.due(tenant, AT_ONCE)).stream()
                .collect(Collectors.groupingBy(Delivery::webhook));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return due.entrySet().stream()
                    .map(one -> threads.submit(
                            () -> Tenancy.as(tenant, () -> inOrder(tenant, one.getKey(), one.getValue()))))
                    .toList()
                    .stream()
                    .mapToInt(sent -> {
                        try {
                            return sent.get();
                        } catch (Exception failure) {
                            throw new IllegalStateException(failure);
                        }
                    })
                    .sum();
        }
    }

    private int inOrder(String tenant, UUID id, List<Delivery> due) {
        Optional<Webhook> webhook = webhooks.find(tenant, id);
        long last = System.nanoTime() + ROUND.toNanos();
        int taken = 0;
        for (Delivery delivery : webhook.isPresent() ? due : List.<Delivery>of()) {
            if (!isTaken(tenant, webhook.get(), delivery)) {
                break;
            }
            taken++;
            if (System.nanoTime() > last) {
                break;
            }
        }
        return taken;
    }

    private boolean isTaken(String tenant, Webhook webhook, Delivery delivery) {
        Optional<URI> uri = destination.of(webhook.url());
        if (uri.isEmpty()) {
            deliveries.failed(tenant, delivery, null, "The host is not known, or messages may not go there");
            return false;
        }
        try {
            int status = send(uri.get(), webhook, delivery);
            if (status >= GOOD && status < NO_LONGER_GOOD) {
                deliveries.taken(tenant, delivery, status);
                return true;
            }
            deliveries.failed(tenant, delivery, status, null);
        } catch (IOException noAnswer) {
            deliveries.failed(tenant, delivery, null, String.valueOf(noAnswer));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** The status of the answer; its body is not read. */
    private int send(URI uri, Webhook webhook, Delivery delivery) throws IOException, InterruptedException {
        long seconds = clock.instant().getEpochSecond();
        String id = "msg_" + delivery.id();
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(LONGEST_TRY)
                .header("Content-Type", "application/json")
                .header("User-Agent", "bareme")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(seconds))
                .header("webhook-signature", Signature.of(webhook.secret(), id, seconds, delivery.body()))
                .POST(BodyPublishers.ofString(delivery.body()))
                .build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream unread = response.body()) {
            return response.statusCode();
        }
    }
}
