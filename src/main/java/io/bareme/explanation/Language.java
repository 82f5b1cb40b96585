package io.bareme.explanation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that people are answered in: French, unless they ask for English. */
public enum Language {
    FRENCH(Locale.FRANCE, "fr"),
    ENGLISH(Locale.UK, "en");

    private final Locale locale;
    private final String code;

    Language(Locale locale, String code) {
        this.locale = locale;
        this.code = code;
    }

    /** How numbers and dates are written. */
    public Locale locale() {
        return locale;
    }

    /** {@code fr} or {@code en}. */
    public String code() {
        return code;
    }

    public static Language of(Locale locale) {
        return locale.getLanguage().equals(ENGLISH.code) ? ENGLISH : FRENCH;
    }

    /** What an {@code Accept-Language} header asks for; French when it is absent, broken, or names neither. */
    public static Language accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return FRENCH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), List.of(Locale.FRENCH, Locale.ENGLISH));
            return best == null ? FRENCH : of(best);
        } catch (IllegalArgumentException brokenHeader) {
            return FRENCH;
        }
    }
}
