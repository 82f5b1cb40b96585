package io.bareme.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result of a benchmark, in Markdown. What happens meanwhile is told on the error output. */
final class Page {

    private final List<String> points = new ArrayList<>();
    private final List<String> minutes = new ArrayList<>();
    private final List<String> twoThirds = new ArrayList<>();
    private String sizes = "";

    void say(String words) {
        System.err.println(words);
    }

    void point(
            long before,
            Measurement ours,
            ProcessorTime used,
            double pgbench,
            Measurement bare,
            Measurement noOp,
            Sizes.Size grown) {
        String row = format(
                "| %,d | %d | %,.0f | %.1f / %.1f / %.1f | %d | %.2f + %.2f | %,.0f | %.2f | %,.0f | %.2f | %,.0f | %.2f "
                        + "| %,d | %,d |",
                before,
                ours.clients(),
                ours.perSecond(),
                ours.millis(50),
                ours.millis(99),
                ours.millis(99.9),
                ours.failed(),
                used.serviceMillis(ours.done()),
                used.postgresMillis(ours.done()),
                pgbench,
                ours.perSecond() / pgbench,
                bare.perSecond(),
                ours.perSecond() / bare.perSecond(),
                noOp.perSecond(),
                ours.perSecond() / noOp.perSecond(),
                grown.journal() / Math.max(1, grown.decisions()),
                grown.log() / Math.max(1, grown.decisions()));
        points.add(row);
        say(row);
    }

    void twoThirds(String when, Measurement at) {
        twoThirds.add(when + ", " + latencies(at));
        say(twoThirds.getLast());
    }

    void minute(int minute, Measurement at) {
        minutes.add("| " + minute + " | "
                + format(
                        "%,.0f | %.1f | %.1f | %.1f | %d |",
                        at.perSecond(), at.millis(50), at.millis(99), at.millis(99.9), at.failed()));
        say(minutes.getLast());
    }

    void sizes(Sizes.Size all) {
        sizes = format(
                "In the journal at the end: %,d decisions, %,d bytes each with their indexes.",
                all.decisions(), all.journal() / Math.max(1, all.decisions()));
    }

    private static String latencies(Measurement at) {
        return format(
                "from 128 clients: %,.0f a second, p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, failed %d.",
                at.perSecond(), at.millis(50), at.millis(99), at.millis(99.9), at.failed());
    }

    private static String format(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }

    void print() {
        System.out.println("| in the journal before | clients | authorizations/s | p50 / p99 / p99.9 ms | failed "
                + "| CPU ms each, service + PostgreSQL | `pgbench -N`/s | ratio | bare inserts/s | ratio "
                + "| no-op over HTTP/s | ratio | bytes of journal each | bytes of WAL each |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        points.forEach(System.out::println);
        System.out.println();
        twoThirds.forEach(words -> System.out.println(words + System.lineSeparator()));
        if (!minutes.isEmpty()) {
            System.out.println();
            System.out.println("| minute | authorizations/s | p50 ms | p99 ms | p99.9 ms | failed |");
            System.out.println("|---|---|---|---|---|---|");
            minutes.forEach(System.out::println);
        }
        System.out.println();
        System.out.println(sizes);
    }
}
