package io.bareme.journal;

import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.LineDecision;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The limits a decision depends on: those it moves, and those it only looked at, each with the version that was read.
 * Both must still stand when the decision is recorded.
 *
 * @param rows of the ledger, which the counters of the limits moved follow
 */
record LimitsOfDecision(List<LedgerEntry> rows, List<Decision.Movement> moved, Map<String, Long> relied) {

    static LimitsOfDecision of(Entry entry) {
        List<LedgerEntry> rows = LedgerEntry.of(entry);
        Map<String, Decision.Movement> moved = new TreeMap<>();
        for (LedgerEntry row : rows) {
            moved.merge(
                    row.key(),
                    new Decision.Movement(row.key(), row.amount(), row.count(), version(entry, row.key())),
                    (one, other) -> new Decision.Movement(
                            one.key(), one.amount().plus(other.amount()), one.count() + other.count(), one.version()));
        }
        return new LimitsOfDecision(rows, List.copyOf(moved.values()), relied(entry, moved));
    }

    private static Map<String, Long> relied(Entry entry, Map<String, Decision.Movement> moved) {
        Map<String, Long> relied = new TreeMap<>();
        for (LineDecision line : entry.decision().lines()) {
            for (LineDecision.LimitUse use : line.limits()) {
                if (!moved.containsKey(use.key())) {
                    relied.put(use.key(), version(entry, use.key()));
                }
            }
        }
        return relied;
    }

    private static long version(Entry entry, String key) {
        Consumption.Counter counter = entry.input().consumption().counters().get(key);
        return counter == null ? 0L : counter.version();
    }

    /** How many rows of the ledger are cancelled. */
    int cancelled() {
        return (int) rows.stream().filter(row -> row.cancels() != null).count();
    }
}
