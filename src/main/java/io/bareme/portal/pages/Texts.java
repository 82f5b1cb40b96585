package io.bareme.portal.pages;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of pages in the reader's language: {@code messages/pages.properties} in French, {@code pages_en} in English. */
public record Texts(MessageSource messages, Locale locale) {

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
