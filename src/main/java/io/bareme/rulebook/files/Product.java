package io.bareme.rulebook.files;

import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.GuaranteeTable.Level;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.LeftToPerson;
import io.bareme.guarantee.ProductKind;
import io.bareme.values.Confidence;
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fiche of a table: everything its cells do not say.
 *
 * @param paysRefused whether it pays what the compulsory scheme refuses; null where its words do not say
 * @param networks care networks the contract belongs to
 * @param left lines of the printed table that the grid does not say
 * @param inWorkingHours whether deadlines of its cases count working hours only
 * @param levels the id of each level, which is its column's header in the grid, with the words people read; in order
 * @param shared the limits and deductibles that several lines share
 * @param excerpt whether it says to hold a part only of what the contract guarantees
 * @param departures cells known to say what no responsible contract may
 * @param reference where the table was published, title and address
 */
record Product(
        String id,
        String name,
        String carrier,
        String country,
        Currency currency,
        ProductKind kind,
        DateRange validity,
        LocalDate knownSince,
        int revision,
        boolean responsible,
        boolean includesEarlierContracts,
        HeaderReadings readings,
        @Nullable Boolean paysRefused,
        Set<String> networks,
        List<LeftToPerson> left,
        boolean inWorkingHours,
        List<LevelName> levels,
        SharedLimitsReader.Shared shared,
        boolean excerpt,
        List<Departure> departures,
        String reference,
        Confidence confidence) {

    record LevelName(String id, String label) {}

    GuaranteeTable table(Map<String, Level> cells) {
        return new GuaranteeTable(
                id,
                name,
                carrier,
                country,
                currency,
                kind,
                validity,
                knownSince,
                revision,
                responsible,
                includesEarlierContracts,
                readings,
                paysRefused,
                networks,
                left,
                inWorkingHours,
                cells);
    }
}
