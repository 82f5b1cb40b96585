package io.bareme.explanation;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one bundle, {@code messages/<name>_fr.properties} and {@code _en.properties}. A message names its
 * parameters in braces: {@code {base}}. What stands in square brackets is said only where each parameter in it is known
 * and not zero.
 */
public final class Messages {

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)]");
    private static final Pattern NOTHING = Pattern.compile("(null|-?0(\\.0+)?( \\S+)?)?");

    private final String name;

    public Messages(String name) {
        this.name = name;
    }

    /** Every key of the language, for tests that look for holes. */
    public Set<String> keys(Locale locale) {
        return Collections.unmodifiableSet(bundle(locale).keySet());
    }

    public boolean has(String key, Locale locale) {
        return bundle(locale).containsKey(key);
    }

    /** The message as written, its parameters unfilled. */
    String text(String key, Locale locale) {
        return bundle(locale).getString(key);
    }

    /** The message, or the key itself where the bundle lacks it: an answer is never lost for want of a sentence. */
    public String say(String key, Map<String, String> parameters, Locale locale) {
        return say(key, parameters, locale, (parameter, value) -> value);
    }

    /** How the value of a parameter is read. */
    interface Reading {
        String of(String parameter, String value);
    }

    /** The message with each value read first. */
    String say(String key, Map<String, String> parameters, Locale locale, Reading reading) {
        ResourceBundle bundle = bundle(locale);
        if (!bundle.containsKey(key)) {
            return key;
        }
        String kept = OPTIONAL.matcher(bundle.getString(key))
                .replaceAll(part -> Matcher.quoteReplacement(known(part.group(1), parameters) ? part.group(1) : ""));
        return PARAMETER.matcher(kept).replaceAll(part -> {
            String value = parameters.get(part.group(1));
            return Matcher.quoteReplacement(value == null ? part.group() : reading.of(part.group(1), value));
        });
    }

    private static boolean known(String part, Map<String, String> parameters) {
        return PARAMETER.matcher(part).results().allMatch(named -> isSaid(parameters.get(named.group(1))));
    }

    private static boolean isSaid(@Nullable String value) {
        return value != null && !NOTHING.matcher(value).matches();
    }

    private ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "messages/" + name,
                Locale.of(Language.of(locale).code()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
