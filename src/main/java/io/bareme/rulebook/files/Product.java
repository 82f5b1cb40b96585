package io.bareme.rulebook.files;

import io.bareme.guarantee.GuaranteeTable;
import io.bareme.values.Confidence;
import java.util.List;

/**
 * The fiche of a table: everything its cells do not say.
 *
 * @param table the table without any cell yet
 * @param levels the id of each level, which is its column's header in the grid, with the words people read; in order
 * @param shared the limits and deductibles that several lines share
 * @param excerpt whether it says to hold a part only of what the contract guarantees
 * @param departures cells known to say what no responsible contract may
 * @param reference where the table was published, title and address
 */
record Product(
        GuaranteeTable table,
        List<LevelName> levels,
        SharedLimitsReader.Shared shared,
        boolean excerpt,
        List<Departure> departures,
        String reference,
        Confidence confidence) {

    record LevelName(String id, String label) {}
}
