package io.bareme.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.rulebook.Fixtures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

    private static final String DEMO = "guarantee-tables/demo/2024-01-01/";

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write_the_good_edition() throws IOException {
        Fixtures.write(home, Fixtures.good());
    }

    @Test
    void a_good_edition_passes_and_the_last_line_counts() {
        assertThat(check(tables())).isZero();
        assertThat(out.toString().lines().toList().getLast()).isEqualTo("2 passed, 0 failed");
        assertThat(out.toString())
                .contains("fictional: 2 cases, FR 2, MA 0")
                .contains("demo 2024-01-01: 1 of 3 lines reached by a case")
                .contains("warning, no case reaches: gp, dentaire")
                .contains("other cells no case reaches: gp-optam (confort)");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_failed_case_shows_its_place_and_both_figures() throws IOException {
        change(DEMO + "cases.yaml", "complementary: 9.00", "complementary: 9.01");

        assertThat(check(tables())).isEqualTo(1);
        assertThat(out.toString())
                .contains("FAILED DEMO-GP, Généraliste au tarif (" + tables() + "/demo/2024-01-01/cases.yaml, line 2)")
                .contains("  line 1, complementary: expected 9.01, got 9.00");
        assertThat(out.toString().lines().toList().getLast()).isEqualTo("1 passed, 1 failed");
    }

    @Test
    void every_problem_is_shown_at_its_cell_and_no_case_is_run() throws IOException {
        change(DEMO + "grid.csv", "150 % BR", "#REF!");
        change(DEMO + "grid.csv", "non-optam", "hors-optam");

        assertThat(check(tables())).isEqualTo(1);
        assertThat(out.toString())
                .contains("grid.csv, row 2, column \"confort\": \"#REF!\": a spreadsheet's error")
                .contains("grid.csv, row 3, column \"conditions\": \"hors-optam\": unknown condition")
                .contains("Maybe \"non-optam\"")
                .contains("2 problems: nothing was loaded, no case was run");
        assertThat(out.toString().lines().toList().getLast()).isEqualTo("0 passed, 2 failed");
    }

    @Test
    void a_folder_that_does_not_exist_is_told_apart() {
        assertThat(check(home.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("There is no folder: " + home.resolve("nowhere"));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void the_rules_may_stand_elsewhere(@TempDir Path elsewhere) throws IOException {
        Files.move(home.resolve("rules"), elsewhere.resolve("my-rules"));

        assertThat(check(tables())).isEqualTo(2);
        assertThat(check("--rules", elsewhere.resolve("my-rules").toString(), tables()))
                .isZero();
    }

    @Test
    void problems_name_the_folder_as_it_was_typed(@TempDir Path elsewhere) throws IOException {
        Files.move(home.resolve("guarantee-tables"), elsewhere.resolve("gt"));
        Files.move(home.resolve("rules"), elsewhere.resolve("my-rules"));
        home = elsewhere;
        change("gt/demo/2024-01-01/grid.csv", "150 % BR", "#REF!");
        change("my-rules/regulation/fr/tariff/g.yaml", "unit: EUR", "unit: FRF");

        check("--rules", elsewhere + "/my-rules", elsewhere + "/gt");

        assertThat(out.toString())
                .contains(elsewhere + "/gt/demo/2024-01-01/grid.csv, row 2")
                .contains(elsewhere + "/my-rules/regulation/fr/tariff/g.yaml, line ")
                .doesNotContain("guarantee-tables/demo");
    }

    @Test
    void the_harness_of_other_tables_is_skipped_and_counted_once() throws IOException {
        append("rules/cases/fr/harness.yaml", """
                  - id: ELSEWHERE
                    title: "Généraliste, un autre tableau"
                    kind: fictional
                    source: "made up"
                    assumed: "care date 2024-06-03: within the tariff"
                    person: {scheme: fr-general, born: 1980-01-01}
                    contracts:
                      - {product: rama, level: formule-1}
                    provider: {profession: doctor, category: sector-1, country: FR}
                    lines:
                      - act: NGAP G
                        date: 2024-06-03
                        charge: 30.00
                        expect: {verdict: approved}
                """);

        assertThat(check(tables())).isZero();
        assertThat(out.toString())
                .contains("1 skipped: a case of the harness names product rama, which is not in this folder");
        assertThat(out.toString().lines().toList().getLast()).isEqualTo("2 passed, 0 failed");
    }

    @Test
    void a_tables_own_case_about_an_unknown_product_is_a_problem() throws IOException {
        change(DEMO + "cases.yaml", "product: demo", "product: demmo");

        assertThat(check(tables())).isEqualTo(1);
        assertThat(out.toString()).contains("\"demmo\": unknown product").doesNotContain("skipped");
    }

    @Test
    void a_folder_without_any_table_is_told_as_such(@TempDir Path empty) {
        assertThat(check("--rules", home.resolve("rules").toString(), empty.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There is no table in the folder: " + empty);
        assertThat(out.toString()).isEmpty();
    }

    private void append(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.writeString(path, Files.readString(path).stripTrailing() + "\n" + text);
    }

    private String tables() {
        return home.resolve("guarantee-tables").toString();
    }

    private int check(String... arguments) {
        CommandLine check = new CommandLine(new CheckCommand());
        check.setOut(new PrintWriter(out, true));
        check.setErr(new PrintWriter(err, true));
        return check.execute(arguments);
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = home.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
