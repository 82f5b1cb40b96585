package io.bareme.adjudication;

import java.util.List;

/**
 * The answer to one claim, with every figure explained.
 *
 * @param lines in the claim's order
 * @param movements what it consumes of which limit
 * @param edition the content hash of the edition that decided
 */
public record Decision(
        Verdict verdict, ClockClass clock, List<LineDecision> lines, List<Movement> movements, String edition) {

    public Decision {
        lines = List.copyOf(lines);
        movements = List.copyOf(movements);
    }

    /** What one line takes of which limit; nothing where the decision does not tell its lines apart. */
    public List<Movement> movementsOf(LineDecision line) {
        List<Movement> own = line.movements();
        return own != null ? own : lines.size() == 1 ? movements : List.of();
    }

    /** What is taken from one limit; the version is the one read, and must still hold when this is recorded. */
    public record Movement(String key, io.bareme.values.Money amount, int count, long version) {}
}
