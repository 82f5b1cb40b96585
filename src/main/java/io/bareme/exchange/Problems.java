package io.bareme.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Gathers what is wrong with one claim, so that one answer names everything. No more than {@value #MOST} problems are
 * kept; a last one says how many more there are.
 */
final class Problems {

    static final int MOST = 100;
    private static final int LONGEST_VALUE = 80;

    private final List<Problem> found = new ArrayList<>();
    private int count;

    /** Parameters are given as name, value, name, value. */
    void add(String pointer, @Nullable JsonNode value, String code, @Nullable String maybe, Object... parameters) {
        count++;
        if (found.size() < MOST) {
            String shown = shown(value);
            String other = shown.equals(maybe) ? null : maybe;
            found.add(new Problem(pointer, shown, code, named(parameters), other));
        }
    }

    int count() {
        return count;
    }

    List<Problem> all() {
        List<Problem> all = new ArrayList<>(found);
        if (count > found.size()) {
            all.add(new Problem("", "", "more", named("count", count - found.size()), null));
        }
        return List.copyOf(all);
    }

    static Map<String, String> named(Object... parameters) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            named.put(String.valueOf(parameters[i]), String.valueOf(parameters[i + 1]));
        }
        return named;
    }

    /** Scalars as JSON writes them, without control characters; what a container holds is left out. */
    private static String shown(@Nullable JsonNode value) {
        if (value == null || value.isMissingNode()) {
            return "";
        }
        if (value.isContainer()) {
            return value.isArray() ? "[…]" : "{…}";
        }
        String text = value.isNumber() ? value.decimalValue().toString() : value.toString();
        return shortened(text);
    }

    /** At most {@value #LONGEST_VALUE} characters, no character cut in two. */
    private static String shortened(String text) {
        if (text.length() <= LONGEST_VALUE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return text.substring(0, end) + "…";
    }
}
