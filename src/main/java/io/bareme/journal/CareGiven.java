package io.bareme.journal;

import io.bareme.adjudication.Consumption;
import java.util.List;

/**
 * What stands of the care given in some households, all read at one moment.
 *
 * @param consumption of every limit of the households
 * @param decisions on invoices and reimbursements that nothing has superseded, the latest care first
 * @param taken of limits by these decisions, and not given back
 * @param more whether there are decisions of earlier care besides
 */
public record CareGiven(Consumption consumption, List<Standing> decisions, List<OpenEntry> taken, boolean more) {

    public CareGiven {
        decisions = List.copyOf(decisions);
        taken = List.copyOf(taken);
    }

    /**
     * A decision that stands.
     *
     * @param first the {@link Position#number()} of the first decision on that care, which this one supersedes; its own
     *     where it supersedes none
     */
    public record Standing(StoredDecision decision, long first) {}
}
