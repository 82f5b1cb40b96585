package io.bareme.guarantee;

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
 */
public record HeaderReadings(
        Reading percentOfBase,
        Reading euroAmounts,
        BarePercent barePercent,
        PercentOfCharge percentOfCharge,
        Reading caps,
        PerYear perYear,
        Dash dash) {

    /** The commonest header: % BR with the compulsory share, euros on top, civil year. */
    public static final HeaderReadings USUAL = new HeaderReadings(
            Reading.INCLUDING_COMPULSORY,
            Reading.ON_TOP,
            BarePercent.OF_BASE,
            PercentOfCharge.LESS_COMPULSORY,
            Reading.INCLUDING_COMPULSORY,
            PerYear.CIVIL,
            Dash.NOTHING);

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
}
