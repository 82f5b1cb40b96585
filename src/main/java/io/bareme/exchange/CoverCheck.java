package io.bareme.exchange;

import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Scheme;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.rulebook.files.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rights stated in a claim name products and levels that the edition knows. Whether a table governs the day of care is
 * the decision's business.
 */
public final class CoverCheck {

    private CoverCheck() {}

    /** What is wrong with the contracts under the edition. */
    public static List<Problem> problems(StatedCover cover, Edition edition) {
        List<Problem> problems = new ArrayList<>();
        for (StatedCover.Contract contract : cover.contracts()) {
            List<GuaranteeTable> tables = edition.tables().get(contract.product());
            if (tables == null) {
                Set<String> products = new TreeSet<>(edition.tables().keySet());
                problems.add(unknown(
                        contract.pointer() + "/product", contract.product(), "product-unknown", "products", products));
            } else {
                check(contract, tables, cover.scheme(), problems);
            }
        }
        return problems;
    }

    private static void check(
            StatedCover.Contract contract,
            List<GuaranteeTable> tables,
            @Nullable Scheme scheme,
            List<Problem> problems) {
        String country = tables.getFirst().country();
        if (scheme != null && !country.equals(scheme.country())) {
            problems.add(new Problem(
                    contract.pointer() + "/product",
                    '"' + contract.product() + '"',
                    "product-elsewhere",
                    Problems.named("scheme", scheme.word(), "country", scheme.country(), "products", country),
                    null));
        }
        Set<String> levels = new TreeSet<>();
        tables.forEach(table -> levels.addAll(table.levels().keySet()));
        String level = contract.level();
        if (level != null && !levels.contains(level)) {
            problems.add(unknown(contract.pointer() + "/level", level, "level-unknown", "levels", levels));
        }
    }

    private static Problem unknown(
            String pointer, String value, String code, String parameter, Collection<String> known) {
        return new Problem(
                pointer,
                '"' + value + '"',
                code,
                Problems.named(parameter, String.join(", ", known)),
                Nearest.word(value, known));
    }
}
