package io.bareme.rulebook.drools;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Which codes have their sentence: where one has none, people would be shown the bare code. */
final class CodeSentences {

    /** Where sentences are written, for messages. */
    static final String FILES = "messages/reasons_fr.properties and reasons_en.properties";

    private static final String BUNDLE = "messages/reasons";
    private static final List<String> LANGUAGES = List.of("fr", "en");

    private CodeSentences() {}

    /** The languages without a sentence of this kind ({@code reason}, {@code document}) for the code. */
    static List<String> lacking(String kind, String code) {
        return LANGUAGES.stream()
                .filter(language -> !bundle(language).containsKey(kind + "." + code))
                .toList();
    }

    /** The codes of this kind that have a sentence. */
    static List<String> known(String kind) {
        return bundle(LANGUAGES.getFirst()).keySet().stream()
                .filter(key -> key.startsWith(kind + "."))
                .map(key -> key.substring(kind.length() + 1))
                .sorted()
                .toList();
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                BUNDLE, Locale.of(language), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
