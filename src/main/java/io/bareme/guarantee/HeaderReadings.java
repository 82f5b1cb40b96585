package io.bareme.guarantee;

import java.util.List;
import java.util.Map;

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
 * @param marks the words that a note puts in the place of its mark: {@code 1} for "(1)"; other marks change nothing
 */
public record HeaderReadings(
        Reading percentOfBase,
        Reading euroAmounts,
        BarePercent barePercent,
        PercentOfCharge percentOfCharge,
        Reading caps,
        PerYear perYear,
        Dash dash,
        TwoValues twoValues,
        Map<String, String> marks) {

    public HeaderReadings {
        marks = Map.copyOf(marks);
    }

    /** The commonest header: % BR with the compulsory share, euros on top, civil year. */
    public static final HeaderReadings USUAL = new HeaderReadings(
            Reading.INCLUDING_COMPULSORY,
            Reading.ON_TOP,
            BarePercent.OF_BASE,
            PercentOfCharge.LESS_COMPULSORY,
            Reading.INCLUDING_COMPULSORY,
            PerYear.CIVIL,
            Dash.NOTHING,
            TwoValues.REFUSED,
            Map.of());

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
        REFUSED,
        OPTAM_THEN_NON_OPTAM,
        CONVENTIONED_THEN_NON_CONVENTIONED,
        ACCEPTED_THEN_NOT_ACCEPTED,
        /** Of one kind: with OPTAM, then without. A percentage and a sum of money: an act accepted, then one refused. */
        BY_KIND;

        /**
         * The conditions of the two values, in their order; none where such a pair is refused.
         *
         * @param alike whether both are percentages, or both sums of money
         */
        public List<Condition> conditions(boolean alike) {
            List<Condition> optam = List.of(Condition.OPTAM, Condition.NON_OPTAM);
            List<Condition> accepted = List.of(Condition.ACCEPTED, Condition.NOT_ACCEPTED);
            return switch (this) {
                case REFUSED -> List.of();
                case OPTAM_THEN_NON_OPTAM -> alike ? optam : List.of();
                case CONVENTIONED_THEN_NON_CONVENTIONED ->
                    alike ? List.of(Condition.CONVENTIONED, Condition.NON_CONVENTIONED) : List.of();
                case ACCEPTED_THEN_NOT_ACCEPTED -> accepted;
                case BY_KIND -> alike ? optam : accepted;
            };
        }
    }
}
