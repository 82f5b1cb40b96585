package io.bareme.rulebook.responsible;

import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Step;
import io.bareme.rulebook.responsible.ProbeClaims.OfFamily;
import io.bareme.values.Source;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every family of which the law makes a responsible contract pay something is named by a line (R871-2). */
record NothingLeftOut() implements Requirement {

    @Override
    public void examine(Column column, Faults faults) {
        if (!column.owesFloors()) {
            return;
        }
        Map<String, @Nullable Source> leftOut = new LinkedHashMap<>();
        Set<String> named = new HashSet<>();
        for (OfFamily each : column.probes().families()) {
            for (LineDecision line : column.framed(each.probe())) {
                Step raised = Column.raised(line);
                if (column.cell(line) != null || !each.inClass() && column.names(each.family())) {
                    named.addAll(column.lineage(each.family()));
                } else if (raised != null) {
                    leftOut.put(each.family(), column.article(raised, each.family()));
                }
            }
        }
        leftOut.forEach((family, law) -> faults.leftOut(widest(column.lineage(family), named), law));
    }

    /** The widest family around it of which the table names nothing. */
    private static String widest(List<String> lineage, Set<String> named) {
        String widest = lineage.getFirst();
        for (String family : lineage.subList(0, lineage.size() - 1)) {
            if (named.contains(family)) {
                return widest;
            }
            widest = family;
        }
        return widest;
    }
}
