package io.bareme.adjudication;

import io.bareme.guarantee.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a coverage rule writes down what it found: exactly one call per rule. It can be written, never read, by rules.
 * Parameters are given as name, value, name, value.
 */
public final class Findings {

    private final List<Finding> found = new ArrayList<>();

    public void refuse(LineFacts line, String rule, String reason, Object... parameters) {
        found.add(new Finding.Refuse(rule, line.number(), reason, named(parameters)));
    }

    /** A claims handler must look. */
    public void refer(LineFacts line, String rule, String reason, Object... parameters) {
        found.add(new Finding.Refer(rule, line.number(), reason, named(parameters), false));
    }

    /** A doctor must look. */
    public void referToDoctor(LineFacts line, String rule, String reason, Object... parameters) {
        found.add(new Finding.Refer(rule, line.number(), reason, named(parameters), true));
    }

    public void require(LineFacts line, String rule, String reason, String document, Object... parameters) {
        found.add(new Finding.Require(rule, line.number(), reason, named(parameters), document));
    }

    public void choose(LineFacts line, String rule, String reason, Condition variant, Object... parameters) {
        found.add(new Finding.Choose(rule, line.number(), reason, named(parameters), variant));
    }

    public void deduct(LineFacts line, String rule, String reason, Finding.Deduction deduction, Object... parameters) {
        found.add(new Finding.Deduct(rule, line.number(), reason, named(parameters), deduction));
    }

    /** For the adjudicator only. */
    public List<Finding> all() {
        return List.copyOf(found);
    }

    public void clear() {
        found.clear();
    }

    private static Map<String, String> named(Object... parameters) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            named.put(String.valueOf(parameters[i]), String.valueOf(parameters[i + 1]));
        }
        return named;
    }
}
