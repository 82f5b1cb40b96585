package io.bareme.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnTheService
class SimulatorKeyboardTest {

    private static final String FORM = "/?cover=ccn-formation/niveau-1&category=non-optam&date=03/06/2024";

    @LocalServerPort
    private int port;

    @Test
    void a_statement_is_asked_for_read_and_explained_without_a_mouse(Page page) {
        SimulatorSteps steps = new SimulatorSteps(page, port, FORM);
        Keyboard keys = page.keyboard();
        page.locator("#date").focus();
        keys.press("Tab");
        assertThat(steps.focused()).isEqualTo("line1-act");
        keys.type("consultation");
        page.locator("#line1-act-list [role=option]").first().waitFor();
        assertThat(page.locator("#line1-act").getAttribute("aria-expanded")).isEqualTo("true");
        keys.press("ArrowDown");
        keys.press("ArrowUp");
        keys.press("ArrowDown");
        String active = page.locator("#line1-act").getAttribute("aria-activedescendant");
        assertThat(page.locator("#" + active).getAttribute("aria-selected")).isEqualTo("true");
        keys.press("Escape");
        assertThat(page.locator("#line1-act").getAttribute("aria-expanded")).isEqualTo("false");
        keys.press("Escape");
        assertThat(page.locator("#line1-act").inputValue()).isEmpty();
        keys.type("consultation de medecin gen");
        page.locator("#line1-act-list [role=option]").first().waitFor();
        keys.press("ArrowDown");
        keys.press("Enter");
        assertThat(steps.focused()).isEqualTo("line1-charge");
        keys.type("60");
        keys.press("Enter");
        page.locator("#statement").waitFor();
        assertThat(steps.figures(1)).contains("39,00 €");
        assertThat(steps.focused()).isEqualTo("statement-title");
        keys.press("Tab");
        keys.press("Enter");
        assertThat(steps.text("td.col-base .explanation")).contains("23,00 €");
        keys.press("Escape");
        assertThat(page.locator("td.col-base .explanation").isVisible()).isFalse();
    }

    @Test
    void without_scripts_the_form_posts_and_the_statement_comes_back(Page page) {
        try (BrowserContext plain =
                page.context().browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            SimulatorSteps steps = new SimulatorSteps(plain.newPage(), port, FORM);
            steps.write("Acte", "G");
            steps.write("Facturé (€)", "60");
            steps.press("Ajouter un soin");
            steps.compute("Calculer le décompte");

            assertThat(steps.figures(1)).contains("39,00 €");
        }
    }
}
