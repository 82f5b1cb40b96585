package io.bareme.explanation;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one bundle, {@code messages/<name>_fr.properties} and {@code _en.properties}. A message names its
 * parameters in braces: {@code {base}}. What stands in square brackets is said only where each parameter in it is known
 * and not zero.
 */
public final class Messages {

    private record Place(Language language, String key) {}

    private final String name;
    private final Map<Place, Template> templates = new ConcurrentHashMap<>();

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
        Template template = template(new Place(Language.of(locale), key));
        return template == null ? key : template.said(parameters, reading);
    }

    /** Null where the bundle lacks it; such keys are not kept, since there is no end of them. */
    private @Nullable Template template(Place place) {
        Template known = templates.get(place);
        ResourceBundle bundle = known == null ? bundle(place.language().locale()) : null;
        return bundle != null && bundle.containsKey(place.key())
                ? templates.computeIfAbsent(place, _ -> Template.of(bundle.getString(place.key())))
                : known;
    }

    private ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "messages/" + name,
                Locale.of(Language.of(locale).code()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
