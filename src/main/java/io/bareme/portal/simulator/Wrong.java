package io.bareme.portal.simulator;

import io.bareme.portal.pages.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a form, by field and in the fields' order, in the reader's language. */
final class Wrong {

    /** One error, with the id of the field it stands next to. */
    record FieldError(String field, String message) {}

    private static final Pattern LINE = Pattern.compile("line(\\d+)-");

    /** Typed texts up to this many characters are said back whole. */
    private static final int LONGEST_ECHO = 80;

    private static final int SHOWN_ECHO = 30;

    private final Texts texts;
    private final Map<String, String> byField = new LinkedHashMap<>();

    Wrong(Texts texts) {
        this.texts = texts;
    }

    /** The first thing wrong with a field is told; the rest often follows from it. */
    void add(String field, String key, Object... arguments) {
        byField.putIfAbsent(field, texts.say("error." + key, echoed(arguments)));
    }

    /** What was typed is said back, a long text by its beginning. */
    private static Object[] echoed(Object... arguments) {
        Object[] echoed = arguments.clone();
        if (echoed.length > 0 && echoed[0] instanceof String typed && typed.length() > LONGEST_ECHO) {
            echoed[0] = typed.substring(0, typed.offsetByCodePoints(0, SHOWN_ECHO)) + "…";
        }
        return echoed;
    }

    boolean isEmpty() {
        return byField.isEmpty();
    }

    Map<String, String> byField() {
        return byField;
    }

    List<FieldError> all() {
        List<FieldError> all = new ArrayList<>();
        byField.forEach((field, message) -> all.add(new FieldError(field, located(field, message))));
        return all;
    }

    /** Away from its field, the error of a care line says which. */
    private String located(String field, String message) {
        Matcher line = LINE.matcher(field);
        return line.lookingAt() ? texts.say("errors.line", line.group(1), message) : message;
    }
}
