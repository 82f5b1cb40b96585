package io.bareme.adjudication;

import java.util.List;
import java.util.Set;

/**
 * A claim bound to everything it refers to: nothing remains to be looked up.
 *
 * @param first numbers of lines that take of limits before the others, whatever their days: they were promised
 */
public record ResolvedClaim(
        Claim claim,
        Rights rights,
        Consumption consumption,
        Edition edition,
        List<ResolvedLine> lines,
        Set<Integer> first) {

    public ResolvedClaim {
        lines = List.copyOf(lines);
        first = Set.copyOf(first);
    }

    /** The same with lines that were promised. */
    public ResolvedClaim settlingFirst(Set<Integer> promised) {
        return new ResolvedClaim(claim, rights, consumption, edition, lines, promised);
    }
}
