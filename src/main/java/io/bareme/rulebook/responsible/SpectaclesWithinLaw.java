package io.bareme.rulebook.responsible;

import io.bareme.adjudication.LineDecision;
import io.bareme.guarantee.Guarantee;
import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import java.util.Comparator;
import java.util.List;

/**
 * Class B spectacles, the compulsory share included, within the minimum and the maximum of their case (R871-2 3°). Of an
 * equipment the whole counts, whatever its parts bear each; the frame counts up to its own ceiling, which is another
 * requirement. The cell at fault is a lens': the frame's is the same in every case.
 */
record SpectaclesWithinLaw() implements Requirement {

    private static final Comparator<LineDecision> BY_AMOUNT =
            Comparator.comparing((LineDecision line) -> Spectacles.paid(line));

    @Override
    public void examine(Column column, Faults faults) {
        for (Spectacles spectacles : column.spectacles()) {
            List<LineDecision> framed = column.framed(spectacles.dear());
            List<LineDecision> free = column.free(spectacles.dear());
            if (framed.stream().allMatch(Column::isCertain)) {
                compare(column, faults, spectacles.lensCase(), framed, free);
            }
        }
    }

    private static void compare(
            Column column, Faults faults, String lensCase, List<LineDecision> framed, List<LineDecision> free) {
        Lookup.Known most = column.law("fr.responsible.optical.maximum", lensCase);
        Lookup.Known least = column.law("fr.responsible.optical.minimum", lensCase);
        Money promised = promised(column, free);
        Money lawful = lenses(framed).plus(Spectacles.paid(framed.getLast()));
        List<LineDecision> lenses = free.subList(0, Spectacles.FRAME - 1);
        if (most != null && promised.minus(lawful).compareTo(Spectacles.BASES) > 0) {
            report(column, faults, lenses.stream().max(BY_AMOUNT).orElseThrow(), promised, lensCase, "at most ", most);
        } else if (least != null
                && column.owesFloors()
                && lawful.minus(promised).compareTo(Spectacles.BASES) > 0) {
            report(
                    column,
                    faults,
                    lenses.stream().min(BY_AMOUNT).orElseThrow(),
                    promised,
                    lensCase,
                    "at least ",
                    least);
        }
    }

    private static Money promised(Column column, List<LineDecision> free) {
        Lookup.Known ceiling = column.law("fr.responsible.optical.frame-ceiling");
        Money frame = Spectacles.paid(free.getLast());
        return lenses(free).plus(ceiling == null ? frame : frame.min(ceiling.money()));
    }

    private static Money lenses(List<LineDecision> parts) {
        return Spectacles.paid(parts.get(0)).plus(Spectacles.paid(parts.get(1)));
    }

    private static void report(
            Column column,
            Faults faults,
            LineDecision lens,
            Money promised,
            String lensCase,
            String bound,
            Lookup.Known law) {
        Guarantee guarantee = column.cell(lens);
        if (guarantee != null) {
            faults.at(
                    column,
                    guarantee,
                    "spectacles " + bound,
                    law.source(),
                    "with this cell spectacles of case " + lensCase + " are paid " + promised + " where the law says "
                            + bound + law.money() + ", the compulsory share included");
        }
    }
}
