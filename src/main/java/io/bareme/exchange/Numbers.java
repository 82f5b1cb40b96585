package io.bareme.exchange;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the amounts, rates and counts of one JSON object: exact, whether written as text or as number. */
final class Numbers {

    /** The most that one line may have cost. */
    static final BigDecimal MOST_CHARGED = new BigDecimal("1000000.00");

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?) ?%");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Fields fields;

    Numbers(Fields fields) {
        this.fields = fields;
    }

    /** A whole number within bounds; the usual one when it is absent, or broken, which is reported. */
    int wholeOr(String name, int least, int most, int usual) {
        if (!fields.has(name)) {
            return usual;
        }
        JsonNode node = fields.get(name);
        BigDecimal number = node.isNumber() ? node.decimalValue() : null;
        if (number == null) {
            String maybe = node.isString() && node.stringValue().matches("\\d{1,3}") ? node.stringValue() : null;
            fields.refuse(name, "not-whole", maybe, "least", least, "most", most);
            return usual;
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            fields.refuse(name, "number-out-of-range", null, "least", least, "most", most);
            return usual;
        }
        if (number.stripTrailingZeros().scale() > 0) {
            fields.refuse(name, "not-whole", null, "least", least, "most", most);
            return usual;
        }
        return number.intValueExact();
    }

    /** An amount from 0 to {@link #MOST_CHARGED} with at most two decimals, as text or number; exact either way. */
    @Nullable
    BigDecimal amount(String name) {
        JsonNode node = fields.required(name, "amount");
        BigDecimal amount = node == null ? null : decimal(name, node, "not-an-amount");
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0 || amount.compareTo(MOST_CHARGED) > 0) {
            fields.refuse(name, "amount-out-of-range", null, "most", MOST_CHARGED);
            return null;
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            fields.refuse(name, "too-many-decimals", null);
            return null;
        }
        return amount.signum() == 0 ? BigDecimal.ZERO : amount;
    }

    @Nullable
    BigDecimal amountOrNone(String name) {
        return fields.has(name) ? amount(name) : null;
    }

    /** A coefficient above 0 and up to 9999, with at most four decimals. */
    @Nullable
    BigDecimal coefficientOrNone(String name) {
        if (!fields.has(name)) {
            return null;
        }
        BigDecimal number = decimal(name, fields.get(name), "not-a-coefficient");
        if (number == null) {
            return null;
        }
        if (number.signum() <= 0
                || number.compareTo(BigDecimal.valueOf(9999)) > 0
                || number.stripTrailingZeros().scale() > 4) {
            fields.refuse(name, "not-a-coefficient", null);
            return null;
        }
        return number;
    }

    /** {@code "70 %"} or {@code 0.7}, from nothing to the whole; answered as a fraction. */
    @Nullable
    BigDecimal rateOrNone(String name) {
        if (!fields.has(name)) {
            return null;
        }
        JsonNode node = fields.get(name);
        BigDecimal fraction = null;
        if (node.isNumber()) {
            fraction = node.decimalValue();
        } else if (node.isString()) {
            Matcher percent = PERCENT.matcher(node.stringValue().strip().replace('\u00a0', ' '));
            fraction = percent.matches() ? new BigDecimal(percent.group(1)).movePointLeft(2) : null;
        }
        if (fraction == null || fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) > 0 || tooFine(fraction)) {
            fields.refuse(name, "not-a-rate", percentMaybe(node));
            return null;
        }
        return fraction;
    }

    private static boolean tooFine(BigDecimal fraction) {
        return fraction.stripTrailingZeros().scale() > 8;
    }

    private static @Nullable String percentMaybe(JsonNode node) {
        String written = node.isContainer() ? "" : node.asString().replace(',', '.');
        if (!DECIMAL.matcher(written).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(written);
        return number.compareTo(BigDecimal.ONE) > 0 && number.compareTo(HUNDRED) <= 0 ? written + " %" : null;
    }

    private @Nullable BigDecimal decimal(String name, JsonNode node, String code) {
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isString() && node.stringValue().matches("-?" + DECIMAL.pattern())) {
            return new BigDecimal(node.stringValue());
        }
        String repaired = node.isString()
                ? node.stringValue()
                        .replaceAll("[\\s\\u00a0\\u202f€]|EUR|MAD|DH", "")
                        .replace(',', '.')
                : "";
        fields.refuse(name, code, DECIMAL.matcher(repaired).matches() ? repaired : null);
        return null;
    }
}
