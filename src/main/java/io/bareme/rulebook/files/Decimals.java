package io.bareme.rulebook.files;

import io.bareme.values.Rate;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers exactly, in the one form that files use: digits, then perhaps a point and one to six digits; a rate is
 * such a number with a percent sign. Nothing is negative.
 */
final class Decimals {

    static final String ALLOWED = "a number, as 12.50";
    static final String RATE_ALLOWED = "a percentage, as 70 %";

    private static final Pattern EXACT = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
    private static final Pattern RATE = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,6})?) ?%");
    private static final Pattern FRACTION = Pattern.compile("[01](\\.\\d{1,4})?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([ \u00A0\u202F]\\d{3})*([.,]\\d{1,6})?");

    private static final Pattern SCIENTIFIC = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?[Ee]\\+?\\d");

    private Decimals() {}

    /** The number; null when it is written in any other form. */
    static @Nullable BigDecimal read(String text) {
        return EXACT.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    static @Nullable Rate rate(String text) {
        Matcher rate = RATE.matcher(text);
        return rate.matches() ? Rate.percent(rate.group(1)) : null;
    }

    static @Nullable Integer whole(String text, int least, int most) {
        if (!text.matches("\\d{1,9}")) {
            return null;
        }
        int number = Integer.parseInt(text);
        return number < least || number > most ? null : number;
    }

    /** What was perhaps meant by a number in another form, in quotation marks; null when nothing comes near. */
    static @Nullable String maybe(String text) {
        if (SCIENTIFIC.matcher(text).matches()) {
            return '"' + new BigDecimal(text).toPlainString() + '"';
        }
        String stripped = text.strip().replaceAll("\\s*(€|EUR|MAD|DH)$", "");
        if (GROUPED.matcher(stripped).matches()) {
            stripped = stripped.replaceAll("[ \u00A0\u202F]", "").replace(',', '.');
        }
        return EXACT.matcher(stripped).matches() && !stripped.equals(text) ? '"' + stripped + '"' : null;
    }

    static @Nullable String maybeRate(String text) {
        String stripped = text.strip().replaceAll("\\s*%$", "").replace(',', '.');
        if (!EXACT.matcher(stripped).matches()) {
            return null;
        }
        boolean fraction = !text.contains("%") && FRACTION.matcher(stripped).matches();
        return '"' + (fraction ? new Rate(new BigDecimal(stripped)).toString() : stripped + " %") + '"';
    }
}
