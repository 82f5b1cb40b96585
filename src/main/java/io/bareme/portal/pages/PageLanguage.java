package io.bareme.portal.pages;

import io.bareme.explanation.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language a page is written in: what {@code ?lang=} asks for, else what it asked for last time (a cookie), else
 * French. Any other word than {@code fr} or {@code en} is as if nothing had been said. The API answers in the language
 * of its caller's {@code Accept-Language}.
 */
final class PageLanguage implements LocaleResolver {

    static final String PARAMETER = "lang";
    static final String COOKIE = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            return Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                    .locale();
        }
        return named(request.getParameter(PARAMETER))
                .or(() -> remembered(request))
                .orElse(Language.FRENCH)
                .locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language of a page is set by ?lang=");
    }

    static Optional<Language> named(@Nullable String code) {
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    private static Optional<Language> remembered(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .findFirst()
                        .flatMap(cookie -> named(cookie.getValue()));
    }
}
