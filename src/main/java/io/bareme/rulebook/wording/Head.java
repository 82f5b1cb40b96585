package io.bareme.rulebook.wording;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Formula.Term;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Measure.Fixed;
import io.bareme.guarantee.Measure.Share;
import io.bareme.guarantee.Reading;
import io.bareme.values.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What a part begins with.
 *
 * @param formula what it means by itself
 * @param capsOnTop whether a cap without a mark bounds what the complementary pays, by the nature of what it bounds: a
 *     copayment, an overrun
 */
record Head(Formula formula, boolean capsOnTop) {

    /** The amount of a head that is one amount, else null. */
    @Nullable
    Measure measure() {
        return formula instanceof Term(Measure measure, Reading _) ? measure : null;
    }

    /** How that amount counts the compulsory share. */
    Reading reading() {
        return formula instanceof Term(Measure _, Reading reading) ? reading : Reading.ON_TOP;
    }

    boolean followsTheLine() {
        Measure measure = measure();
        return measure != null && MeasureReading.followsTheLine(measure);
    }

    /** Whether the amount can be counted over a time: money, or a share of a tariff or of the PMSS. */
    static boolean standsAlone(Measure measure) {
        return switch (measure) {
            case Fixed _ -> true;
            case Share(Rate _, Basis basis) ->
                switch (basis) {
                    case BASE, CONVENTION_TARIFF, RECONSTRUCTED_BASE, PMSS, NATIONAL_TARIFF, HOSPITAL_SCALE -> true;
                    case CHARGE, COPAYMENT, REMAINDER, OVERRUN, PRICE_CEILING, STATUTORY_FEE -> false;
                };
        };
    }
}
