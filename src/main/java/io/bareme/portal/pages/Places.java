package io.bareme.portal.pages;

import io.bareme.explanation.Language;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a file as its reader says it: {@code row 9, column "niveau-1"}, {@code ligne 9, colonne « niveau-1 »}. */
public final class Places {

    private static final Map<String, String> FRENCH =
            Map.of("row", "ligne", "line", "ligne", "column", "colonne", "key", "clé", "value", "valeur");
    private static final Pattern QUOTED_OR_WORD = Pattern.compile("\"([^\"]*)\"|\\b(row|line|column|key|value)\\b");

    private Places() {}

    public static String in(String place, Locale locale) {
        boolean french = Language.of(locale) == Language.FRENCH;
        return QUOTED_OR_WORD.matcher(place).replaceAll(part -> {
            String word = part.group(2);
            if (word != null) {
                return french ? FRENCH.getOrDefault(word, word) : word;
            }
            String quoted = french ? "«\u00a0" + part.group(1) + "\u00a0»" : "“" + part.group(1) + "”";
            return Matcher.quoteReplacement(quoted);
        });
    }
}
