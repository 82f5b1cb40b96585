package io.bareme.authorization.exchange;

import io.bareme.rulebook.files.Nearest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object of a claim. Each method reads one field and reports what is wrong with it; a field that
 * is {@code null} counts as absent; what nobody asked for is refused at the end.
 */
final class Fields {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?) ?%");
    private static final int LONGEST_WORD = 60;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The most that one line may have cost. */
    static final BigDecimal MOST_CHARGED = new BigDecimal("1000000.00");

    private final JsonNode object;
    private final String pointer;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    Fields(JsonNode object, String pointer, Problems problems) {
        this.object = object;
        this.pointer = pointer;
        this.problems = problems;
    }

    boolean has(String name) {
        asked.add(name);
        JsonNode node = object.get(name);
        return node != null && !node.isNull();
    }

    /** Reports on a field, or on one that is missing. */
    void refuse(String name, String code, @Nullable String maybe, Object... parameters) {
        problems.add(pointer(name), object.get(name), code, maybe, parameters);
    }

    private @Nullable JsonNode required(String name, String kind) {
        if (has(name)) {
            return object.get(name);
        }
        problems.add(pointer(name), null, "missing-" + kind, null);
        return null;
    }

    // ---- text ----

    /** One of the words, or null when it is missing or another, which was reported. */
    @Nullable
    String word(String name, Collection<String> words) {
        JsonNode node = required(name, "word");
        return node == null ? null : oneOf(name, pointer(name), node, words);
    }

    @Nullable
    String wordOrNone(String name, Collection<String> words) {
        return has(name) ? word(name, words) : null;
    }

    String wordOr(String name, Collection<String> words, String usual) {
        String word = wordOrNone(name, words);
        return word == null ? usual : word;
    }

    /** A list of words, each once; empty when it is absent. */
    List<String> words(String name, Collection<String> words) {
        List<String> read = new ArrayList<>();
        for (Item item : items(name)) {
            String word = oneOf(name, item.pointer(), item.node(), words);
            addOnce(read, word, item);
        }
        return read;
    }

    /** A list of texts of the form, each once; empty when it is absent. */
    List<String> texts(String name, Form form) {
        List<String> read = new ArrayList<>();
        for (Item item : items(name)) {
            addOnce(read, text(item.pointer(), item.node(), form), item);
        }
        return read;
    }

    private void addOnce(List<String> read, @Nullable String text, Item item) {
        if (text == null) {
            return;
        }
        if (read.contains(text)) {
            problems.add(item.pointer(), item.node(), "twice", null);
        }
        read.add(text);
    }

    private @Nullable String oneOf(String name, String at, JsonNode node, Collection<String> words) {
        if (node.isString() && words.contains(node.stringValue())) {
            return node.stringValue();
        }
        String written = node.isContainer() ? "" : node.asString();
        String code = words.size() > 20 ? "not-a-word-of-" + name : "not-a-word";
        problems.add(at, node, code, nearest(written, words), "words", String.join(", ", words));
        return null;
    }

    /** What a free text may look like. */
    enum Form {
        /** An identifier: visible characters without blanks. */
        IDENTIFIER("[!-~]{1,60}"),
        /** A word of small letters, digits and hyphens. */
        NAME("[a-z0-9][a-z0-9-]{0,59}"),
        /** Words on one line. */
        LINE("[^\\p{Cntrl}]{1,200}");

        private final Pattern pattern;

        Form(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    @Nullable
    String text(String name, Form form) {
        JsonNode node = required(name, "text");
        return node == null ? null : text(pointer(name), node, form);
    }

    @Nullable
    String textOrNone(String name, Form form) {
        return has(name) ? text(name, form) : null;
    }

    private @Nullable String text(String at, JsonNode node, Form form) {
        if (!node.isString()) {
            problems.add(at, node, "not-text", node.isNumber() ? '"' + node.asString() + '"' : null);
            return null;
        }
        String text = node.stringValue();
        if (!form.pattern.matcher(text).matches() || text.isBlank()) {
            problems.add(at, node, "not-" + Words.small(form), null);
            return null;
        }
        return text;
    }

    // ---- flags, days, numbers ----

    boolean flagOr(String name, boolean usual) {
        if (!has(name)) {
            return usual;
        }
        JsonNode node = object.get(name);
        if (!node.isBoolean()) {
            String word = node.isString() ? nearest(node.stringValue(), List.of("true", "false")) : null;
            refuse(name, "not-a-flag", word);
            return usual;
        }
        return node.booleanValue();
    }

    @Nullable
    LocalDate day(String name, LocalDate first, LocalDate last) {
        JsonNode node = required(name, "day");
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            refuse(name, "not-a-day", null);
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(node.stringValue(), DAY);
            if (day.isBefore(first) || day.isAfter(last)) {
                refuse(name, "day-out-of-range", null, "first", first, "last", last);
            }
            return day;
        } catch (DateTimeParseException notADay) {
            refuse(name, "not-a-day", Days.perhaps(node.stringValue()));
            return null;
        }
    }

    @Nullable
    LocalDate dayOrNone(String name, LocalDate first, LocalDate last) {
        return has(name) ? day(name, first, last) : null;
    }

    int wholeOr(String name, int least, int most, int usual) {
        if (!has(name)) {
            return usual;
        }
        JsonNode node = object.get(name);
        BigDecimal number = node.isNumber() ? node.decimalValue() : null;
        if (number == null) {
            String maybe = node.isString() && node.stringValue().matches("\\d{1,3}") ? node.stringValue() : null;
            refuse(name, "not-whole", maybe, "least", least, "most", most);
            return usual;
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            refuse(name, "number-out-of-range", null, "least", least, "most", most);
            return usual;
        }
        if (number.stripTrailingZeros().scale() > 0) {
            refuse(name, "not-whole", null, "least", least, "most", most);
            return usual;
        }
        return number.intValueExact();
    }

    /** An amount from 0 to {@link #MOST_CHARGED} with at most two decimals, as text or number; exact either way. */
    @Nullable
    BigDecimal amount(String name) {
        JsonNode node = required(name, "amount");
        BigDecimal amount = node == null ? null : decimal(name, node, "not-an-amount");
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0 || amount.compareTo(MOST_CHARGED) > 0) {
            refuse(name, "amount-out-of-range", null, "most", MOST_CHARGED);
            return null;
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            refuse(name, "too-many-decimals", null);
            return null;
        }
        return amount.signum() == 0 ? BigDecimal.ZERO : amount;
    }

    @Nullable
    BigDecimal amountOrNone(String name) {
        return has(name) ? amount(name) : null;
    }

    /** A coefficient above 0 and up to 9999, with at most four decimals. */
    @Nullable
    BigDecimal coefficientOrNone(String name) {
        if (!has(name)) {
            return null;
        }
        BigDecimal number = decimal(name, object.get(name), "not-a-coefficient");
        if (number == null) {
            return null;
        }
        if (number.signum() <= 0
                || number.compareTo(BigDecimal.valueOf(9999)) > 0
                || number.stripTrailingZeros().scale() > 4) {
            refuse(name, "not-a-coefficient", null);
            return null;
        }
        return number;
    }

    /** {@code "70 %"} or {@code 0.7}, from nothing to the whole; answered as a fraction. */
    @Nullable
    BigDecimal rateOrNone(String name) {
        if (!has(name)) {
            return null;
        }
        JsonNode node = object.get(name);
        BigDecimal fraction = null;
        if (node.isNumber()) {
            fraction = node.decimalValue();
        } else if (node.isString()) {
            var percent = PERCENT.matcher(node.stringValue().strip().replace('\u00a0', ' '));
            fraction = percent.matches() ? new BigDecimal(percent.group(1)).movePointLeft(2) : null;
        }
        if (fraction == null || fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) > 0 || tooFine(fraction)) {
            refuse(name, "not-a-rate", percentMaybe(node));
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
        refuse(name, code, DECIMAL.matcher(repaired).matches() ? repaired : null);
        return null;
    }

    // ---- objects and lists ----

    @Nullable
    Fields object(String name) {
        JsonNode node = required(name, "object");
        return node == null ? null : asObject(pointer(name), node);
    }

    @Nullable
    Fields objectOrNone(String name) {
        return has(name) ? object(name) : null;
    }

    /** A list of objects, each read in its turn; reported when it has fewer or more than it may. */
    <T> List<T> objects(String name, int least, int most, Function<Fields, @Nullable T> read) {
        if (least > 0 && required(name, "list") == null) {
            return List.of();
        }
        List<Item> items = items(name);
        if (has(name) && object.get(name).isArray() && (items.size() < least || items.size() > most)) {
            refuse(name, "list-size", null, "least", least, "most", most, "size", items.size());
            return List.of();
        }
        List<T> all = new ArrayList<>();
        for (Item item : items) {
            Fields fields = asObject(item.pointer(), item.node());
            T one = fields == null ? null : read.apply(fields);
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    private @Nullable Fields asObject(String at, JsonNode node) {
        if (!node.isObject()) {
            problems.add(at, node, "not-an-object", null);
            return null;
        }
        return new Fields(node, at, problems);
    }

    private record Item(String pointer, JsonNode node) {}

    private List<Item> items(String name) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode list = object.get(name);
        if (!list.isArray()) {
            refuse(name, "not-a-list", null);
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            items.add(new Item(pointer(name) + "/" + i, list.get(i)));
        }
        return items;
    }

    /** Refuses every field that was not asked for, naming those that exist. */
    void refuseOthers() {
        for (String name : object.propertyNames()) {
            if (!asked.contains(name)) {
                problems.add(
                        pointer(name),
                        object.get(name),
                        "unknown-field",
                        nearest(name, asked),
                        "fields",
                        String.join(", ", asked));
            }
        }
    }

    private static @Nullable String nearest(String word, Collection<String> known) {
        return word.length() > LONGEST_WORD ? null : Nearest.word(word, known);
    }

    private String pointer(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
