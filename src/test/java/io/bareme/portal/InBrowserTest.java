package io.bareme.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

@InBrowser
class InBrowserTest {

    private static final String PAGE = """
            <!DOCTYPE html><html lang="fr"><head><title>Essai</title></head>
            <body><main><h1>Essai</h1><button onclick="this.textContent = navigator.language">Langue</button>%s</main></body>
            </html>""";

    @Test
    void a_page_runs_its_script_in_french(Page page) {
        page.setContent(PAGE.formatted(""));
        page.click("button");

        assertThat(page.textContent("button")).isEqualTo("fr-FR");
        Accessibility.assertAccessible(page);
    }

    @Test
    void a_picture_without_words_is_found(Page page) {
        page.setContent(PAGE.formatted("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"));

        assertThat(Accessibility.violations(page)).singleElement().asString().startsWith("image-alt: <img");
    }
}
