package io.bareme.decision;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Lets requests, and what people settle, be decided one after the other in one household, first come first served: two
 * hundred at once on one envelope each find it as the one before left it. It spares decisions that would go stale; that
 * limits hold does not rest on it, but on the versions checked in the commit, and other processes take no turns here.
 */
@Component
final class Turns {

    private static final int PLACES = 1_024;
    private static final int PAUSE_MILLIS = 20;
    private static final int LONGEST_PAUSES = 5;

    private final ReentrantLock[] places =
            Stream.generate(() -> new ReentrantLock(true)).limit(PLACES).toArray(ReentrantLock[]::new);

    /** Does the work once it is the turn of all the households; at once where none is known. */
    <T> T take(Set<String> households, Supplier<T> work) {
        int[] taken = households.stream()
                .mapToInt(household -> Math.floorMod(household.hashCode(), PLACES))
                .sorted()
                .distinct()
                .toArray();
        IntStream.of(taken).forEach(place -> places[place].lock());
        try {
            return work.get();
        } finally {
            IntStream.of(taken).forEach(place -> places[place].unlock());
        }
    }

    /** Those who met once, in two services, should not meet again at once; longer the more often they met. */
    static void pause(int tried) {
        if (tried > 0) {
            try {
                Thread.sleep(ThreadLocalRandom.current().nextInt(1, PAUSE_MILLIS * Math.min(tried, LONGEST_PAUSES)));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
