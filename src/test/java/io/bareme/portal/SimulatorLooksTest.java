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

    /** A stay, an equipment and sessions: twelve lines, the scheme, the local scheme and three contracts. */
    private static final String MUCH = "/?do=compute&cover=fpe-minfi-socle/socle&cover2=fpe-minfi-options/option-b"
            + "&cover3=ccn-proprete/regime&scheme=fr-alsace-moselle&born=15/06/1985&category=non-optam"
            + "&profession=hospital&date=03/06/2025&line1.act=frais-de-sejour&line1.charge=6000&line1.quantity=5"
            + "&line1.base=5000&line1.group=stay&line2.act=honoraires-chirurgie&line2.charge=900&line2.base=300"
            + "&line2.group=stay&line3.act=honoraires-anesthesie&line3.charge=400&line3.base=150&line3.group=stay"
            + "&line4.act=forfait-journalier&line4.quantity=6&line4.charge=120&line4.group=stay"
            + "&line5.act=chambre-particuliere&line5.quantity=5&line5.charge=400&line5.group=stay"
            + "&line6.act=lit-accompagnant&line6.quantity=2&line6.charge=80&line6.group=stay"
            + "&line7.act=verre-simple-classe-b&line7.charge=150&line7.part=right&line7.group=equipment"
            + "&line8.act=verre-complexe-classe-b&line8.charge=250&line8.part=left&line8.group=equipment"
            + "&line9.act=monture-classe-b&line9.charge=140&line9.group=equipment&line10.act=G&line10.charge=70"
            + "&line11.act=osteopathie&line11.charge=160&line11.quantity=3&line12.act=osteopathie&line12.charge=55"
            + "&line12.date=02/07/2025";

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
        look(page, MUCH, "much-" + name);
        look(page, "/regulation/fr.daily-charge", "quantity-" + name);
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
