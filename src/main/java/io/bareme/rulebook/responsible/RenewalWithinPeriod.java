package io.bareme.rulebook.responsible;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Guarantee;
import io.bareme.regulation.Lookup;
import java.util.List;

/**
 * One equipment in two years, but for the young (R871-2 3°), one hearing aid for each ear in four (4°): no cell may promise
 * one sooner.
 */
record RenewalWithinPeriod() implements Requirement {

    private static final List<String> SPECTACLES = List.of("optical.frame", "optical.lens", "optical.equipment");
    private static final List<String> HEARING_AIDS = List.of("hearing.aid");
    private static final int MONTHS_OF_A_YEAR = 12;

    @Override
    public void examine(Column column, Faults faults) {
        for (Guarantee guarantee : column.level().guarantees()) {
            boolean children = guarantee.conditions().contains(Condition.UNDER_16)
                    || guarantee.conditions().contains(Condition.UNDER_18);
            Lookup.Known spectacles = column.law("fr.responsible.optical.period");
            Lookup.Known hearing = column.law("fr.responsible.hearing.period");
            if (spectacles != null
                    && !children
                    && isFor(guarantee, column, SPECTACLES)
                    && sooner(guarantee, spectacles)) {
                faults.at(
                        column,
                        guarantee,
                        "spectacles-period",
                        spectacles.source(),
                        "a responsible contract pays one equipment in " + spectacles.number() + " years, not sooner",
                        "the line for people below 16 stands apart, under the condition age<16");
            }
            if (hearing != null && isFor(guarantee, column, HEARING_AIDS) && sooner(guarantee, hearing)) {
                faults.at(
                        column,
                        guarantee,
                        "hearing-period",
                        hearing.source(),
                        "a responsible contract pays one hearing aid for each ear in " + hearing.number()
                                + " years, not sooner");
            }
        }
    }

    /** A line of all optics or all hearing is also one of these. */
    private static boolean isFor(Guarantee guarantee, Column column, List<String> those) {
        return guarantee.families().stream()
                .anyMatch(family -> those.contains(family + ".lens")
                        || those.contains(family + ".aid")
                        || column.lineage(family).stream().anyMatch(those::contains));
    }

    private static boolean sooner(Guarantee guarantee, Lookup.Known years) {
        return CellLimits.of(guarantee.formula())
                .anyMatch(limit -> CellLimits.months(limit.period()) < years.number() * MONTHS_OF_A_YEAR);
    }
}
