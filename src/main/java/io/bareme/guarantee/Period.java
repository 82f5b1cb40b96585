package io.bareme.guarantee;

/** The time over which a limit adds up. */
public sealed interface Period {

    /** From 1 January to 31 December. */
    record CivilYear() implements Period {}

    /** From one anniversary of the contract's first day to the day before the next. */
    record ContractYear() implements Period {}

    /** So many months, from date to date, counted from the first care that opens it. */
    record Rolling(int months) implements Period {
        public Rolling {
            if (months < 1 || months > 1200) {
                throw new IllegalArgumentException("A period lasts 1 to 1,200 months: " + months);
            }
        }
    }

    /** As long as the person is covered. */
    record Lifetime() implements Period {}

    /** One semester of treatment. */
    record Semester() implements Period {}

    /** One hospital stay. */
    record Stay() implements Period {}

    /** One optical equipment: its two lenses and its frame, the lines that are settled together. */
    record Equipment() implements Period {}

    /** One illness in one civil year (Morocco: "par maladie et par an"). */
    record IllnessYear() implements Period {}
}
