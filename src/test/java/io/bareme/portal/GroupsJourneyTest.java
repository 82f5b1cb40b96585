package io.bareme.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lines settled together, several contracts, limits: what a person types, and the statement they read. */
@OnTheService
class GroupsJourneyTest {

    @LocalServerPort
    private int port;

    @Test
    void an_equipment_is_filled_in_at_once_and_its_payers_are_told_in_order(Page page) {
        SimulatorSteps steps =
                new SimulatorSteps(page, port, "/?cover=ccn-proprete/regime&category=unspecified&date=03/06/2025");
        steps.press("Ajouter un contrat (option, autre assureur)");
        page.waitForCondition(() -> steps.focused().equals("cover2"));
        page.locator("#cover2").selectOption("fpe-minfi-options/option-b");
        page.locator("a.field-link[href*='fpe-minfi-options']").waitFor();
        steps.press("Équipement optique");
        page.waitForCondition(() -> steps.focused().equals("line1-charge"));
        assertThat(steps.text(".line-group > legend")).isEqualTo("Équipement optique");
        assertThat(page.locator("#line1-part").inputValue()).isEqualTo("right");
        page.locator("#line1-charge").fill("100");
        page.locator("#line2-charge").fill("100");
        page.locator("#line3-charge").fill("150");
        steps.compute("Calculer le décompte");

        assertThat(steps.text(".group-name")).isEqualTo("Équipement optique");
        assertThat(steps.text(".group-head"))
                .contains("de cas a (deux verres simples)")
                .contains("420,00 €");
        // lenses: 0.05 at 60 % = 0.03, then 0.02 + 37.50 each; frame: 0.03, then 0.02 + 50 (Propreté, article 9)
        assertThat(steps.payers())
                .containsExactly(
                        "1 Assurance maladie 0,09 €",
                        "2 Complémentaire 1 125,06 €",
                        "3 Complémentaire 2 0,00 €",
                        "4 Reste à charge 224,85 €");
        assertThat(steps.text("#statement .shares .share-contract2"))
                .contains("aucune ligne de son tableau ne couvre ces soins");
        assertThat(steps.texts(".group-total td.col-charge, .group-total td.col-member"))
                .containsExactly("350,00 €", "224,85 €");
        assertThat(steps.why("contract1")).contains("Restait 99,97 € ; paie 37,52 € ; reste 62,45 €.");
    }

    @Test
    void contracts_change_places_by_the_keyboard(Page page) {
        SimulatorSteps steps = new SimulatorSteps(
                page, port, "/?cover=ccn-proprete/regime&cover2=ccn-formation/niveau-1&date=03/06/2024");
        page.getByLabel("Faire payer le contrat 2 avant celui d’au-dessus").focus();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> steps.focused().equals("cover"));

        assertThat(page.locator("#cover").inputValue()).isEqualTo("ccn-formation/niveau-1");
        assertThat(page.locator("#cover2").inputValue()).isEqualTo("ccn-proprete/regime");

        page.getByLabel("Retirer le contrat 1").focus();
        page.keyboard().press("Enter");
        page.locator("#cover2").waitFor(SimulatorSteps.gone());

        assertThat(page.locator("#cover").inputValue()).isEqualTo("ccn-proprete/regime");
    }

    @Test
    void a_stay_says_what_its_daily_charge_is_imputed_on(Page page) {
        SimulatorSteps steps = new SimulatorSteps(
                page,
                port,
                "/?do=compute&cover=ccn-formation/niveau-1&category=unspecified&profession=hospital&born=15/06/1985"
                        + "&date=03/06/2024&line1.act=frais-de-sejour&line1.charge=1000&line1.quantity=4&line1.base=1000"
                        + "&line1.group=stay&line2.act=forfait-journalier&line2.charge=100&line2.quantity=5"
                        + "&line2.group=stay");

        assertThat(steps.text(".group-name")).isEqualTo("Séjour à l’hôpital");
        // 20 % of 1 000 remain; four of the five days are imputed on them, the day of exit is due (CSS L174-4)
        assertThat(steps.text(".group-head"))
                .contains("participation du séjour (200,00 €)")
                .contains("80,00 €");
        assertThat(steps.payers())
                .containsExactly(
                        "1 Assurance maladie 880,00 €", "2 Complémentaire 220,00 €", "3 Reste à charge 0,00 €");
        assertThat(steps.texts(".group-total td.col-compulsory")).containsExactly("880,00 €");
    }

    @Test
    void a_limit_that_is_used_up_is_flagged_and_says_why_nothing_is_paid(Page page) {
        SimulatorSteps steps = new SimulatorSteps(
                page,
                port,
                "/?do=compute&cover=ccn-formation/niveau-1&category=unspecified&profession=osteopath&born=15/06/1985"
                        + "&date=03/06/2024&line1.act=osteopathie&line1.charge=165&line1.quantity=3"
                        + "&line2.act=osteopathie&line2.charge=55&line2.date=02/07/2024");

        assertThat(steps.text(".limits li"))
                .contains("Épuisée")
                .contains("Organismes de formation, Niveau 1")
                .contains("du 1er janvier 2024 au 31 décembre 2024")
                .contains("pour la personne")
                .contains("Lignes 1, 2");
        assertThat(steps.texts(".limits dd")).containsExactly("0 fois", "3 fois", "0 fois");
        assertThat(steps.text(".note-reason")).contains("est épuisée");
        page.locator("td.col-contract1 .figure").nth(1).click();
        assertThat(steps.texts("td.col-contract1 .explanation").get(1))
                .contains("Restait 55,00 € ; ne paie rien : une de ses limites est épuisée.");
    }

    @Test
    void a_moroccan_complementary_pays_what_is_left_up_to_its_ceiling(Page page) {
        SimulatorSteps steps = new SimulatorSteps(
                page,
                port,
                "/?do=compute&cover=amc-plus-fm6/amc-plus&scheme=ma-cnss&category=private&profession=optician"
                        + "&born=15/06/1985&date=03/06/2025&line1.act=LUNETTES&line1.charge=2500");

        // 100 % (frais engagés - AMO) plafonné à 400 MAD tous les 24 mois
        assertThat(steps.texts("#statement .shares .share-contract1 .paid .amount"))
                .containsExactly("400,00 MAD");
        assertThat(steps.text(".limits li")).contains("Épuisée").contains("sur 24 mois, du 3 juin 2025 au 2 juin 2027");
        assertThat(steps.texts(".limits li:first-child dd")).containsExactly("0,00 MAD", "400,00 MAD", "0,00 MAD");
        assertThat(steps.text(".limits li:last-child"))
                .contains("1 000 000 MAD par an et par bénéficiaire")
                .contains("Commune à plusieurs lignes du tableau");
        assertThat(steps.texts(".limits li:last-child dd")).containsExactly("0,00 MAD", "400,00 MAD", "999 600,00 MAD");
    }

    @Test
    void the_file_of_a_regulated_value_opens_at_the_value(Page page) {
        SimulatorSteps steps = new SimulatorSteps(
                page,
                port,
                "/?do=compute&cover=ccn-formation/niveau-1&category=sector-1&born=15/06/1985"
                        + "&date=03/06/2024&line1.act=G&line1.charge=26.50");
        steps.why("abatement");
        page.locator("td.col-abatement .explanation a.file").first().click();
        page.locator("#quantity").waitFor();

        assertThat(steps.text("tr.marked")).contains("2,00 €").contains("15 mai 2024");
        assertThat(page.url()).contains("/regulation/fr.participation");
    }

    @Test
    void a_moroccan_remainder_pays_what_the_first_payment_left_and_says_to_whom(Page page) {
        SimulatorSteps steps = new SimulatorSteps(
                page,
                port,
                "/?cover=amc-plus-fm6/amc-plus&scheme=ma-cnss&category=private&profession=optician"
                        + "&born=15/06/1985&date=03/06/2025&dossier=remainder&line1.act=LUNETTES&line1.charge=2500");
        page.locator("#line1-compulsory").fill("400");
        page.locator("#line1-already-paid").fill("150");
        steps.compute("Calculer le décompte");

        // the contract bears 400 MAD; 150 were paid before
        assertThat(steps.text(".settlements dt")).isEqualTo("À payer maintenant au professionnel");
        assertThat(steps.text(".settlements .amount")).isEqualTo("250,00 MAD");
    }
}
