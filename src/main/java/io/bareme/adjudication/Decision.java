package io.bareme.adjudication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** The same, with what else was found of its lines, weighed anew; less the doubts of it that a person lifted. */
    public Decision finding(List<Finding> more, @Nullable Review review) {
        List<Finding> left = review == null ? more : review.lift(more);
        List<LineDecision> found = lines.stream()
                .map(line -> line.finding(left.stream()
                        .filter(finding -> finding.line() == line.number())
                        .toList()))
                .toList();
        Verdict weighed = Weighing.claim(found);
        return new Decision(weighed, Weighing.clock(weighed, found), found, movements, edition);
    }

    /** The same, told under another edition: as where that in force kept the promise of one before it. */
    public Decision under(String inForce) {
        return new Decision(verdict, clock, lines, movements, inForce);
    }

    /**
     * One decision on the lines of two, the other made after this one: on what this one had left of the limits, under
     * another edition perhaps. The edition told is the other's.
     */
    public Decision and(Decision other) {
        List<LineDecision> all = new ArrayList<>();
        lines.forEach(line -> all.add(line.taking(movementsOf(line))));
        other.lines.forEach(line -> all.add(line.taking(other.movementsOf(line))));
        all.sort(Comparator.comparingInt(LineDecision::number));
        Map<String, Movement> moved = new TreeMap<>();
        Stream.concat(movements.stream(), other.movements.stream())
                .forEach(one -> moved.merge(one.key(), one, Movement::and));
        Verdict weighed = Weighing.claim(all);
        return new Decision(weighed, Weighing.clock(weighed, all), all, List.copyOf(moved.values()), other.edition);
    }

    /** What is taken from one limit; the version is the one read, and must still hold when this is recorded. */
    public record Movement(String key, io.bareme.values.Money amount, int count, long version) {

        private Movement and(Movement other) {
            return new Movement(key, amount.plus(other.amount), count + other.count, version);
        }
    }
}
