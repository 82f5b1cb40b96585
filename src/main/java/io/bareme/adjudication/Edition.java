package io.bareme.adjudication;

import io.bareme.guarantee.GuaranteeTable;
import io.bareme.regulation.Nomenclature;
import io.bareme.regulation.Regulation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was published together: regulation, nomenclature, guarantee tables and coverage rules. Immutable.
 *
 * @param hash the content hash of all its sources, lower-case hexadecimal SHA-256
 * @param tables each product's versions
 */
public record Edition(
        String hash,
        Regulation regulation,
        Nomenclature nomenclature,
        Map<String, List<GuaranteeTable>> tables,
        CoverageRules rules) {

    public Edition {
        tables = Map.copyOf(tables);
    }

    /** The version of a product's table that governs a day of care, its latest revision; null when there is none. */
    public @Nullable GuaranteeTable table(String product, LocalDate day) {
        GuaranteeTable best = null;
        for (GuaranteeTable table : tables.getOrDefault(product, List.of())) {
            if (table.validity().contains(day) && (best == null || later(table, best))) {
                best = table;
            }
        }
        return best;
    }

    private static boolean later(GuaranteeTable table, GuaranteeTable than) {
        int days = table.validity().first().compareTo(than.validity().first());
        return days > 0 || days == 0 && table.revision() > than.revision();
    }
}
