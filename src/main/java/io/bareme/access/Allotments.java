package io.bareme.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How many requests each client may still send: as many in a minute as its row says, all at once if need be, filled again
 * evenly. Counted in each service by itself.
 */
@Component
public final class Allotments {

    /** The time that a client's number of requests is for. */
    public static final Duration WINDOW = Duration.ofMinutes(1);

    private final Cache<Counted, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(WINDOW.multipliedBy(2)).build();

    /** A client whose number of requests is changed begins anew. */
    private record Counted(String client, int perMinute) {}

    /** Takes one request if there is one. */
    public ConsumptionProbe take(ApiClient client) {
        return bucket(client).tryConsumeAndReturnRemaining(1);
    }

    /** Takes one request, as soon as there is one; false when there is none within the window. */
    public boolean await(ApiClient client) throws InterruptedException {
        return bucket(client).asBlocking().tryConsume(1, WINDOW);
    }

    private Bucket bucket(ApiClient client) {
        int most = client.perMinute();
        return buckets.get(
                new Counted(client.number(), most),
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
                        .build());
    }
}
