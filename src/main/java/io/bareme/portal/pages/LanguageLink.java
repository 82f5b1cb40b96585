package io.bareme.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the way to the other language keeps of a page's address: all that it asks for, but the language. */
@ControllerAdvice(basePackages = "io.bareme.portal")
final class LanguageLink {

    /** Ends with {@code &} when there is something to keep; encoded as it came. */
    @ModelAttribute("kept")
    String kept(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || query.isEmpty()) {
            return "";
        }
        return Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(PageLanguage.PARAMETER + "="))
                .map(part -> part + "&")
                .collect(Collectors.joining());
    }
}
