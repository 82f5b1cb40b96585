package io.bareme.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every state of the pages, narrow and wide, by day and by night: accessible, and no wider than the screen. */
@OnTheService
class SimulatorLooksTest {

    private static final String STATEMENT =
            "/?do=compute&cover=ccn-formation/niveau-2&born=15/06/1985&category=non-optam"
                    + "&profession=general-practitioner&date=03/06/2024&line1.act=G&line1.charge=60"
                    + "&line2.act=osteopathie&line2.charge=110&line2.quantity=2";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({"390, 844, LIGHT", "390, 844, DARK", "1280, 800, LIGHT", "1280, 800, DARK", "320, 640, LIGHT"})
    void pages_are_accessible_and_fit_the_screen(int width, int height, ColorScheme scheme, Page page) {
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String name = width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);

        look(page, "/", "form-" + name);
        look(page, "/?do=compute&line1.part=x", "errors-" + name);
        look(page, STATEMENT, "statement-" + name);
        page.locator("td.col-contract1 .figure").first().click();
        seen(page, "explanation-" + name, false);
        look(page, "/products", "products-" + name);
        look(page, "/products/ccn-formation?row=8&level=niveau-1", "table-" + name);
        withoutComplaint(page, "**/products/nothing");
        look(page, "/products/nothing", "missing-" + name);
    }

    /** A browser complains of a page that does not exist: here it is told that it does. */
    private static void withoutComplaint(Page page, String address) {
        page.route(
                address,
                route -> route.fulfill(
                        new Route.FulfillOptions().setResponse(route.fetch()).setStatus(200)));
    }

    private void look(Page page, String path, String name) {
        page.navigate("http://127.0.0.1:" + port + path);
        seen(page, name, true);
    }

    private static void seen(Page page, String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(whole)
                .setPath(Path.of("target", "screenshots", name + ".png")));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("how far " + name + " reaches beyond the screen")
                .isLessThanOrEqualTo(0);
        Accessibility.assertAccessible(page);
    }
}
