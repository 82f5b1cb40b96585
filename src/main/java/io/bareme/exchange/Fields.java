package io.bareme.exchange;

import io.bareme.rulebook.files.Nearest;
import java.text.Normalizer;
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
    private static final int LONGEST_WORD = 60;

    private final JsonNode object;
    private final String pointer;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    Fields(JsonNode object, String pointer, Problems problems) {
        this.object = object;
        this.pointer = pointer;
        this.problems = problems;
    }

    /** The amounts, rates and counts among the fields. */
    Numbers numbers() {
        return new Numbers(this);
    }

    /** A field that is there: see {@link #has}. */
    JsonNode get(String name) {
        return object.get(name);
    }

    /** Where the object stands. */
    String pointer() {
        return pointer;
    }

    /** Whether the field is there and not null. */
    boolean has(String name) {
        asked.add(name);
        JsonNode node = object.get(name);
        return node != null && !node.isNull();
    }

    /** Reports on a field, or on one that is missing. */
    void refuse(String name, String code, @Nullable String maybe, Object... parameters) {
        problems.add(pointer(name), object.get(name), code, maybe, parameters);
    }

    /** The field, or null when it is missing, which is reported as of that kind. */
    @Nullable
    JsonNode required(String name, String kind) {
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
        String maybe = words.contains(written) ? '"' + written + '"' : nearest(written, words);
        problems.add(at, node, code, maybe, "words", String.join(", ", words));
        return null;
    }

    /** What a free text may look like. */
    enum Form {
        /** An identifier: visible ASCII characters without blanks. */
        IDENTIFIER("[!-~]{1,60}"),
        /** A word for an illness: letters of any script, digits, ASCII signs. */
        ILLNESS("[!-~\\p{L}\\p{M}\\p{N}&&[^\\x{10000}-\\x{10FFFF}]]{1,60}"),
        /** An idempotency key. */
        KEY("[!-~]{1,200}"),
        /** A word of small letters, digits and hyphens. */
        NAME("[a-z0-9][a-z0-9-]{0,59}"),
        /** The dotted path of a care family. */
        FAMILY("[a-z0-9][a-z0-9.-]{0,99}"),
        /** The content hash of an edition, or the word for the one that decides now. */
        EDITION("[0-9a-f]{64}|" + ReplayForm.IN_FORCE),
        /** The id of a decision, as the place in a list. */
        PLACE("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
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
        String text = Normalizer.normalize(node.stringValue(), Normalizer.Form.NFC); // one word, however it is typed
        if (!form.pattern.matcher(text).matches() || text.isBlank()) {
            problems.add(at, node, "not-" + Words.small(form), null);
            return null;
        }
        return text;
    }

    // ---- flags and days ----

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
