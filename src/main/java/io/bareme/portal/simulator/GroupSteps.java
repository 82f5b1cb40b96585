package io.bareme.portal.simulator;

import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

    /** In the order of the lines; what several lines say in the same words is said once. */
    static List<Step> of(List<LineDecision> lines) {
        Set<Step> steps = new LinkedHashSet<>();
        for (LineDecision line : lines) {
            line.steps().stream().filter(step -> OF_GROUPS.contains(step.code())).forEach(steps::add);
        }
        return new ArrayList<>(steps);
    }
}
