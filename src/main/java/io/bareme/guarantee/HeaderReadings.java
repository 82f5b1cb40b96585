package io.bareme.guarantee;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table's short forms read, said once by its header.
 *
 * @param percentOfBase whether a bare "% BR" counts the compulsory share
 * @param euroAmounts whether a bare sum of money counts the compulsory share
 * @param barePercent what a percentage without a basis is of
 * @param percentOfCharge how "p % FR" reads
 * @param caps whether a cap counts the compulsory share
 * @param perYear which year "par an" means
 * @param dash what "-" means
 * @param twoValues which care each of two values in one cell is for
 */
public record HeaderReadings(
        Reading percentOfBase,
        Reading euroAmounts,
        BarePercent barePercent,
        PercentOfCharge percentOfCharge,
        Reading caps,
        PerYear perYear,
        Dash dash,
        TwoValues twoValues) {

    /** The commonest header: % BR with the compulsory share, euros on top, civil year. */
    public static final HeaderReadings USUAL = new HeaderReadings(
            Reading.INCLUDING_COMPULSORY,
            Reading.ON_TOP,
            BarePercent.OF_BASE,
            PercentOfCharge.LESS_COMPULSORY,
            Reading.INCLUDING_COMPULSORY,
            PerYear.CIVIL,
            Dash.NOTHING,
            TwoValues.REFUSED);

    /** What "150 %" alone is a percentage of. */
    public enum BarePercent {
        OF_BASE,
        OF_CHARGE,
        OF_COPAYMENT,
        REFUSED
    }

    /** How "90 % FR" reads. */
    public enum PercentOfCharge {
        /** 90 % of the charge, less the compulsory share. */
        LESS_COMPULSORY,
        /** 90 % of what the compulsory share leaves. */
        OF_REMAINDER
    }

    /** Which year "par an" is. */
    public enum PerYear {
        CIVIL,
        CONTRACT,
        ROLLING
    }

    /** What "-" in a cell means. */
    public enum Dash {
        NOTHING,
        BASE_LEVEL
    }

    /** Which care the first and the second value of "200 % / 150 %" are for. */
    public enum TwoValues {
        REFUSED(null, null),
        OPTAM_THEN_NON_OPTAM(Condition.OPTAM, Condition.NON_OPTAM),
        CONVENTIONED_THEN_NON_CONVENTIONED(Condition.CONVENTIONED, Condition.NON_CONVENTIONED),
        ACCEPTED_THEN_NOT_ACCEPTED(Condition.ACCEPTED, Condition.NOT_ACCEPTED);

        private final @Nullable Condition first;
        private final @Nullable Condition second;

        TwoValues(@Nullable Condition first, @Nullable Condition second) {
            this.first = first;
            this.second = second;
        }

        /** The conditions of the two values, in their order; none where two values are refused. */
        public List<Condition> conditions() {
            return first == null || second == null ? List.of() : List.of(first, second);
        }
    }
}
