package io.bareme.rulebook.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.CareLine.Circumstances;
import io.bareme.adjudication.CareLine.Given;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Provider;
import io.bareme.adjudication.Provider.Category;
import io.bareme.adjudication.Scheme;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.ProductKind;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CodeSystem;
import io.bareme.rulebook.EditionReading;
import io.bareme.rulebook.Editions;
import io.bareme.rulebook.cases.CaseRunner;
import io.bareme.rulebook.cases.WorkedCase;
import io.bareme.rulebook.cases.WorkedCase.OfWording;
import io.bareme.rulebook.cases.WorkedCase.Person;
import io.bareme.rulebook.files.Folders;
import io.bareme.rulebook.wording.Interpretation.Refused;
import io.bareme.rulebook.wording.Interpretation.Understood;
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import io.bareme.values.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wording on {@code docs/reference/guarantee-language.md} reads and pays as the page says. */
class LanguagePageTest {

    private static final Path PAGE = Path.of("docs/reference/guarantee-language.md");
    private static final LocalDate DAY = LocalDate.of(2024, 6, 3);
    private static final CaseRunner ENGINE = engine();

    /** The care that a column of amounts is about, by the column's name. */
    private static final Map<String, Care> CARE = Map.of(
            "on the crown", new Care(Scheme.FR_GENERAL, CodeSystem.CCAM, "HBLD634", 1, "539.00", Category.UNSPECIFIED),
            "for 3 nights",
                    new Care(
                            Scheme.FR_GENERAL,
                            CodeSystem.LOCAL,
                            "chambre-particuliere",
                            3,
                            "270.00",
                            Category.UNSPECIFIED),
            "for 4 sessions",
                    new Care(Scheme.FR_GENERAL, CodeSystem.LOCAL, "osteopathie", 4, "240.00", Category.UNSPECIFIED),
            "for the frame",
                    new Care(
                            Scheme.FR_GENERAL, CodeSystem.LOCAL, "monture-classe-b", 1, "150.00", Category.UNSPECIFIED),
            "for the specialist", new Care(Scheme.FR_GENERAL, CodeSystem.NGAP, "CS", 1, "80.00", Category.OPTAM),
            "for the Moroccan specialist",
                    new Care(Scheme.MA_CNSS, CodeSystem.NGAP_MA, "Cs", 1, "300.00", Category.PRIVATE));

    private record Care(Scheme scheme, CodeSystem system, String code, int quantity, String charge, Category category) {

        Currency currency() {
            return scheme.isFrench() ? Currency.EUR : Currency.MAD;
        }

        Claim claim() {
            CareLine line = new CareLine(
                    1,
                    new ActCode(system, code),
                    DAY,
                    quantity,
                    null,
                    Money.of(charge, currency()),
                    Given.NOTHING,
                    Circumstances.ORDINARY,
                    null);
            Provider provider = new Provider("", "", category, Set.of(), scheme.country());
            return new Claim(ClaimKind.SIMULATION, "person", DAY, false, provider, DAY, null, List.of(line), List.of());
        }
    }

    /** One row of the page's tables: its cells by the name of their column. */
    record Row(Map<String, String> cells) {

        String wording() {
            return cell("wording");
        }

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        HeaderReadings readings() {
            return Gold.readings(cell("header"));
        }

        @Override
        public String toString() {
            return wording() + " " + cell("header");
        }
    }

    @ParameterizedTest
    @MethodSource("understood")
    void a_wording_reads_and_pays_as_the_page_says(Row row) {
        String column = row.cells().keySet().stream()
                .filter(CARE::containsKey)
                .findFirst()
                .orElseThrow();
        Care care = Objects.requireNonNull(CARE.get(column));
        Interpretation found = WordingReader.read(row.wording(), row.readings(), care.currency());

        assertThat(found).isInstanceOf(Understood.class);
        assertThat(WordingPrinter.print(((Understood) found).formula())).isEqualTo(row.cell("canonical"));
        assertThat(paid(row, care)).isEqualTo(Money.of(row.cell(column), care.currency()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_wording_is_refused_with_the_suggestion_that_the_page_says(Row row) {
        Interpretation found = WordingReader.read(row.wording(), HeaderReadings.USUAL, Currency.EUR);

        assertThat(found).isInstanceOf(Refused.class);
        assertThat(Objects.requireNonNullElse(((Refused) found).maybe(), "")).isEqualTo(row.cell("maybe"));
    }

    static List<Row> understood() throws IOException {
        return rows().stream()
                .filter(row -> row.cells().containsKey("canonical"))
                .toList();
    }

    static List<Row> refused() throws IOException {
        return rows().stream().filter(row -> row.cells().containsKey("maybe")).toList();
    }

    private static Money paid(Row row, Care care) {
        OfWording contract = new OfWording(
                row.wording(),
                row.readings(),
                ProductKind.COMPLEMENTARY,
                false,
                false,
                null,
                Set.of(),
                List.of(),
                List.of(),
                Set.of(),
                DateRange.from(LocalDate.of(2020, 1, 1)),
                false);
        Decision decision = ENGINE.run(new WorkedCase(
                        "page",
                        row.wording(),
                        WorkedCase.Kind.FICTIONAL,
                        PAGE.toString(),
                        "",
                        new Person(care.scheme(), LocalDate.of(1980, 1, 1), Set.of()),
                        List.of(contract),
                        care.claim(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        PAGE.toString(),
                        1))
                .decision();
        return Objects.requireNonNull(decision).lines().getFirst().shares().complementary();
    }

    /** The rows of the tables whose first column is "wording". */
    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> columns = List.of();
        for (String line : Files.readAllLines(PAGE)) {
            List<String> cells = line.startsWith("|") ? cells(line) : List.of();
            if (cells.isEmpty()) {
                columns = List.of();
            } else if (cells.getFirst().equals("wording")) {
                columns = cells;
            } else if (!columns.isEmpty() && !cells.getFirst().startsWith("---")) {
                rows.add(row(columns, cells));
            }
        }
        return rows;
    }

    private static Row row(List<String> columns, List<String> cells) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            named.put(columns.get(i), cells.get(i));
        }
        return new Row(named);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .toList()
                .subList(0, line.substring(1).split("\\|", -1).length - 1);
    }

    private static CaseRunner engine() {
        EditionReading read = Editions.compile(Folders.read(Path.of("rules"), Path.of("guarantee-tables")));
        assertThat(read).isInstanceOf(EditionReading.Ready.class);
        return Editions.runner(((EditionReading.Ready) read).edition());
    }
}
