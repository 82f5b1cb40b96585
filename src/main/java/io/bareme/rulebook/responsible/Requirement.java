package io.bareme.rulebook.responsible;

/** One thing that the law asks of a responsible contract, asked of one column of a table. */
sealed interface Requirement
        permits ActsWithinLaw,
                CopaymentWithoutLimit,
                DailyChargeWithoutLimit,
                SharedTermsWithinLaw,
                SpectaclesWithinLaw,
                FrameWithinCeiling,
                RenewalWithinPeriod,
                NothingLeftOut {

    void examine(Column column, Faults faults);
}
