package io.bareme.rulebook.drools;

import io.bareme.adjudication.Finding;
import io.bareme.adjudication.Findings;
import io.bareme.adjudication.LineFacts;
import io.bareme.guarantee.Condition;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words a coverage rule may use; all else is refused. */
final class Vocabulary {

    static final String PACKAGE = "coverage";
    static final String GLOBAL = "findings";
    static final String FACT = "LineFacts";
    static final String BINDING = "line";

    static final Set<String> IMPORTS =
            sorted(Stream.of(LineFacts.class, Findings.class, Condition.class, Finding.Deduction.class)
                    .map(Class::getCanonicalName));
    static final Set<String> NEEDED =
            sorted(Stream.of(LineFacts.class, Findings.class).map(Class::getCanonicalName));
    static final Set<String> METADATA = sorted(Stream.of("sentence", "source"));
    /** What a condition may look at, with its type. */
    static final Map<String, Class<?>> FACTS =
            Collections.unmodifiableMap(new TreeMap<>(Stream.of(LineFacts.class.getRecordComponents())
                    .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType))));
    /** What a finding may name. */
    static final Set<String> NAMED = sorted(Stream.of(LineFacts.class.getDeclaredMethods())
            .filter(Vocabulary::isAccessor)
            .map(Method::getName));
    /** The findings a rule may make. */
    static final List<String> CALLS = List.of("refuse", "refer", "referToDoctor", "require", "choose", "deduct");

    private Vocabulary() {}

    /** What {@code choose} and {@code deduct} take after the reason; empty for the others. */
    static String constantOf(String call) {
        return switch (call) {
            case "choose" -> "Condition";
            case "deduct" -> "Deduction";
            default -> "";
        };
    }

    /** What a rule must import to say such a constant. */
    static String importOf(String type) {
        return (type.equals("Condition") ? Condition.class : Finding.Deduction.class).getCanonicalName();
    }

    static Set<String> constants(String type) {
        return type.equals("Condition") ? names(Condition.values()) : names(Finding.Deduction.values());
    }

    private static boolean isAccessor(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && method.getParameterCount() == 0
                && method.getDeclaringClass() == LineFacts.class
                && !Set.of("toString", "hashCode").contains(method.getName());
    }

    private static Set<String> names(Enum<?>[] values) {
        return sorted(Stream.of(values).map(Enum::name));
    }

    private static Set<String> sorted(Stream<String> words) {
        return words.collect(Collectors.toCollection(TreeSet::new));
    }
}
