package io.bareme.rulebook.files;

import io.bareme.adjudication.CareLine;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.regulation.ActCode;
import io.bareme.rulebook.cases.Expected;
import io.bareme.rulebook.cases.WorkedCase;
import io.bareme.rulebook.cases.WorkedCase.OfTable;
import io.bareme.rulebook.cases.WorkedCase.OfWording;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether the products, levels and acts that cases name are there. A case may name an unknown act or an unknown product
 * on purpose: then it expects a verdict.
 */
final class CaseReferences {

    private final EditionFiles files;
    private final Problems problems;

    CaseReferences(EditionFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** The product that a case of the harness is about and that has no table here; null when all have one. */
    @Nullable
    String productElsewhere(WorkedCase worked) {
        if (!Layout.isHarness(worked.file())) {
            return null;
        }
        return worked.contracts().stream()
                .map(contract -> switch (contract) {
                    case OfTable of -> of.product();
                    case OfWording _ -> "";
                })
                .filter(product -> !product.isEmpty() && !files.tables().containsKey(product))
                .findFirst()
                .orElse(null);
    }

    void check(WorkedCase worked) {
        boolean onPurpose = worked.expected().stream().map(Expected::verdict).anyMatch(Objects::nonNull);
        if (onPurpose) {
            return;
        }
        for (CareLine line : worked.claim().lines()) {
            checkAct(worked, line.act());
        }
        LocalDate day = worked.claim().lines().getFirst().date();
        for (WorkedCase.Contract contract : worked.contracts()) {
            switch (contract) {
                case OfTable of -> checkTable(worked, of, day);
                case OfWording of -> of.families().forEach(family -> checkFamily(worked, family));
            }
        }
    }

    private void checkFamily(WorkedCase worked, String family) {
        Set<String> known = files.nomenclature().families().keySet();
        if (!known.contains(family)) {
            refuse(
                    worked,
                    family,
                    "unknown care family",
                    "a family of rules/nomenclature/families.csv",
                    Nearest.to(family, known));
        }
    }

    private void checkAct(WorkedCase worked, ActCode act) {
        if (files.nomenclature().act(act) == null) {
            List<String> known = files.nomenclature().acts().keySet().stream()
                    .filter(code -> code.system() == act.system())
                    .map(ActCode::toString)
                    .toList();
            refuse(
                    worked,
                    act.toString(),
                    "unknown act",
                    "an act of " + act.system() + " in rules/nomenclature",
                    Nearest.to(act.toString(), known));
        }
    }

    private void checkTable(WorkedCase worked, OfTable of, LocalDate day) {
        List<GuaranteeTable> versions = files.tables().getOrDefault(of.product(), List.of());
        if (versions.isEmpty()) {
            refuse(
                    worked,
                    of.product(),
                    "unknown product",
                    Fields.oneOf(files.tables().keySet()),
                    Nearest.to(of.product(), files.tables().keySet()));
            return;
        }
        List<GuaranteeTable> holding = versions.stream()
                .filter(version -> version.validity().contains(day))
                .toList();
        if (holding.isEmpty()) {
            String days = versions.stream()
                    .map(version -> "from " + version.validity().first())
                    .collect(Collectors.joining(", "));
            refuse(
                    worked,
                    day.toString(),
                    "no version of " + of.product() + " holds on this day of care",
                    "a day " + days,
                    null);
        } else if (!holding.getLast().levels().containsKey(of.level())) {
            Set<String> levels = holding.getLast().levels().keySet();
            refuse(
                    worked,
                    of.level(),
                    "unknown level of " + of.product(),
                    Fields.oneOf(levels),
                    Nearest.to(of.level(), levels));
        }
    }

    private void refuse(WorkedCase worked, String value, String message, String allowed, @Nullable String maybe) {
        problems.add(worked.file(), "line " + worked.line() + ", case " + worked.id(), value, message, allowed, maybe);
    }
}
