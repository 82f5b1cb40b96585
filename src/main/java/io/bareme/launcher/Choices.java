package io.bareme.launcher;

import io.bareme.guarantee.HeaderReadings.BarePercent;
import io.bareme.guarantee.HeaderReadings.Dash;
import io.bareme.guarantee.HeaderReadings.PerYear;
import io.bareme.guarantee.HeaderReadings.PercentOfCharge;
import io.bareme.guarantee.HeaderReadings.TwoValues;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words by which the command line names a closed choice; another word is refused with those allowed. */
final class Choices {

    private Choices() {}

    static final class BarePercents implements ITypeConverter<BarePercent> {
        @Override
        public BarePercent convert(String word) {
            return choose(
                    word,
                    Map.of(
                            "base", BarePercent.OF_BASE,
                            "charge", BarePercent.OF_CHARGE,
                            "copayment", BarePercent.OF_COPAYMENT,
                            "refused", BarePercent.REFUSED));
        }
    }

    static final class PercentsOfCharge implements ITypeConverter<PercentOfCharge> {
        @Override
        public PercentOfCharge convert(String word) {
            return choose(
                    word,
                    Map.of(
                            "less-compulsory", PercentOfCharge.LESS_COMPULSORY,
                            "of-remainder", PercentOfCharge.OF_REMAINDER));
        }
    }

    static final class Years implements ITypeConverter<PerYear> {
        @Override
        public PerYear convert(String word) {
            return choose(
                    word, Map.of("civil", PerYear.CIVIL, "contract", PerYear.CONTRACT, "rolling", PerYear.ROLLING));
        }
    }

    static final class Dashes implements ITypeConverter<Dash> {
        @Override
        public Dash convert(String word) {
            return choose(word, Map.of("nothing", Dash.NOTHING, "base-level", Dash.BASE_LEVEL));
        }
    }

    static final class TwoValuesOfCell implements ITypeConverter<TwoValues> {
        @Override
        public TwoValues convert(String word) {
            return choose(
                    word,
                    Map.of(
                            "refused", TwoValues.REFUSED,
                            "optam", TwoValues.OPTAM_THEN_NON_OPTAM,
                            "conventioned", TwoValues.CONVENTIONED_THEN_NON_CONVENTIONED,
                            "accepted", TwoValues.ACCEPTED_THEN_NOT_ACCEPTED,
                            "by-kind", TwoValues.BY_KIND));
        }
    }

    private static <T> T choose(String word, Map<String, T> choices) {
        T chosen = choices.get(word);
        if (chosen == null) {
            throw new TypeConversionException(
                    "« " + word + " » ; permis · allowed: " + String.join(", ", new TreeMap<>(choices).keySet()));
        }
        return chosen;
    }
}
