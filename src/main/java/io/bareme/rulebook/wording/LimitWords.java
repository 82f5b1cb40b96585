package io.bareme.rulebook.wording;

import io.bareme.guarantee.Formula.Limited;
import io.bareme.guarantee.Formula.Term;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Limit.AmountLimit;
import io.bareme.guarantee.Limit.CountLimit;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Scope;

/** Prints limits over time. */
final class LimitWords {

    private LimitWords() {}

    static String print(Limit limit) {
        return switch (limit) {
            case AmountLimit amount ->
                Amounts.print(amount.amount()) + WordingPrinter.boundMark(amount.reading()) + over(limit);
            case CountLimit count -> Words.counted(count.count(), count.unit()) + over(limit);
        };
    }

    /** The limit's time and whose it is: " par année civile et par bénéficiaire". */
    static String over(Limit limit) {
        return over(limit.period()) + " et par " + Words.of(limit.scope());
    }

    private static String over(Period period) {
        return switch (period) {
            case Period.CivilYear _ -> " par année civile";
            case Period.ContractYear _ -> " par année d'assurance";
            case Period.Rolling(int months) -> " par période de " + months + " mois";
            case Period.Lifetime _ -> " à vie";
            case Period.Semester _ -> " par semestre";
            case Period.Stay _ -> " par séjour";
            case Period.Equipment _ -> " par équipement";
            case Period.IllnessYear _ -> " par maladie et par année civile";
        };
    }

    /** Whether the limit only says again the amount it limits, for a person or a family: "400 € par année civile". */
    static boolean isOwnAmount(Limited limited) {
        return limited.limits().size() == 1
                && limited.limits().getFirst() instanceof AmountLimit limit
                && limited.formula() instanceof Term term
                && term.measure().equals(limit.amount())
                && term.reading() == limit.reading()
                && Head.standsAlone(term.measure())
                && (limit.scope() == Scope.BENEFICIARY || limit.scope() == Scope.FAMILY);
    }
}
