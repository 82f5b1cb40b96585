package io.bareme.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Questions to the database that many threads ask at once, answered together: whoever asks while others are being
 * answered goes with the next journey, with all who came by then. Each answer is read after its question was asked.
 * Questions of different organisations never go together.
 *
 * @param <Q> a question; equal ones have equal answers
 */
public final class Questions<Q, A> {

    private static final int MOST_TOGETHER = 256;

    private final Function<List<Q>, Map<Q, A>> journey;
    private final int atOnce;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    /** @param journey answers questions of the organisation that is worked for; what is unknown is not in its answer */
    public Questions(Function<List<Q>, Map<Q, A>> journey) {
        this(journey, Journeys.AT_ONCE);
    }

    Questions(Function<List<Q>, Map<Q, A>> journey, int atOnce) {
        this.journey = journey;
        this.atOnce = atOnce;
    }

    /** Waits for the answer; empty when there is none. Throws what its journey threw. */
    public Optional<A> ask(String tenant, Q question) {
        return counters.computeIfAbsent(tenant, Counter::new).ask(question);
    }

    private record Asked<Q, A>(Q question, CompletableFuture<Optional<A>> answer) {}

    /** Where the questions of one organisation wait. */
    private final class Counter {

        private final String tenant;
        private final Queue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicInteger journeys = new AtomicInteger();

        Counter(String tenant) {
            this.tenant = tenant;
        }

        Optional<A> ask(Q question) {
            var asked = new Asked<Q, A>(question, new CompletableFuture<>());
            waiting.add(asked);
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                depart(); // on a connection of its own: others' questions are none of this transaction
            } else {
                travel(asked);
            }
            try {
                return asked.answer().join();
            } catch (CompletionException failure) {
                throw failure.getCause() instanceof RuntimeException own ? own : failure;
            }
        }

        /** Whoever finds room goes, for its own question and all that wait; what comes meanwhile is left to another. */
        private void travel(@Nullable Asked<Q, A> own) {
            while (!waiting.isEmpty() && journeys.getAndUpdate(n -> Math.min(n + 1, atOnce)) < atOnce) {
                try {
                    Tenancy.run(tenant, () -> answer(taken()));
                } finally {
                    journeys.decrementAndGet();
                }
                if (own != null && own.answer().isDone() && !waiting.isEmpty()) {
                    depart();
                    return;
                }
            }
        }

        private void depart() {
            Thread.ofVirtual().name("questions").start(() -> travel(null));
        }

        private List<Asked<Q, A>> taken() {
            List<Asked<Q, A>> taken = new ArrayList<>();
            for (Asked<Q, A> next = waiting.poll();
                    next != null;
                    next = taken.size() < MOST_TOGETHER ? waiting.poll() : null) {
                taken.add(next);
            }
            return taken;
        }

        /** One that cannot be answered spoils nothing for the others. */
        private void answer(List<Asked<Q, A>> together) {
            if (together.isEmpty()) {
                return;
            }
            try {
                Map<Q, A> answers = journey.apply(
                        together.stream().map(Asked::question).distinct().collect(Collectors.toList()));
                together.forEach(one -> one.answer().complete(Optional.ofNullable(answers.get(one.question()))));
            } catch (RuntimeException failure) {
                if (together.size() == 1) {
                    together.getFirst().answer().completeExceptionally(failure);
                } else {
                    together.forEach(one -> answer(List.of(one)));
                }
            } catch (Error failure) {
                together.forEach(one -> one.answer().completeExceptionally(failure));
                throw failure;
            }
        }
    }
}
