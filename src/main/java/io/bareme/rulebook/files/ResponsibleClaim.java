package io.bareme.rulebook.files;

import io.bareme.guarantee.GuaranteeTable;
import java.util.List;

/**
 * A table that claims to be a responsible contract (CSS L871-1), and what its fiche admits of that claim.
 *
 * @param fiche the file that claims it
 * @param excerpt whether the table holds a part of what the contract guarantees, and is silent on the rest
 * @param departures cells known to say what no responsible contract may
 */
public record ResponsibleClaim(GuaranteeTable table, String fiche, boolean excerpt, List<Departure> departures) {

    public ResponsibleClaim {
        departures = List.copyOf(departures);
    }
}
