package io.bareme.rulebook.responsible;

import io.bareme.adjudication.LineDecision;
import io.bareme.guarantee.Guarantee;
import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import java.util.Set;

/**
 * The frame within its own ceiling (R871-2 3°), alone or inside the amount of the equipment. An amount for the whole
 * equipment that says nothing of the frame promises none: the law's ceiling is understood.
 */
record FrameWithinCeiling() implements Requirement {

    private static final Set<String> WITH_LENSES = Set.of("optical", "optical.lens", "optical.equipment");

    @Override
    public void examine(Column column, Faults faults) {
        Lookup.Known ceiling = column.law("fr.responsible.optical.frame-ceiling");
        if (ceiling == null) {
            return;
        }
        for (Spectacles spectacles : column.spectacles()) {
            LineDecision frame = column.free(spectacles.plainLenses()).getLast();
            Guarantee guarantee = column.cell(frame);
            Money paid = Spectacles.paid(frame);
            if (guarantee != null
                    && speaksOfFrame(guarantee)
                    && Column.isCertain(frame)
                    && paid.minus(ceiling.money()).compareTo(Spectacles.BASES) > 0) {
                faults.at(
                        column,
                        guarantee,
                        "frame-ceiling",
                        ceiling.source(),
                        "this cell pays " + paid + " for a frame where the law says at most " + ceiling.money()
                                + ", the compulsory share included");
            }
        }
    }

    private static boolean speaksOfFrame(Guarantee guarantee) {
        return CellLimits.boundsFrame(guarantee.formula())
                || guarantee.families().stream().noneMatch(WITH_LENSES::contains);
    }
}
