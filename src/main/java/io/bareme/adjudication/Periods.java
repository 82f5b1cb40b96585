package io.bareme.adjudication;

import io.bareme.guarantee.Period;

/** Codes of the times that limits count over, for the edge to render: {@code civil-year}, {@code months-24}, … */
final class Periods {

    private Periods() {}

    static String code(Period period) {
        return switch (period) {
            case Period.CivilYear() -> "civil-year";
            case Period.ContractYear() -> "contract-year";
            case Period.Rolling(int months) -> "months-" + months;
            case Period.Lifetime() -> "lifetime";
            case Period.Semester() -> "semester";
            case Period.Stay() -> "stay";
            case Period.Equipment() -> "equipment";
            case Period.IllnessYear() -> "illness-year";
        };
    }
}
