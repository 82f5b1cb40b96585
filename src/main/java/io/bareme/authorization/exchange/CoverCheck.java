package io.bareme.authorization.exchange;

import io.bareme.adjudication.Edition;
import io.bareme.authorization.exchange.ClaimForm.ContractForm;
import io.bareme.authorization.exchange.ClaimForm.CoverForm;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.rulebook.files.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rights stated in a claim name products and levels that the edition knows. Whether a table governs the day of care is
 * the decision's business.
 */
public final class CoverCheck {

    private CoverCheck() {}

    /** What is wrong with a form's cover under the edition; empty when it has none. */
    public static List<Problem> problems(ClaimForm form, Edition edition) {
        CoverForm cover = form.cover();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; cover != null && i < cover.contracts().size(); i++) {
            ContractForm contract = cover.contracts().get(i);
            String pointer = "/cover/contracts/" + i;
            List<GuaranteeTable> tables = edition.tables().get(contract.product());
            if (tables == null) {
                Set<String> products = new TreeSet<>(edition.tables().keySet());
                problems.add(
                        unknown(pointer + "/product", contract.product(), "product-unknown", "products", products));
                continue;
            }
            Set<String> levels = new TreeSet<>();
            tables.forEach(table -> levels.addAll(table.levels().keySet()));
            if (!levels.contains(contract.level())) {
                problems.add(unknown(pointer + "/level", contract.level(), "level-unknown", "levels", levels));
            }
        }
        return problems;
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
