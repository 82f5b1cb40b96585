package io.bareme.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How often something was done in a time by so many clients, and how long each time took. As fast as it goes, each
 * client begins the next as soon as the last has ended; at a rate, each begins when it is its turn, and what it waited
 * for its turn counts as taken.
 *
 * @param latencies in microseconds
 */
record Measurement(int clients, long done, int failed, Duration lasted, Histogram latencies) {

    private static final int LONGEST_MICROS = 120_000_000;

    /** One piece of work; false when it went wrong. */
    interface Work extends AutoCloseable {
        boolean run() throws IOException;

        @Override
        default void close() {}
    }

    /** @param works makes what each client does, by the number of the client */
    static Measurement asFastAsItGoes(int clients, Duration time, IntFunction<Work> works) {
        return measure(clients, time, 0, works);
    }

    static Measurement atRate(int clients, Duration time, double perSecond, IntFunction<Work> works) {
        return measure(clients, time, perSecond, works);
    }

    private static Measurement measure(int clients, Duration time, double perSecond, IntFunction<Work> works) {
        Histogram latencies = new ConcurrentHistogram(LONGEST_MICROS, 3);
        AtomicLong turns = new AtomicLong();
        AtomicLong done = new AtomicLong();
        AtomicInteger failed = new AtomicInteger();
        CountDownLatch ready = new CountDownLatch(clients);
        CountDownLatch start = new CountDownLatch(1);
        AtomicLong began = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int n = 0; n < clients; n++) {
            int number = n;
            threads.add(Thread.ofVirtual().start(() -> {
                try (Work work = works.apply(number)) {
                    ready.countDown();
                    start.await();
                    long end = began.get() + time.toNanos();
                    while (true) {
                        long now = System.nanoTime();
                        long turn = perSecond == 0
                                ? now
                                : began.get() + (long) (turns.getAndIncrement() * 1_000_000_000.0 / perSecond);
                        if (turn >= end || now >= end) {
                            return;
                        }
                        if (turn > now) {
                            Thread.sleep(Duration.ofNanos(turn - now));
                        }
                        boolean well = well(work);
                        long took = (System.nanoTime() - turn) / 1_000;
                        latencies.recordValue(Math.min(took, LONGEST_MICROS));
                        done.incrementAndGet();
                        if (!well) {
                            failed.incrementAndGet();
                        }
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        try {
            ready.await();
            began.set(System.nanoTime());
            start.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Measurement(
                clients, done.get(), failed.get(), Duration.ofNanos(System.nanoTime() - began.get()), latencies);
    }

    private static boolean well(Work work) {
        try {
            return work.run();
        } catch (IOException lost) {
            return false;
        }
    }

    double perSecond() {
        return done * 1_000_000_000.0 / lasted.toNanos();
    }

    double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1_000.0;
    }
}
