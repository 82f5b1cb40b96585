package io.bareme.journal;

import io.bareme.journal.Batch.Gathering;
import io.bareme.tenancy.Journeys;
import io.bareme.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes concurrent decisions together: whoever comes while a transaction is being committed goes with the next, with
 * all who came by then. Each caller is answered after its own commit; a decision that cannot be written leaves those
 * beside it untouched. Decisions of one household always go through the same writer, in the order in which they came.
 */
final class Writers {

    private static final int MOST_AT_ONCE = 128;

    private final TransactionTemplate transaction;
    private final Recording recording;
    private final Decisions decisions;
    private final Semaphore room;
    private final int mostWaiting;
    private final LongAdder shed = new LongAdder();
    private final List<Writer> writers;

    /** @param mostWaiting more are not taken in */
    Writers(TransactionTemplate transaction, Recording recording, Decisions decisions, int mostWaiting) {
        this.transaction = transaction;
        this.recording = recording;
        this.decisions = decisions;
        this.room = new Semaphore(mostWaiting);
        this.mostWaiting = mostWaiting;
        this.writers = Stream.generate(Writer::new).limit(Journeys.AT_ONCE).toList();
    }

    /** How many decisions wait now. */
    int waiting() {
        return mostWaiting - room.availablePermits();
    }

    /** How many were not taken in since the start. */
    long shed() {
        return shed.sum();
    }

    /** Waits until the decision is written, or known not to be. */
    Outcome write(Entry entry) {
        if (!room.tryAcquire()) {
            shed.increment();
            return new Outcome.Busy();
        }
        try {
            Pending pending = Pending.of(entry);
            String household = Households.home(entry.input().rights());
            writers.get(Math.floorMod(household.hashCode(), writers.size())).take(pending);
            return pending.outcome().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException broken ? broken : failure;
        } finally {
            room.release();
        }
    }

    /** Writes what waits for it, one batch after the other, for as long as something does. */
    private final class Writer {

        private final Queue<Pending> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean atWork = new AtomicBoolean();

        void take(Pending pending) {
            waiting.add(pending);
            begin();
        }

        private void begin() {
            if (atWork.compareAndSet(false, true)) {
                Thread.ofVirtual().name("journal-writer").start(this::work);
            }
        }

        private void work() {
            try {
                while (!waiting.isEmpty()) {
                    write(gather());
                }
            } finally {
                atWork.set(false);
            }
            if (!waiting.isEmpty()) {
                begin();
            }
        }

        /** The first that wait, as far as they go together; empty when the first of them has gone stale. */
        private List<Pending> gather() {
            Gathering gathering = new Gathering();
            List<Pending> batch = new ArrayList<>();
            List<Pending> later = new ArrayList<>();
            for (Pending next = waiting.poll();
                    next != null;
                    next = batch.size() < MOST_AT_ONCE ? waiting.poll() : null) {
                switch (gathering.offer(next)) {
                    case TAKEN -> batch.add(next);
                    case LATER -> later.add(next);
                    case STALE -> next.outcome().complete(new Outcome.Stale());
                }
            }
            waiting.addAll(later);
            return batch;
        }

        private void write(List<Pending> batch) {
            if (batch.isEmpty()) {
                return;
            }
            Tenancy.run(batch.getFirst().entry().tenant(), () -> {
                List<Pending> left = batch;
                while (!left.isEmpty()) {
                    left = together(left);
                }
            });
        }
    }

    /** Writes all or nothing of a batch; those to be tried again, without the ones whose limits have moved. */
    private List<Pending> together(List<Pending> batch) {
        try {
            Map<Integer, Recording.Written> written = commit(batch);
            List<Pending> stale = stale(batch, written);
            stale.forEach(pending -> pending.outcome().complete(new Outcome.Stale()));
            if (stale.isEmpty()) {
                answer(batch, written);
                return List.of();
            }
            return batch.stream().filter(pending -> !stale.contains(pending)).toList();
        } catch (RuntimeException failure) {
            apart(batch, failure);
            return List.of();
        }
    }

    private Map<Integer, Recording.Written> commit(List<Pending> batch) {
        return transaction.execute(status -> {
            Map<Integer, Recording.Written> written =
                    recording.write(new Batch(batch.getFirst().entry().tenant(), batch));
            if (!stale(batch, written).isEmpty()) {
                status.setRollbackOnly();
            }
            return written;
        });
    }

    private static List<Pending> stale(List<Pending> batch, Map<Integer, Recording.Written> written) {
        List<Pending> stale = new ArrayList<>();
        written.forEach((n, one) -> {
            if (one.standing() != batch.get(n).mustStand()) {
                stale.add(batch.get(n));
            }
        });
        return stale;
    }

    /** A request that was known before keeps the answer that it had. */
    private void answer(List<Pending> batch, Map<Integer, Recording.Written> written) {
        for (int n = 0; n < batch.size(); n++) {
            Recording.Written one = written.get(n);
            Pending pending = batch.get(n);
            Entry entry = pending.entry();
            pending.outcome()
                    .complete(
                            one != null
                                    ? new Outcome.Recorded(
                                            StoredDecision.of(pending, one.id(), one.position(), one.at()),
                                            Commitment.madeBy(entry, one.id(), one.at()))
                                    : decisions
                                            .known(entry.tenant(), entry.idempotency())
                                            .orElseThrow());
        }
    }

    /**
     * What cannot be written is told to its caller alone: each of the batch is tried by itself. What another wrote first
     * (the same decision superseded, the same invoice) is found when it is decided again.
     */
    private void apart(List<Pending> batch, RuntimeException failure) {
        if (batch.size() > 1) {
            batch.forEach(pending -> together(List.of(pending)));
        } else if (failure instanceof PessimisticLockingFailureException || failure instanceof DuplicateKeyException) {
            batch.getFirst().outcome().complete(new Outcome.Stale());
        } else {
            batch.getFirst().outcome().completeExceptionally(failure);
        }
    }
}
