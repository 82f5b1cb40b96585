package io.bareme.rulebook.responsible;

import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Step;
import io.bareme.guarantee.Guarantee;
import io.bareme.rulebook.responsible.ProbeClaims.Probe;
import org.jspecify.annotations.Nullable;

/**
 * Every act: at least its copayment, and its regulated price where its class is paid in full (R871-2 1°, 3° to 8°); at
 * most the ceilings of overruns without OPTAM and of class II hearing aids (R871-2 2°, 4°).
 */
record ActsWithinLaw() implements Requirement {

    @Override
    public void examine(Column column, Faults faults) {
        for (Probe probe : column.probes().acts(column.speaksOfAges())) {
            for (LineDecision line : column.framed(probe)) {
                Guarantee guarantee = column.cell(line);
                if (guarantee != null && Column.isCertain(line)) {
                    report(column, faults, guarantee, Column.lowered(line), probe);
                    report(column, faults, guarantee, column.owesFloors() ? Column.raised(line) : null, probe);
                }
            }
        }
    }

    private static void report(Column column, Faults faults, Guarantee guarantee, @Nullable Step step, Probe probe) {
        if (step != null) {
            String bound = step.code().equals("legal-floor") ? "at least " : "at most ";
            faults.at(
                    column,
                    guarantee,
                    step.code(),
                    column.article(
                            step, column.family(probe.claim().lines().getFirst().act())),
                    "this cell pays " + step.parameters().get("before") + " for " + probe.act(1)
                            + " where the law says " + bound + step.amount() + ", beside the compulsory share");
        }
    }
}
