package io.bareme.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe-core finds wrong on a page by WCAG 2.1 A and AA, one line a place. */
public final class Accessibility {

    private Accessibility() {}

    /** Fails naming each rule broken and the element that breaks it. */
    public static void assertAccessible(Page page) {
        assertThat(violations(page)).as("accessibility of " + page.url()).isEmpty();
    }

    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getHtml() + " (" + rule.getHelp() + ")"))
                        .toList();
    }
}
