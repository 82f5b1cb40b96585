package io.bareme.portal.simulator;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as people type it in either language: {@code 60}, {@code 60,5}, {@code 1 234,50 €}, {@code 1,234.50}. A text
 * that can be read two ways ({@code 1,234}) is not read.
 */
final class TypedNumber {

    private static final Pattern DECORATION =
            Pattern.compile("[\\s\\u00a0\\u202f]+|€|EUR|MAD|DH", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("\\d{1,12}([.,]\\d{1,2})?");
    private static final Pattern ENGLISH = Pattern.compile("\\d{1,3}(,\\d{3})+\\.\\d{1,2}");
    private static final Pattern CONTINENTAL = Pattern.compile("\\d{1,3}(\\.\\d{3})+,\\d{1,2}");

    private TypedNumber() {}

    /** Zero or more, with two decimals at most; empty when the text is no such number. */
    static Optional<BigDecimal> read(String typed) {
        String text = DECORATION.matcher(typed).replaceAll("");
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replace(',', '.')));
        }
        if (ENGLISH.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replace(",", "")));
        }
        if (CONTINENTAL.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replace(".", "").replace(',', '.')));
        }
        return Optional.empty();
    }
}
