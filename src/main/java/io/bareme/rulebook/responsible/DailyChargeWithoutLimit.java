package io.bareme.rulebook.responsible;

import io.bareme.guarantee.Guarantee;

/** The daily hospital charge is owed without limit of days, in psychiatry as elsewhere (L871-1, R871-2 1°). */
record DailyChargeWithoutLimit() implements Requirement {

    static final String DAILY_CHARGE = "hospital.daily-charge";
    static final String MESSAGE =
            "a responsible contract pays the daily hospital charge without any limit of days or of money";

    static boolean isFor(Guarantee guarantee, Column column) {
        return guarantee.families().stream()
                .anyMatch(family -> column.lineage(family).contains(DAILY_CHARGE));
    }

    @Override
    public void examine(Column column, Faults faults) {
        for (Guarantee guarantee : column.level().guarantees()) {
            var law = column.law("fr.responsible.copayment-share");
            if (isFor(guarantee, column)
                    && law != null
                    && CellLimits.of(guarantee.formula()).findAny().isPresent()) {
                faults.at(column, guarantee, "daily-charge-limited", law.source(), MESSAGE);
            }
        }
    }
}
