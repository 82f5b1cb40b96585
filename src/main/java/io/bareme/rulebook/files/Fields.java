package io.bareme.rulebook.files;

import io.bareme.rulebook.files.YamlNode.Entry;
import io.bareme.rulebook.files.YamlNode.Mapping;
import io.bareme.rulebook.files.YamlNode.Scalar;
import io.bareme.rulebook.files.YamlNode.Sequence;
import io.bareme.values.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one YAML mapping, read one by one with a check. Every problem is reported and answered with a stand-in,
 * so that reading goes on to the next: nothing read from a file with a problem ever leaves the readers.
 */
final class Fields {

    private static final Pattern AFTER_COMMA = Pattern.compile("\\d{1,6}( ?%)?");
    private static final Pattern LARGE = Pattern.compile("(\\d+)(\\.\\d+)? ?%?");
    private static final int MOST_DIGITS = 6;
    private static final Map<String, String> YES_OR_NO = Map.ofEntries(
            Map.entry("yes", "true"),
            Map.entry("oui", "true"),
            Map.entry("vrai", "true"),
            Map.entry("on", "true"),
            Map.entry("1", "true"),
            Map.entry("no", "false"),
            Map.entry("non", "false"),
            Map.entry("faux", "false"),
            Map.entry("off", "false"),
            Map.entry("0", "false"));

    private final String file;
    private final Mapping mapping;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    Fields(String file, Mapping mapping, Problems problems) {
        this.file = file;
        this.mapping = mapping;
        this.problems = problems;
    }

    int line() {
        return mapping.line();
    }

    /** The place of a key, or of the mapping when the key is missing. */
    String place(String key) {
        Entry entry = mapping.entries().get(key);
        return "line " + (entry == null ? mapping.line() : entry.line());
    }

    boolean has(String key) {
        asked.add(key);
        Entry entry = mapping.entries().get(key);
        return entry != null
                && !(entry.value() instanceof Scalar scalar && scalar.text().isEmpty());
    }

    /** Whether the key holds keys of its own. */
    boolean isMapping(String key) {
        return has(key) && mapping.entries().get(key) instanceof Entry(Mapping _, int _);
    }

    void refuse(String key, String message, String allowed, @Nullable String maybe) {
        Entry entry = mapping.entries().get(key);
        problems.add(file, place(key), entry == null ? "" : entry.value().shown(), message, allowed, maybe);
    }

    /** Refuses the mapping as a whole. */
    void refuseWhole(String message, String allowed) {
        problems.add(file, "line " + mapping.line(), "", message, allowed, null);
    }

    /** The text of a required key, never empty unless it was reported. */
    String text(String key) {
        if (!has(key)) {
            missing.put(key, "\"" + key + ": …\"");
            return "";
        }
        return scalar(key);
    }

    /** The text of a key, {@code ""} when it is not there. */
    String optional(String key) {
        return has(key) ? scalar(key) : "";
    }

    private String scalar(String key) {
        if (mapping.entries().get(key) instanceof Entry(Scalar(String text, int _), int _)) {
            return text;
        }
        refuse(key, "\"" + key + "\" is not a single value", "one value", null);
        return "";
    }

    /** One of a closed list of words; null when it is missing or another, which was reported. */
    <T> @Nullable T wordOrNone(String key, Map<String, T> words) {
        String text = text(key);
        T meaning = words.get(text);
        if (meaning == null && !text.isEmpty()) {
            refuse(key, "unknown " + key, oneOf(words.keySet()), Nearest.to(text, words.keySet()));
        }
        return meaning;
    }

    /** The same with a stand-in, so that reading goes on. */
    <T> T word(String key, Map<String, T> words, T standIn) {
        T meaning = wordOrNone(key, words);
        return meaning == null ? standIn : meaning;
    }

    <T> T wordOr(String key, Map<String, T> words, T otherwise) {
        return has(key) ? word(key, words, otherwise) : otherwise;
    }

    boolean flag(String key) {
        String text = text(key);
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            String meant = YES_OR_NO.getOrDefault(text.toLowerCase(Locale.ROOT), text);
            refuse(
                    key,
                    "\"" + key + "\" is neither true nor false",
                    "true, false",
                    Nearest.to(meant, List.of("true", "false")));
        }
        return text.equals("true");
    }

    boolean flagOr(String key, boolean otherwise) {
        return has(key) ? flag(key) : otherwise;
    }

    /** A day; null when it is missing or broken, which was reported. */
    @Nullable
    LocalDate day(String key) {
        String text = text(key);
        return text.isEmpty() ? null : checked(key, text, Days::read, Days.ALLOWED, Days.maybe(text));
    }

    @Nullable
    LocalDate dayOrNone(String key) {
        return has(key) ? day(key) : null;
    }

    /** A number, zero or more; null when it is missing or broken, which was reported. */
    @Nullable
    BigDecimal decimal(String key) {
        String text = text(key);
        return text.isEmpty() ? null : checked(key, text, Decimals::read, Decimals.ALLOWED, Decimals.maybe(text));
    }

    @Nullable
    BigDecimal decimalOrNone(String key) {
        return has(key) ? decimal(key) : null;
    }

    /** A rate written as a percent; null when it is missing or broken, which was reported. */
    @Nullable
    Rate rate(String key) {
        String text = text(key);
        return text.isEmpty()
                ? null
                : checked(key, text, Decimals::rate, Decimals.RATE_ALLOWED, Decimals.maybeRate(text));
    }

    /** A whole number within bounds; null when it is missing or broken, which was reported. */
    @Nullable
    Integer number(String key, int least, int most) {
        String text = text(key);
        return text.isEmpty()
                ? null
                : checked(
                        key,
                        text,
                        t -> Decimals.whole(t, least, most),
                        "a whole number, " + least + " to " + most,
                        null);
    }

    private <T> @Nullable T checked(
            String key, String text, Function<String, @Nullable T> read, String allowed, @Nullable String maybe) {
        T value = read.apply(text);
        if (value == null) {
            refuse(
                    key,
                    isLarge(text) && !allowed.equals(Days.ALLOWED)
                            ? "\"" + key + "\" is too large"
                            : "\"" + key + "\" is not "
                                    + allowed.replaceAll("[,:(].*", "").strip(),
                    allowed,
                    maybe);
        }
        return value;
    }

    /** Whether a number is written as it should, with more digits than any of our files ever needs. */
    private static boolean isLarge(String text) {
        Matcher number = LARGE.matcher(text);
        return number.matches() && number.group(1).length() >= MOST_DIGITS;
    }

    /** The keys below a key; none when it is missing or no mapping, which was reported. */
    Fields fields(String key) {
        if (has(key) && mapping.entries().get(key) instanceof Entry(Mapping below, int _)) {
            return new Fields(file, below, problems);
        }
        String allowed = "\"" + key + ": {key: value, …}\"";
        if (has(key)) {
            refuse(key, "\"" + key + "\" has no keys of its own", allowed, null);
        } else {
            missing.put(key, allowed);
        }
        return nothing();
    }

    /** Nothing to read, for a part that was reported already: it reports no more. */
    private Fields nothing() {
        return new Fields(file, new Mapping(Map.of(), mapping.line()), new Problems());
    }

    /** Each mapping of a list; none when it is missing or not a list, which was reported. */
    List<Fields> list(String key) {
        List<Fields> list = new ArrayList<>();
        if (has(key) && mapping.entries().get(key) instanceof Entry(Sequence sequence, int _)) {
            for (YamlNode item : sequence.items()) {
                if (item instanceof Mapping below) {
                    list.add(new Fields(file, below, problems));
                } else {
                    problems.add(
                            file,
                            "line " + item.line(),
                            item.shown(),
                            "not a list of keys",
                            "\"- {key: value, …}\"",
                            null);
                }
            }
        } else if (has(key)) {
            refuse(key, "\"" + key + "\" is not a list", "\"" + key + ":\" and a list", null);
        } else {
            missing.put(key, "\"" + key + ":\" and a list");
        }
        return list;
    }

    /** The words of a list, or of a single word standing for a list of one; none when it is not there. */
    List<String> words(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (mapping.entries().get(key) instanceof Entry(Sequence sequence, int _)) {
            return sequence.items().stream().map(YamlNode::shown).toList();
        }
        return List.of(scalar(key));
    }

    /** All keys with their text, for a mapping whose keys are data. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : mapping.entries().keySet()) {
            texts.put(key, text(key));
        }
        return texts;
    }

    /** To be called last: reports every key that was asked for in vain, and every key that nobody asked for. */
    void refuseOthers() {
        List<String> unknown = new ArrayList<>(mapping.entries().keySet());
        unknown.removeAll(asked);
        missing.forEach((key, allowed) -> {
            String misspelt = Nearest.word(key, unknown);
            unknown.remove(misspelt);
            String place = misspelt == null ? place(key) : place(misspelt);
            String message = "\"" + key + "\" is " + (mapping.entries().containsKey(key) ? "empty" : "missing");
            problems.add(
                    file,
                    place,
                    misspelt == null ? "" : misspelt,
                    message,
                    allowed,
                    misspelt == null ? null : "\"" + key + '"');
        });
        unknown.removeIf(this::refuseCutNumber);
        for (String key : unknown) {
            problems.add(file, place(key), key, "unknown key", oneOf(asked), Nearest.to(key, asked));
        }
    }

    /** Between braces a comma ends a value: "value: 19,61" is 19 and a key 61. True when that was reported. */
    private boolean refuseCutNumber(String key) {
        List<String> keys = new ArrayList<>(mapping.entries().keySet());
        int place = keys.indexOf(key);
        String before = place < 1 ? "" : keys.get(place - 1);
        if (!AFTER_COMMA.matcher(key).matches()
                || !(mapping.entries().get(key) instanceof Entry(Scalar(String nothing, int _), int _))
                || !nothing.isEmpty()
                || !(mapping.entries().get(before) instanceof Entry(Scalar(String whole, int _), int _))
                || !whole.matches("\\d+")) {
            return false;
        }
        problems.add(
                file,
                place(before),
                whole + "," + key,
                "a comma ends the value \"" + before + "\" here, so the number is cut in two",
                "a number with a point",
                "\"" + before + ": " + whole + "." + key + '"');
        return true;
    }

    static String oneOf(Collection<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }
}
