package io.bareme.rulebook.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Reading;
import io.bareme.regulation.Act;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CodeSystem;
import io.bareme.regulation.Lookup;
import io.bareme.rulebook.Fixtures;
import io.bareme.values.Confidence;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class EditionFilesTest {

    private static final String GRID = "guarantee-tables/demo/2024-01-01/grid.csv";
    private static final String CASES = "guarantee-tables/demo/2024-01-01/cases.yaml";

    /** A language of one wording a formula, so that cells can be told apart without the grammar. */
    private static final Wordings BY_LENGTH = new Wordings() {
        @Override
        public Wording read(String wording, HeaderReadings readings, Currency currency) {
            return new Wording.Understood(
                    new Formula.Term(new Measure.Fixed(new Money(wording.length(), currency)), Reading.ON_TOP));
        }

        @Override
        public LimitWording limit(String wording, HeaderReadings readings, Currency currency) {
            return new LimitWording.Refused("no limit stands in the files of these tests", "nothing", null);
        }
    };

    private final Problems problems = new Problems();

    @Test
    void a_regulated_value_keeps_its_exact_decimals_its_file_and_its_line() {
        Lookup found = read(Fixtures.good()).regulation().on("fr.tariff.g", "optam", LocalDate.of(2024, 12, 21));

        assertThat(found).isInstanceOfSatisfying(Lookup.Known.class, known -> {
            assertThat(known.value()).hasToString("25.00");
            assertThat(known.source())
                    .isEqualTo(new Source(
                            "rules/regulation/fr/tariff/g.yaml", "line 6", "Convention médicale 2016", Confidence.OFF));
        });
    }

    @Test
    void before_the_first_value_nothing_is_established() {
        assertThat(read(Fixtures.good()).regulation().on("fr.tariff.g", "optam", LocalDate.of(2017, 4, 30)))
                .isInstanceOf(Lookup.NotEstablished.class);
    }

    @Test
    void a_tariff_that_nobody_has_read_is_not_established_on_any_day() {
        EditionFiles files = read(Fixtures.good());
        Act crown = files.nomenclature().act(new ActCode(CodeSystem.CCAM, "HBLD634"));

        assertThat(crown.tariff()).isEqualTo(new Act.TariffRule.Quantity("fr.tariff.hbld634"));
        assertThat(files.regulation().on("fr.tariff.hbld634", LocalDate.of(2024, 6, 1)))
                .isInstanceOf(Lookup.NotEstablished.class);
    }

    @Test
    void a_cell_keeps_its_wording_and_says_where_it_stands() {
        Guarantee cell = cells("confort").getFirst();

        assertThat(cell.wording()).isEqualTo("150 % BR");
        assertThat(cell.conditions()).containsExactly(Condition.OPTAM);
        assertThat(cell.source().place()).isEqualTo("row 2, column \"confort\"");
        assertThat(cell.source().reference()).isEqualTo("Tableau d'essai, https://example.org/tableau");
    }

    @Test
    void a_dash_that_means_the_base_level_takes_its_formula_and_keeps_its_own_cell() {
        Guarantee base = cells("base").get(1);
        Guarantee dash = cells("confort").get(1);

        assertThat(dash.wording()).isEqualTo("-");
        assertThat(dash.formula()).isEqualTo(base.formula());
        assertThat(dash.source().place()).isEqualTo("row 3, column \"confort\"");
    }

    @Test
    void a_dash_that_means_nothing_pays_nothing() {
        SortedMap<String, byte[]> files = Fixtures.good();
        replace(files, "guarantee-tables/demo/2024-01-01/product.yaml", "dash: base level", "dash: nothing");

        assertThat(level(read(files), "confort").get(1).formula()).isEqualTo(new Formula.Nothing());
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_change_nothing() {
        SortedMap<String, byte[]> files = Fixtures.good();
        files.replaceAll((path, bytes) -> path.endsWith(".drl") ? bytes : windows(bytes));

        EditionFiles windows = read(files);

        assertThat(problems.all()).isEmpty();
        assertThat(windows.tables()).isEqualTo(read(Fixtures.good()).tables());
        assertThat(windows.regulation()).isEqualTo(read(Fixtures.good()).regulation());
        assertThat(windows.nomenclature()).isEqualTo(read(Fixtures.good()).nomenclature());
    }

    @Test
    void a_grid_of_100_000_rows_is_refused_at_the_first_row_too_many() {
        SortedMap<String, byte[]> files = Fixtures.good();
        StringBuilder grid = new StringBuilder("line,section,poste,families,conditions,base,confort\n");
        for (int row = 0; row < 100_000; row++) {
            grid.append("line-").append(row).append(",,Poste,dental,,100 % BR,150 % BR\n");
        }
        files.put(GRID, bytes(grid));

        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(10), () -> read(files));

        assertThat(problems.all())
                .singleElement()
                .hasToString(GRID + ", row 5002: more than 5000 rows\nAllowed: 5000 rows at most");
    }

    @Test
    void of_very_many_problems_the_first_are_shown_and_the_rest_is_counted() {
        SortedMap<String, byte[]> files = Fixtures.good();
        StringBuilder grid = new StringBuilder("line,section,poste,families,conditions,base,confort\n");
        for (int row = 0; row < 1_000; row++) {
            grid.append("line-")
                    .append(row)
                    .append(",,Poste,nowhere-")
                    .append(row)
                    .append(",,100 % BR,150 % BR\n");
        }
        files.put(GRID, bytes(grid));

        read(files);

        assertThat(problems.all()).hasSize(Problems.MOST_PER_FILE + 1);
        assertThat(problems.all().getLast())
                .hasToString(GRID + ": 950 more problems of this file are not shown\nAllowed: mend those above first");
    }

    @Test
    void a_case_of_501_lines_is_refused() {
        SortedMap<String, byte[]> files = Fixtures.good();
        StringBuilder cases = new StringBuilder(text(files, CASES));
        String line = "      - {act: NGAP G, date: 2024-12-30, charge: 30.00, expect: {base: 30.00}}\n";
        files.put(CASES, bytes(cases.append(line.repeat(500))));

        CaseReader.read(EditionSources.of(files), read(files), problems);

        assertThat(problems.all())
                .singleElement()
                .hasToString(CASES + ", line 11: \"a list of 501\": a claim of 501 lines\nAllowed: 1 to 500 lines");
    }

    @Test
    void yaml_nested_without_end_is_refused_and_harms_nothing() {
        SortedMap<String, byte[]> files = Fixtures.good();
        files.put("rules/regulation/fr/deep.yaml", bytes("a: " + "[".repeat(200_000)));

        read(files);

        assertThat(problems.all()).singleElement().extracting(Problem::file).isEqualTo("rules/regulation/fr/deep.yaml");
    }

    private List<Guarantee> cells(String level) {
        return level(read(Fixtures.good()), level);
    }

    private static List<Guarantee> level(EditionFiles files, String level) {
        GuaranteeTable table = files.tables().get("demo").getFirst();
        return table.levels().get(level).guarantees();
    }

    private EditionFiles read(SortedMap<String, byte[]> files) {
        return EditionFiles.read(EditionSources.of(files), BY_LENGTH, problems);
    }

    private static byte[] windows(byte[] bytes) {
        return bytes("\uFEFF" + new String(bytes, StandardCharsets.UTF_8).replace("\n", "\r\n"));
    }

    private static void replace(SortedMap<String, byte[]> files, String path, String from, String to) {
        assertThat(text(files, path)).contains(from);
        files.put(path, bytes(text(files, path).replace(from, to)));
    }

    private static String text(SortedMap<String, byte[]> files, String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
