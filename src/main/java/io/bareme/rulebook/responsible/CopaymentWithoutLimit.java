package io.bareme.rulebook.responsible;

import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Step;
import io.bareme.guarantee.Guarantee;
import io.bareme.rulebook.responsible.ProbeClaims.Repeated;

/**
 * The copayment is owed for every act, however many there are (R871-2 1°): no limit in number or in money over a time may
 * stop it. Tried on so many acts that a limit that stops it is met; a cell that still pays it beyond its limit stands.
 */
record CopaymentWithoutLimit() implements Requirement {

    @Override
    public void examine(Column column, Faults faults) {
        if (!column.owesFloors()) {
            return;
        }
        for (Repeated probe : column.probes().repeated(column.speaksOfAges())) {
            for (LineDecision line : column.framed(probe.often())) {
                Step raised = Column.raised(line);
                Guarantee guarantee = column.cell(line);
                if (raised != null && guarantee != null && Column.isCertain(line)) {
                    judge(column, faults, guarantee, raised, probe);
                }
            }
        }
    }

    private static void judge(Column column, Faults faults, Guarantee guarantee, Step raised, Repeated probe) {
        String act = probe.once().act(1);
        if (column.framed(probe.once()).stream().anyMatch(line -> Column.raised(line) != null)) {
            return;
        }
        if (CellLimits.of(guarantee.formula()).findAny().isPresent()) {
            faults.at(
                    column,
                    guarantee,
                    "copayment-limited",
                    raised.source(),
                    "this cell stops paying the copayment of " + act + " at its limit, and the law says at least the"
                            + " whole of it each time",
                    "the limit concerns what is paid beyond the copayment: \"…, au-delà TM\"");
        }
    }
}
