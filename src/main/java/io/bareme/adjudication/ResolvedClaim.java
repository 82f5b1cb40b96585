package io.bareme.adjudication;

import java.util.List;

/** A claim bound to everything it refers to: nothing remains to be looked up. */
public record ResolvedClaim(
        Claim claim, Rights rights, Consumption consumption, Edition edition, List<ResolvedLine> lines) {

    public ResolvedClaim {
        lines = List.copyOf(lines);
    }
}
