package io.bareme.rulebook.responsible;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Period;
import java.util.stream.Stream;

/** What bounds a cell over time, and what it says of the frame of spectacles. */
final class CellLimits {

    private static final int MONTHS_OF_A_YEAR = 12;

    private CellLimits() {}

    /** All limits of a cell; those after which it still pays something (au-delà) are none. */
    static Stream<Limit> of(Formula formula) {
        return switch (formula) {
            case Formula.Nothing(), Formula.FullCover() -> Stream.empty();
            case Formula.Term _ -> Stream.empty();
            case Formula.Sum sum -> sum.parts().stream().flatMap(CellLimits::of);
            case Formula.Capped capped -> of(capped.formula());
            case Formula.Floored floored -> of(floored.formula());
            case Formula.PerUnit each -> of(each.formula());
            case Formula.Limited limited ->
                limited.beyond() == null
                        ? Stream.concat(limited.limits().stream(), of(limited.formula()))
                        : of(limited.formula());
            case Formula.ByCase choice ->
                choice.alternatives().stream().flatMap(alternative -> of(alternative.formula()));
        };
    }

    /** The time over which a limit adds up, in months; one that is not a time has no end. */
    static int months(Period period) {
        return switch (period) {
            case Period.CivilYear(), Period.ContractYear() -> MONTHS_OF_A_YEAR;
            case Period.Rolling rolling -> rolling.months();
            case Period.Lifetime(), Period.Semester(), Period.Stay(), Period.Equipment(), Period.IllnessYear() ->
                Integer.MAX_VALUE;
        };
    }

    /** Whether a cell bounds the frame within the amount of the equipment ("dont 100 € pour la monture"). */
    static boolean boundsFrame(Formula formula) {
        return switch (formula) {
            case Formula.Nothing(), Formula.FullCover() -> false;
            case Formula.Term _ -> false;
            case Formula.Sum sum -> sum.parts().stream().anyMatch(CellLimits::boundsFrame);
            case Formula.Capped capped -> boundsFrame(capped.formula());
            case Formula.Floored floored -> boundsFrame(floored.formula());
            case Formula.PerUnit each -> boundsFrame(each.formula());
            case Formula.Limited limited -> boundsFrame(limited.formula());
            case Formula.ByCase choice ->
                choice.alternatives().stream()
                        .anyMatch(alternative ->
                                alternative.condition() == Condition.FRAME || boundsFrame(alternative.formula()));
        };
    }
}
