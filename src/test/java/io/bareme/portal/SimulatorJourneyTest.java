package io.bareme.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnTheService
class SimulatorJourneyTest {

    private static final String FILLED = "/?cover=ccn-formation/niveau-1&born=15/06/1985&category=non-optam"
            + "&profession=general-practitioner&date=03/06/2024&line1.act=G&line1.charge=60";

    @LocalServerPort
    private int port;

    @Test
    void a_newcomer_reads_every_figure_and_the_cell_and_the_wording_it_rests_on(Page page) {
        SimulatorSteps steps = new SimulatorSteps(page, port, "/");
        steps.choose("Produit et niveau", "ccn-formation/niveau-1");
        steps.choose("Professionnel", "general-practitioner");
        steps.choose("Convention", "non-optam");
        steps.write("Date des soins (jj/mm/aaaa)", "03/06/2024");
        steps.find("line1-act", "generaliste", "G");
        steps.write("Facturé (€)", "60");
        steps.compute("Calculer le décompte");

        assertThat(steps.columns())
                .containsExactly(
                        "Facturé",
                        "Base",
                        "Taux",
                        "Part légale",
                        "Retenues",
                        "Organismes de formation",
                        "À payer sur place",
                        "Reste à charge");
        assertThat(steps.figures(1))
                .containsExactly("60,00 €", "23,00 €", "70 %", "16,10 €", "−2,00 €", "6,90 €", "37,00 €", "39,00 €");
        assertThat(steps.text("td.col-abatement .note")).isEqualTo("participation forfaitaire");
        assertThat(steps.text(".statement-head .badge")).isEqualTo("Accepté");
        assertThat(steps.focused()).isEqualTo("statement-title");
        assertThat(steps.why("contract1"))
                .contains("Consultations/ visites médicales généralistes Non OPTAM/ OPTAM CO")
                .contains("« TM »")
                .contains("guarantee-tables/ccn-formation/2018-01-01/grid.csv, ligne 8, colonne « niveau-1 »")
                .contains("legifrance.gouv.fr");
        assertThat(steps.text(".statement-foot code")).matches("[0-9a-f]{12}");

        page.locator("td.col-contract1 .explanation a.file").first().click();

        assertThat(steps.text("td.marked")).isEqualTo("TM");
        assertThat(steps.text("tr.marked")).contains("généralistes Non OPTAM");
    }

    @Test
    void the_reader_of_english_finds_the_same_figures_and_keeps_what_was_typed(Page page) {
        SimulatorSteps steps = new SimulatorSteps(page, port, "/");
        steps.choose("Produit et niveau", "ccn-formation/niveau-1");
        page.locator("a[data-resubmit]").click();
        steps.choose("Agreement", "non-optam");
        steps.write("Date of care (dd/mm/yyyy)", "3/6/2024");
        steps.find("line1-act", "gp cons", "G");
        steps.write("Charge (€)", "60.00");
        steps.compute("Work out the statement");

        assertThat(steps.text(".statement-head .badge")).isEqualTo("Approved");
        assertThat(steps.figures(1))
                .containsExactly("€60.00", "€23.00", "70%", "€16.10", "−€2.00", "€6.90", "€37.00", "€39.00");
        assertThat(steps.why("contract1")).contains("row 8, column “niveau-1”").contains("“TM”");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void a_moroccan_member_is_found_by_name_and_the_scheme_shown(Page page) {
        SimulatorSteps steps = new SimulatorSteps(page, port, "/");
        page.getByLabel("Un adhérent fictif").check();
        steps.find("member", "alaoui yas", "MA-000001");
        page.locator("#category option[value=private]").waitFor(attached());

        assertThat(steps.text(".for-member .field-detail")).isEqualTo("CNOPS · naissance le 14 mars 1988");
        assertThat(steps.texts(".held li")).containsExactly("FOS-Agri, Option 1");

        steps.choose("Secteur", "private");
        steps.write("Date des soins (jj/mm/aaaa)", "03/06/2025");
        steps.find("line1-act", "cs", "Cs");
        steps.write("Facturé (MAD)", "300");
        steps.compute("Calculer le décompte");

        assertThat(steps.figures(1))
                .containsExactly(
                        "300,00 MAD",
                        "150,00 MAD",
                        "80 %",
                        "120,00 MAD",
                        "0,00 MAD",
                        "180,00 MAD",
                        "0,00 MAD",
                        "0,00 MAD");
        assertThat(steps.texts(".limits dd")).containsExactly("0,00 MAD", "180,00 MAD", "2 320,00 MAD");
    }

    @Test
    void two_lines_draw_on_one_envelope_and_what_is_left_is_shown(Page page) {
        SimulatorSteps steps = new SimulatorSteps(page, port, "/");
        steps.choose("Produit et niveau", "ccn-formation/niveau-1");
        steps.choose("Convention", "unspecified");
        steps.write("Date des soins (jj/mm/aaaa)", "03/06/2024");
        steps.find("line1-act", "OSTEO", "osteopathie");
        page.locator("#line1-charge").fill("55");
        steps.press("Ajouter un soin");
        page.locator("#line2-act").waitFor();
        steps.find("line2-act", "ostéo", "osteopathie");
        page.locator("#line2-charge").fill("220");
        page.locator("#line2-quantity").fill("4");
        page.locator(".care-line").nth(1).locator("summary").click();
        page.locator("#line2-date").fill("01/07/2024");
        steps.compute("Calculer le décompte");

        assertThat(steps.figures(1)).contains("55,00 €", "30,00 €", "25,00 €");
        assertThat(steps.figures(2)).contains("220,00 €", "60,00 €", "160,00 €");
        assertThat(steps.totals())
                .containsExactly("275,00 €", "", "", "0,00 €", "0,00 €", "90,00 €", "185,00 €", "185,00 €");
        assertThat(steps.texts(".limits dd")).containsExactly("0 fois", "3 fois", "0 fois");
        assertThat(steps.texts(".care-verdict .badge")).containsExactly("Accepté", "Accepté en partie");
    }

    @Test
    void going_back_finds_the_form_and_the_statement_again(Page page) {
        SimulatorSteps steps = new SimulatorSteps(page, port, FILLED);
        steps.compute("Calculer le décompte");
        List<String> figures = steps.figures(1);
        page.locator("a[href='/products']").first().click();
        page.locator("#products").waitFor();
        page.goBack();
        page.locator("#statement").waitFor();

        assertThat(steps.figures(1)).isEqualTo(figures);
        assertThat(page.locator("#line1-charge").inputValue()).isEqualTo("60");
        assertThat(page.title()).isEqualTo("Décompte : Accepté – Barème");
    }

    @Test
    void a_statement_that_no_longer_answers_the_form_says_so(Page page) {
        SimulatorSteps steps = new SimulatorSteps(page, port, FILLED);
        steps.compute("Calculer le décompte");
        assertThat(page.locator(".stale-note").isVisible()).isFalse();
        page.locator("#line1-charge").fill("70");

        assertThat(steps.text(".stale-note")).contains("n’y correspond plus");
        assertThat(steps.text("#news")).contains("n’y correspond plus");
    }

    @Test
    void the_keyboard_follows_a_line_that_comes_or_goes(Page page) {
        SimulatorSteps steps = new SimulatorSteps(page, port, FILLED);
        steps.press("Ajouter un soin");
        page.waitForCondition(() -> steps.focused().equals("line2-act"));
        page.waitForCondition(() -> page.locator("#news").textContent().equals("Ligne 2 ajoutée."));
        steps.press("Retirer la ligne 1");
        page.waitForCondition(() -> steps.focused().equals("line1-act"));

        page.waitForCondition(() -> page.locator("#news").textContent().equals("Ligne 1 retirée."));
    }

    @Test
    void a_moroccan_scheme_that_the_table_does_not_name_is_asked_for(Page page) {
        SimulatorSteps steps = new SimulatorSteps(
                page,
                port,
                "/?do=compute&cover=fos-agri-option-1/option-1&category=private&date=03/06/2025"
                        + "&born=15/06/1985&line1.act=Cs&line1.charge=300");

        assertThat(steps.text("#scheme-error")).startsWith("Choisissez le régime obligatoire");
    }

    @Test
    void what_is_typed_while_an_answer_is_on_its_way_is_kept(Page page) {
        SimulatorSteps steps = new SimulatorSteps(page, port, "/");
        AtomicReference<Route> held = new AtomicReference<>();
        page.route("**/", held::set);
        steps.choose("Produit et niveau", "fos-agri-option-1/option-1");
        page.waitForCondition(() -> held.get() != null);
        steps.choose("Professionnel", "dentist");
        page.locator("#date").fill("03/06/2025");
        held.get().resume();
        page.locator("#scheme option[value=ma-cnops]").waitFor(attached());

        assertThat(page.locator("#date").inputValue()).isEqualTo("03/06/2025");
        assertThat(page.locator("#profession").inputValue()).isEqualTo("dentist");
        assertThat(page.locator("#cover").inputValue()).isEqualTo("fos-agri-option-1/option-1");
    }

    @Test
    void all_errors_are_told_at_once_next_to_their_fields_and_lead_into_them(Page page) {
        SimulatorSteps steps = new SimulatorSteps(page, port, "/");
        steps.write("Date des soins (jj/mm/aaaa)", "31/02/2024");
        steps.write("Facturé (€)", "beaucoup");
        page.locator("#line1-act").fill("couronne");
        steps.press("Calculer le décompte");
        page.locator(".error-summary").waitFor();

        assertThat(steps.text(".error-summary h2")).isEqualTo("5 points à corriger");
        assertThat(steps.texts(".error-summary li")).hasSize(5).anyMatch(error -> error.contains("31/02/2024"));
        assertThat(steps.text("#line1-act-error")).startsWith("« couronne » ne désigne pas un seul acte. Peut-être : ");
        assertThat(steps.text("#line1-charge-error")).contains("« beaucoup »");
        assertThat(page.locator("#line1-charge").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.locator(".error-summary").evaluate("it => it === document.activeElement"))
                .isEqualTo(true);

        page.locator(".error-summary a[href='#line1-charge']").click();

        assertThat(steps.focused()).isEqualTo("line1-charge");
        assertThat(page.locator("#line1-charge").inputValue()).isEqualTo("beaucoup");
    }

    private static com.microsoft.playwright.Locator.WaitForOptions attached() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }
}
