package io.bareme.load;

import io.bareme.load.Line.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clients that ask for authorizations, each as a careful program does: what was not answered is sent again with the same
 * key until it is. One answer in eight is asked for a second time, and must be the same.
 */
final class Crowd {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final int AGAIN = 8;

    private final Path access;
    private final ToIntFunction<Random> ports;
    private final Function<Random, String> bodies;
    private final List<Thread> clients = new ArrayList<>();
    private final AtomicInteger keys = new AtomicInteger();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Integer> otherwise = new ConcurrentSkipListMap<>();
    private final List<String> broken = java.util.Collections.synchronizedList(new ArrayList<>());
    private volatile boolean over;

    /**
     * @param ports which service to ask, each time anew
     * @param bodies what to ask
     */
    Crowd(Path access, ToIntFunction<Random> ports, Function<Random, String> bodies) {
        this.access = access;
        this.ports = ports;
        this.bodies = bodies;
    }

    Crowd begin(int number, long seed) {
        for (int n = 0; n < number; n++) {
            long own = seed * 1_000 + n;
            clients.add(Thread.ofVirtual().start(() -> ask(new Random(own))));
        }
        return this;
    }

    /** Nothing new is asked; what is open is sent until it is answered, or patience ends. */
    void finish(Duration patience) {
        over = true;
        long end = System.nanoTime() + patience.toNanos();
        for (Thread client : clients) {
            try {
                client.join(Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime())));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (client.isAlive()) {
                broken.add("A request was not answered within " + patience);
                client.interrupt();
            }
        }
    }

    /** The decision of each key that was answered. */
    Map<String, String> acknowledged() {
        return acknowledged;
    }

    /** How often something else than an answer came, by what it was. */
    Map<String, Integer> otherwise() {
        return new TreeMap<>(otherwise);
    }

    /** What must never happen, and did. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    private void ask(Random random) {
        try (Client client = new Client(access)) {
            while (!over) {
                String key = "crowd-" + keys.incrementAndGet();
                String body = bodies.apply(random);
                String id = answered(client, random, key, body);
                acknowledged.put(key, id);
                if (random.nextInt(AGAIN) == 0) {
                    String again = answered(client, random, key, body);
                    if (!again.equals(id)) {
                        broken.add(key + " was answered with " + id + ", then with " + again);
                    }
                }
            }
        } catch (RuntimeException failure) {
            broken.add(failure.toString());
        }
    }

    private String answered(Client client, Random random, String key, String body) {
        for (int tried = 1; ; tried++) {
            try {
                Reply reply = client.authorize(ports.applyAsInt(random), key, body);
                Matcher id = ID.matcher(reply.text());
                if ((reply.status() == 201 || reply.status() == 200) && id.find()) {
                    return id.group(1);
                }
                if (reply.status() == 400 || reply.status() == 409 || reply.status() == 403) {
                    throw new IllegalStateException(reply.status() + " " + reply.text());
                }
                otherwise.merge(String.valueOf(reply.status()), 1, Integer::sum);
            } catch (IOException lost) {
                otherwise.merge("no answer", 1, Integer::sum);
            }
            Pauses.millis(20 + random.nextInt(Math.min(tried, 10) * 100));
        }
    }
}
