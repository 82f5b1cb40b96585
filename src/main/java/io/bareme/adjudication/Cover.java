package io.bareme.adjudication;

import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.LeftToPerson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One open contract of the person with the table that governs the day of care, and the level enrolled in. */
public record Cover(Enrolment enrolment, GuaranteeTable table, GuaranteeTable.Level level) {

    /**
     * The line of the printed table that its grid leaves to a person for an act, unless the grid has one on a nearer
     * family; null when there is none.
     *
     * @param lineage the act's family and its ancestors, nearest first
     * @param illness whether the claim names the illness treated
     */
    @Nullable
    LeftToPerson left(List<String> lineage, boolean illness) {
        for (String family : lineage) {
            for (LeftToPerson left : table.left()) {
                if (left.families().contains(family) && (illness || !left.illness())) {
                    return left;
                }
            }
            if (level.guarantees().stream()
                    .anyMatch(guarantee -> guarantee.families().contains(family))) {
                return null;
            }
        }
        return null;
    }
}
