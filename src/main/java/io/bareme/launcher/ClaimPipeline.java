package io.bareme.launcher;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Rights;
import io.bareme.decision.Decider;
import io.bareme.decision.Engine;
import io.bareme.exchange.Channel;
import io.bareme.exchange.ClaimForm;
import io.bareme.exchange.ClaimReader;
import io.bareme.exchange.CoverCheck;
import io.bareme.exchange.CoverForm;
import io.bareme.exchange.JsonLine;
import io.bareme.exchange.Problem;
import io.bareme.exchange.Read;
import io.bareme.exchange.Statement;
import io.bareme.explanation.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides a stream of claims, one JSON line each, on all processors, and writes one line for each in the same order, with
 * the number of the claim's line. Blank lines are passed over.
 * Claims are independent of each other: none consumes what another would need. Only {@value #IN_FLIGHT} lines are held at
 * a time, however long the stream.
 */
final class ClaimPipeline {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimPipeline.class);
    private static final int IN_FLIGHT = 256;
    /** In bytes. */
    private static final int LONGEST_LINE = 1_000_000;

    private final Edition edition;
    private final Language language;
    private final LocalDate today;
    private final BooleanSupplier stopped;
    private final Consumer<Count> progress;

    /** What came of the lines so far; bad are those refused and those the engine failed on. */
    record Count(long lines, long bad) {
        Count plus(boolean good) {
            return new Count(lines + 1, good ? bad : bad + 1);
        }
    }

    private record Answer(byte[] json, boolean good) {}

    /**
     * @param stopped asked between lines: the stream ends early, on a whole line
     * @param progress told after each line
     */
    ClaimPipeline(
            Edition edition, Language language, LocalDate today, BooleanSupplier stopped, Consumer<Count> progress) {
        this.edition = edition;
        this.language = language;
        this.today = today;
        this.stopped = stopped;
        this.progress = progress;
    }

    /** Throws when a stream breaks. */
    Count run(InputStream in, OutputStream out) throws IOException {
        BoundedLines lines = new BoundedLines(in, LONGEST_LINE);
        Queue<Future<Answer>> inFlight = new ArrayDeque<>();
        Count count = new Count(0, 0);
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            BoundedLines.Line line = lines.next();
            while (line != null && !stopped.getAsBoolean()) {
                BoundedLines.Line mine = line;
                if (!line.blank()) {
                    inFlight.add(workers.submit(() -> answer(mine)));
                }
                if (inFlight.size() == IN_FLIGHT) {
                    count = write(inFlight.remove(), out, count);
                }
                line = lines.next();
            }
            while (!inFlight.isEmpty() && !stopped.getAsBoolean()) {
                count = write(inFlight.remove(), out, count);
            }
        }
        out.flush();
        return count;
    }

    private Count write(Future<Answer> future, OutputStream out, Count count) throws IOException {
        try {
            Answer answer = future.get();
            out.write(answer.json());
            out.write('\n');
            Count after = count.plus(answer.good());
            progress.accept(after);
            return after;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", interrupted);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    /** Whatever a line holds, it has one answer and the stream goes on. */
    private Answer answer(BoundedLines.Line line) {
        try {
            return read(line);
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.error("Line {} failed", line.number(), failure);
            return refused(line, List.of(new Problem("", "", "line-failed", Map.of(), null)));
        }
    }

    private Answer read(BoundedLines.Line line) {
        if (!line.whole()) {
            return refused(line, List.of(new Problem("", "", "line-too-long", Map.of(), null)));
        }
        return switch (ClaimReader.read(
                line.bytes(), Channel.STREAM, today, cover -> CoverCheck.problems(cover, edition))) {
            case Read.Refused<ClaimForm>(var problems) -> refused(line, problems);
            case Read.Valid<ClaimForm>(var form) -> decided(line, form);
        };
    }

    private Answer decided(BoundedLines.Line line, ClaimForm form) {
        CoverForm cover = form.cover();
        if (cover == null) {
            throw new IllegalStateException("A claim of a stream states its rights");
        }
        Rights rights = cover.toRights();
        Claim claim = form.toClaim(rights.person(), rights.scheme());
        Decision decision = Decider.decide(claim, rights, Consumption.NONE, edition);
        Statement statement = Statement.of(claim, decision, Engine.VERSION, language);
        return new Answer(JsonLine.decided(line.number(), statement), !Decider.failed(decision));
    }

    private Answer refused(BoundedLines.Line line, List<Problem> problems) {
        return new Answer(JsonLine.refused(line.number(), problems, language), false);
    }
}
