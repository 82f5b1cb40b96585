package io.bareme.portal.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.portal.pages.Texts;
import io.bareme.portal.regulation.QuantityView.Row;
import io.bareme.regulation.Regulation;
import io.bareme.rulebook.EditionReading;
import io.bareme.rulebook.Editions;
import io.bareme.rulebook.files.Folders;
import io.bareme.values.Confidence;
import io.bareme.values.Source;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class RegulationLinksTest {

    private static final Regulation REGULATION = regulation();

    @Test
    void every_value_of_the_regulation_has_a_page_that_marks_it_alone() {
        RegulationLinks links = new RegulationLinks(REGULATION);
        assertThat(REGULATION.quantities().values())
                .hasSizeGreaterThan(50)
                .allSatisfy(quantity -> assertThat(quantity.series().values())
                        .allSatisfy(values -> assertThat(values).allSatisfy(value -> {
                            assertThat(links.to(value.source()))
                                    .startsWith("/regulation/" + quantity.id() + "?place=")
                                    .endsWith("#value");
                            assertThat(QuantityView.of(quantity, value.source().place(), texts(Locale.FRENCH))
                                            .series())
                                    .flatExtracting(QuantityView.Series::rows)
                                    .filteredOn(Row::marked)
                                    .hasSize(1);
                        })));
    }

    @Test
    void a_source_that_is_no_file_of_the_regulation_has_no_page() {
        assertThat(new RegulationLinks(REGULATION).to(new Source("grid.csv", "row 1", "CCN", Confidence.OFF)))
                .isNull();
    }

    @Test
    void values_are_said_in_their_unit_the_latest_first() {
        QuantityView pmss = QuantityView.of(REGULATION.quantities().get("fr.pmss"), "", texts(Locale.ENGLISH));

        assertThat(pmss.series())
                .singleElement()
                .satisfies(series -> assertThat(series.rows())
                        .extracting(Row::value)
                        .containsSubsequence("€4,005.00", "€3,925.00", "€3,864.00"));
    }

    @Test
    void a_value_holds_until_the_day_before_the_next() {
        QuantityView charge =
                QuantityView.of(REGULATION.quantities().get("fr.daily-charge"), "", texts(Locale.ENGLISH));

        assertThat(charge.series().get(0).rows())
                .filteredOn(row -> row.value().equals("€20.00"))
                .singleElement()
                .extracting(Row::until)
                .isEqualTo("28 February 2026");
    }

    private static Texts texts(Locale locale) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/pages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Texts(messages, locale);
    }

    private static Regulation regulation() {
        EditionReading reading = Editions.compile(
                Folders.read(Path.of("rules"), Path.of("guarantee-tables")).edition());
        return ((EditionReading.Ready) reading).edition().regulation();
    }
}
