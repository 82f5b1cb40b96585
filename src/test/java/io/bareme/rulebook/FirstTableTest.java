package io.bareme.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.rulebook.EditionReading.Broken;
import io.bareme.rulebook.EditionReading.Ready;
import io.bareme.rulebook.cases.CaseOutcome;
import io.bareme.rulebook.files.EditionSources;
import io.bareme.rulebook.files.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files of {@code docs/tutorials/first-table.md} do what the tutorial says, step by step. */
class FirstTableTest {

    private static final String FOLDER = "guarantee-tables/ma-table/2024-01-01/";
    private static final String PAGE = page();

    @Test
    void the_cell_is_refused_as_the_tutorial_shows() {
        EditionReading read = Editions.compile(sources(PAGE));

        assertThat(read)
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(PAGE).contains("\n" + problem.render() + "\n")));
    }

    @Test
    void the_case_fails_as_the_tutorial_shows() {
        CaseOutcome outcome = run(PAGE.replace("150 % BRS", "150 % BR"));

        assertThat(outcome.differences())
                .singleElement()
                .satisfies(difference -> assertThat(PAGE).contains("\n  " + difference + "\n"));
    }

    @Test
    void the_case_passes_with_the_figure_that_the_tutorial_finds() {
        assertThat(PAGE).contains("write `complementary: 37.95`");
        CaseOutcome outcome =
                run(PAGE.replace("150 % BRS", "150 % BR").replace("complementary: 40.95", "complementary: 37.95"));

        assertThat(outcome.differences()).isEmpty();
    }

    @Test
    void the_crown_that_the_reader_is_asked_for_pays_what_the_tutorial_says() {
        assertThat(PAGE)
                .contains("539.00 on 1 June 2024: base 120.00, compulsory share 72.00")
                .contains("298.00");
        CaseOutcome outcome = run(PAGE.replace("150 % BRS", "150 % BR")
                .replace("act: NGAP CS", "act: CCAM HBLD634")
                .replace("date: 2024-03-01", "date: 2024-06-01")
                .replace("charge: 60.00", "charge: 539.00")
                .replace(
                        "{base: 31.50, compulsory: 22.05, complementary: 40.95}",
                        "{base: 120.00, compulsory: 72.00, complementary: 298.00}"));

        assertThat(outcome.differences()).isEmpty();
    }

    private static CaseOutcome run(String page) {
        Ready ready = (Ready) Editions.compile(sources(page));
        return ready.cases().stream()
                .filter(worked -> worked.id().equals("TUTO-SPE-CONFORT"))
                .map(Editions.runner(ready.edition())::run)
                .findFirst()
                .orElseThrow();
    }

    /** The repository's own files, and those that the page shows. */
    private static EditionSources sources(String page) {
        Map<String, byte[]> files = new TreeMap<>(
                Folders.read(Path.of("rules"), Path.of("guarantee-tables")).files());
        files.put(FOLDER + "product.yaml", shown(page, "yaml", "product:"));
        files.put(FOLDER + "grid.csv", shown(page, "csv", "line,"));
        files.put(FOLDER + "cases.yaml", shown(page, "yaml", "cases:"));
        return EditionSources.of(files);
    }

    private static byte[] shown(String page, String language, String beginning) {
        Matcher block = Pattern.compile("(?ms)^```" + language + "\n(" + Pattern.quote(beginning) + ".*?)^```")
                .matcher(page);
        assertThat(block.find()).as(beginning).isTrue();
        return block.group(1).getBytes(StandardCharsets.UTF_8);
    }

    private static String page() {
        try {
            return Files.readString(Path.of("docs/tutorials/first-table.md"));
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
