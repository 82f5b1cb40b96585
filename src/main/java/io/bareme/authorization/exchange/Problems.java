package io.bareme.authorization.exchange;

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
            found.add(new Problem(pointer, shown(value), code, named(parameters), maybe));
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
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
