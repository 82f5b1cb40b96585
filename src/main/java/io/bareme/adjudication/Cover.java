package io.bareme.adjudication;

import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.LeftToPerson;
import io.bareme.values.Currency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One open contract of the person with the table that governs the day of care, and the level enrolled in. */
public record Cover(Enrolment enrolment, GuaranteeTable table, GuaranteeTable.Level level) {

    /** Those of the contracts whose table on that day has their level, in the order in which they pay. */
    static List<Cover> of(List<Enrolment> open, Edition edition, LocalDate day, Currency currency) {
        List<Cover> covers = new ArrayList<>();
        for (Enrolment enrolment : open) {
            GuaranteeTable table = edition.table(enrolment.product(), day);
            GuaranteeTable.Level level = table == null ? null : table.levels().get(enrolment.level());
            if (table != null && level != null && table.currency() == currency) {
                covers.add(new Cover(enrolment, table, level));
            }
        }
        return PaymentOrder.of(covers);
    }

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
