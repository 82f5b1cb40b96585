package io.bareme.portal.simulator;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One care line as typed.
 *
 * @param said what is typed in each of {@link #FIELDS} that says something other than usual
 */
record TypedLine(SortedMap<String, String> said) {

    /** The fields of a line, in the order of an address. {@code group} is a {@link LineGroup}'s word. */
    static final List<String> FIELDS = List.of(
            "act",
            "charge",
            "quantity",
            "coefficient",
            "date",
            "base",
            "compulsory",
            "already-paid",
            "claimed",
            "pathway",
            "exemption",
            "class",
            "basket",
            "lens",
            "part",
            "teeth",
            "renewal",
            "began",
            "days",
            "discharge",
            "daily-charge",
            "illness",
            "group",
            "quoted");

    /** What a field holds when nothing else is typed. */
    private static final Map<String, String> USUAL = Map.of("quantity", "1", "pathway", "in");

    static final TypedLine EMPTY = new TypedLine(Collections.emptySortedMap());

    TypedLine {
        SortedMap<String, String> kept = new TreeMap<>();
        for (String field : FIELDS) {
            String value = said.getOrDefault(field, "");
            if (!value.isEmpty() && !value.equals(USUAL.get(field))) {
                kept.put(field, value);
            }
        }
        said = Collections.unmodifiableSortedMap(kept);
    }

    static TypedLine of(UnaryOperator<String> typed) {
        SortedMap<String, String> said = new TreeMap<>();
        FIELDS.forEach(field -> said.put(field, typed.apply(field)));
        return new TypedLine(said);
    }

    /** What the field holds; empty when nothing is typed. */
    public String get(String field) {
        return said.getOrDefault(field, USUAL.getOrDefault(field, ""));
    }

    String act() {
        return get("act");
    }

    String charge() {
        return get("charge");
    }

    String group() {
        return get("group");
    }

    public boolean isQuoted() {
        return said.containsKey("quoted");
    }

    TypedLine with(String field, String value) {
        SortedMap<String, String> other = new TreeMap<>(said);
        other.put(field, value);
        return new TypedLine(other);
    }

    boolean isEmpty() {
        return act().isBlank() && charge().isBlank();
    }

    /** Whether something is said in one of the fields. */
    boolean says(List<String> fields) {
        return fields.stream().anyMatch(said::containsKey);
    }
}
