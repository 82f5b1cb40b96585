package io.bareme.rulebook.files;

import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.HeaderReadings.BarePercent;
import io.bareme.guarantee.HeaderReadings.Dash;
import io.bareme.guarantee.HeaderReadings.PerYear;
import io.bareme.guarantee.HeaderReadings.PercentOfCharge;
import io.bareme.guarantee.HeaderReadings.TwoValues;
import io.bareme.guarantee.ProductKind;
import io.bareme.guarantee.Reading;
import io.bareme.values.Confidence;
import io.bareme.values.Currency;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words that files use, with their meaning. */
final class Words {

    static final Confidence WEAKEST = Confidence.MEM;
    static final Map<String, Confidence> CONFIDENCES = of(Confidence.values(), Enum::name);
    static final Map<String, Currency> CURRENCIES = of(Currency.values(), Enum::name);
    static final Map<String, ProductKind> PRODUCT_KINDS = of(ProductKind.values(), Words::small);
    static final Map<String, String> COUNTRIES = Map.of("FR", "FR", "MA", "MA");

    private static final Map<String, Reading> READINGS =
            Map.of("including compulsory", Reading.INCLUDING_COMPULSORY, "on top of compulsory", Reading.ON_TOP);
    private static final Map<String, Reading> CAPS =
            Map.of("including compulsory", Reading.INCLUDING_COMPULSORY, "on complementary only", Reading.ON_TOP);
    private static final Map<String, BarePercent> BARE_PERCENTS = of(BarePercent.values(), Words::spaced);
    private static final Map<String, PercentOfCharge> PERCENTS_OF_CHARGE = Map.of(
            "less compulsory", PercentOfCharge.LESS_COMPULSORY, "of the remainder", PercentOfCharge.OF_REMAINDER);
    private static final Map<String, PerYear> YEARS = of(PerYear.values(), Words::small);
    private static final Map<String, Dash> DASHES = of(Dash.values(), Words::spaced);

    private static final Map<String, TwoValues> TWO_VALUES = of(TwoValues.values(), Words::spaced);

    private Words() {}

    /** How short forms read; "two values" is refused unless said. Where not all keys are required, those that are missing take the usual reading. */
    static HeaderReadings readings(Fields fields, boolean allRequired) {
        HeaderReadings usual = HeaderReadings.USUAL;
        HeaderReadings readings = new HeaderReadings(
                word(fields, "percent of base", READINGS, usual.percentOfBase(), allRequired),
                word(fields, "euro amounts", READINGS, usual.euroAmounts(), allRequired),
                word(fields, "bare percent", BARE_PERCENTS, usual.barePercent(), allRequired),
                word(fields, "percent of charge", PERCENTS_OF_CHARGE, usual.percentOfCharge(), allRequired),
                word(fields, "caps", CAPS, usual.caps(), allRequired),
                word(fields, "per year", YEARS, usual.perYear(), allRequired),
                word(fields, "dash", DASHES, usual.dash(), allRequired),
                word(fields, "two values", TWO_VALUES, usual.twoValues(), false),
                fields.has("marks") ? fields.fields("marks").texts() : Map.of());
        fields.refuseOthers();
        return readings;
    }

    /** The same of a table, which must say all of them and no variants of the other country. */
    static HeaderReadings ofTable(Fields fields, Currency currency) {
        HeaderReadings readings = readings(fields, true);
        boolean french = switch (readings.twoValues()) {
            case OPTAM_THEN_NON_OPTAM, CONVENTIONED_THEN_NON_CONVENTIONED, BY_KIND -> true;
            case REFUSED, ACCEPTED_THEN_NOT_ACCEPTED -> false;
        };
        if (french && currency == Currency.MAD) {
            fields.refuse(
                    "two values",
                    "no professional of Morocco is told apart so",
                    "refused, accepted then not accepted",
                    null);
        }
        return readings;
    }

    private static <T> T word(Fields fields, String key, Map<String, T> words, T usual, boolean required) {
        return required ? fields.word(key, words, usual) : fields.wordOr(key, words, usual);
    }

    static <T> Map<String, T> of(T[] values, Function<T, String> word) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(word, Function.identity()));
    }

    /** {@code ON_TOP} as {@code on-top}. */
    static String small(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String spaced(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
