package io.bareme.journal;

import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.LineDecision;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The limits a decision depends on: those it moves, and those it only looked at, each with the version that was read.
 * Both must still stand when the decision is recorded.
 */
record LimitsOfDecision(List<Decision.Movement> moved, Map<String, Long> relied) {

    static LimitsOfDecision of(Entry entry) {
        Map<String, Decision.Movement> moved = entry.decision().movements().stream()
                .collect(Collectors.toMap(
                        Decision.Movement::key,
                        movement -> movement,
                        (one, other) -> {
                            throw new IllegalArgumentException("The limit " + one.key() + " is moved twice");
                        },
                        TreeMap::new));
        return new LimitsOfDecision(List.copyOf(moved.values()), relied(entry, moved));
    }

    private static Map<String, Long> relied(Entry entry, Map<String, Decision.Movement> moved) {
        Map<String, Consumption.Counter> read = entry.input().consumption().counters();
        Map<String, Long> relied = new TreeMap<>();
        for (LineDecision line : entry.decision().lines()) {
            for (LineDecision.LimitUse use : line.limits()) {
                if (!moved.containsKey(use.key())) {
                    Consumption.Counter counter = read.get(use.key());
                    relied.put(use.key(), counter == null ? 0L : counter.version());
                }
            }
        }
        return relied;
    }

    /** How many there are. */
    int number() {
        return moved.size() + relied.size();
    }
}
