package io.bareme.portal.simulator;

import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was decided on lines settled together: the equipment's case and ceiling, the heavy act, the imputed daily charge. */
final class GroupSteps {

    private static final Set<String> OF_GROUPS = Set.of(
            "equipment-case",
            "legal-period",
            "compulsory-heavy-act",
            "stay-heavy-act",
            "stay-day-31",
            "daily-charge-imputed");

    private GroupSteps() {}

    /** In the order of the lines, each with the numbers of the lines that say it. */
    static Map<Step, String> of(List<LineDecision> lines) {
        Map<Step, String> steps = new LinkedHashMap<>();
        for (LineDecision line : lines) {
            line.steps().stream()
                    .filter(step -> OF_GROUPS.contains(step.code()))
                    .forEach(step ->
                            steps.merge(step, String.valueOf(line.number()), (one, other) -> one + ", " + other));
        }
        return steps;
    }
}
