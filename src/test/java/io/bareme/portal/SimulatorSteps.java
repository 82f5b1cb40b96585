package io.bareme.portal;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** What a person does on the page at {@code /}, and what they read there. Spaces that do not break read as spaces. */
final class SimulatorSteps {

    private final Page page;

    SimulatorSteps(Page page, int port, String path) {
        this.page = page;
        page.navigate("http://127.0.0.1:" + port + path);
    }

    void choose(String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).selectOption(option);
    }

    void write(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    /** Types into a search field and takes the option of that code. */
    void find(String field, String typed, String code) {
        page.locator("#" + field).pressSequentially(typed);
        page.locator("#" + field + "-list [role=option][data-key='" + code + "']")
                .click();
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    void compute(String button) {
        press(button);
        page.locator("#statement .statement-foot").waitFor();
    }

    /** The figures of one line of the statement, from left to right. */
    List<String> figures(int line) {
        Locator cells = page.locator("table.figures tbody.line")
                .nth(line - 1)
                .locator("tr")
                .first()
                .locator("td .figure > span:first-child, td .plain");
        return cells.allInnerTexts().stream().map(SimulatorSteps::plain).toList();
    }

    /** Each payer in order: place, name and amount. */
    List<String> payers() {
        return page.locator("#statement .shares .cascade li").all().stream()
                .map(payer -> plain(payer.locator(".place").innerText() + " "
                        + payer.locator(".payer-label").innerText() + " "
                        + payer.locator(".paid .amount").innerText()))
                .toList();
    }

    List<String> totals() {
        return page.locator("tfoot td").allInnerTexts().stream()
                .map(SimulatorSteps::plain)
                .toList();
    }

    List<String> columns() {
        return page.locator("table.figures thead th.num .heading").allInnerTexts();
    }

    /** Opens what explains a figure of the first line, and reads it. */
    String why(String column) {
        page.locator("td.col-" + column + " .figure").first().click();
        Locator explanation = page.locator("td.col-" + column + " .explanation").first();
        explanation.waitFor();
        return plain(explanation.innerText());
    }

    String text(String selector) {
        return plain(page.locator(selector).first().innerText());
    }

    List<String> texts(String selector) {
        return page.locator(selector).allInnerTexts().stream()
                .map(SimulatorSteps::plain)
                .toList();
    }

    String focused() {
        return String.valueOf(page.evaluate("document.activeElement.id"));
    }

    static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    }
}
