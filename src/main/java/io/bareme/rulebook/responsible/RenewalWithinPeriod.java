package io.bareme.rulebook.responsible;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Guarantee;
import io.bareme.regulation.Lookup;
import java.util.List;

/** One equipment in two years, but for the young (R871-2 3°): no cell may promise one sooner. */
record RenewalWithinPeriod() implements Requirement {

    private static final List<String> SPECTACLES = List.of("optical.frame", "optical.lens", "optical.equipment");
    private static final int MONTHS_OF_A_YEAR = 12;

    @Override
    public void examine(Column column, Faults faults) {
        Lookup.Known years = column.law("fr.responsible.optical.period");
        if (years == null) {
            return;
        }
        for (Guarantee guarantee : column.level().guarantees()) {
            boolean spectacles = guarantee.families().stream()
                    .anyMatch(family -> family.equals("optical")
                            || column.lineage(family).stream().anyMatch(SPECTACLES::contains));
            boolean children = guarantee.conditions().contains(Condition.UNDER_16)
                    || guarantee.conditions().contains(Condition.UNDER_18);
            boolean sooner = CellLimits.of(guarantee.formula())
                    .anyMatch(limit -> CellLimits.months(limit.period()) < years.number() * MONTHS_OF_A_YEAR);
            if (spectacles && !children && sooner) {
                faults.at(
                        column,
                        guarantee,
                        "spectacles-period",
                        years.source(),
                        "a responsible contract pays one equipment in " + years.number() + " years, not sooner",
                        "the line for people below 16 stands apart, under the condition age<16");
            }
        }
    }
}
