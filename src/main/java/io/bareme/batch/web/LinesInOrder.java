package io.bareme.batch.web;

import io.bareme.batch.web.InputLines.Line;
import io.bareme.batch.web.LineAnswering.Asked;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads lines as they come, answers {@value #AT_ONCE} of them at once, lines on one member one after the other, and
 * writes the answers in the order of the lines as they are there. No more than {@value #AHEAD} lines are read ahead of
 * what is written, so neither a slow reader nor a long batch fills the memory.
 */
final class LinesInOrder {

    /** A batch has no more lines than these. */
    static final int MOST_LINES = 10_000;

    /** Stands behind the last answer. */
    private static final CompletableFuture<AnsweredLine> END =
            CompletableFuture.failedFuture(new IOException("There is no line before"));

    private static final int AT_ONCE = 8;
    private static final int AHEAD = 32;

    private final InputLines input;
    private final OutputStream output;
    private final LineAnswering answering;
    private final BlockingQueue<CompletableFuture<AnsweredLine>> answers = new ArrayBlockingQueue<>(AHEAD);
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Map<String, CompletableFuture<AnsweredLine>> lastOfMember = new HashMap<>();
    private volatile boolean gone;

    LinesInOrder(InputLines input, OutputStream output, LineAnswering answering) {
        this.input = input;
        this.output = output;
        this.answering = answering;
    }

    /** Throws when the caller is gone: what was read is answered still, and nothing else is read. */
    void run() throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> read(threads), threads);
            try {
                write();
            } catch (IOException callerHasGone) {
                gone = true;
                throw callerHasGone;
            } finally {
                while (!reading.isDone()) {
                    answers.poll(20, TimeUnit.MILLISECONDS);
                }
            }
            reading.join();
        }
    }

    private void write() throws IOException, InterruptedException {
        for (CompletableFuture<AnsweredLine> next = answers.take(); next != END; next = answers.take()) {
            output.write(next.join().bytes());
            CompletableFuture<AnsweredLine> then = answers.peek();
            if (then == null || !then.isDone()) {
                output.flush();
            }
        }
    }

    private void read(ExecutorService threads) {
        try {
            int number = 0;
            for (Line line = input.next(); line != null && !gone; line = input.next()) {
                number++;
                if (number > MOST_LINES) {
                    answers.put(CompletableFuture.completedFuture(answering.tooMany(number, MOST_LINES)));
                    break;
                }
                if (!line.isBlank()) {
                    answers.put(answer(number, line, threads));
                }
            }
        } catch (IOException halfSent) {
            // a line that did not come whole is none
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void end() {
        try {
            answers.put(END);
        } catch (InterruptedException stopping) {
            answers.clear();
            answers.add(END);
        }
    }

    private CompletableFuture<AnsweredLine> answer(int number, Line line, ExecutorService threads)
            throws InterruptedException {
        byte[] bytes = line.bytes();
        if (bytes == null) {
            return CompletableFuture.completedFuture(answering.tooLong(number));
        }
        Asked asked = Asked.of(number, bytes);
        places.acquire();
        String member = asked.member();
        CompletableFuture<AnsweredLine> before = member == null ? END : lastOfMember.getOrDefault(member, END);
        CompletableFuture<AnsweredLine> answer = before.handleAsync(
                (_, _) -> {
                    try {
                        return answering.answer(asked);
                    } finally {
                        places.release();
                    }
                },
                threads);
        if (member != null) {
            lastOfMember.put(member, answer);
        }
        return answer;
    }
}
