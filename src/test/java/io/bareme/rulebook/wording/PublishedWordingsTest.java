package io.bareme.rulebook.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.guarantee.HeaderReadings;
import io.bareme.rulebook.WordingShare;
import io.bareme.rulebook.files.Problems;
import io.bareme.rulebook.files.PublishedTable;
import io.bareme.rulebook.wording.Interpretation.Refused;
import io.bareme.values.Currency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much of what published tables guarantee is read, each under its own header. */
class PublishedWordingsTest {

    private static final String FORMS = "Forms seen in branch agreements";
    private static final Path TABLES = Path.of("docs/reference/wordings");
    private static final List<WordingShare> SHARES = shares();

    @Test
    void what_is_not_read_is_known_cell_by_cell_with_the_reason() throws IOException {
        List<String> pinned = Files.readAllLines(Path.of("src/test/resources/io/bareme/rulebook/wording/not-read.tsv"));

        assertThat(SHARES.stream()
                        .flatMap(share -> share.unread().stream()
                                .map(not -> share.table().table() + "\t" + not.cell() + "\t" + not.why()))
                        .toList())
                .containsExactlyElementsOf(pinned);
    }

    @Test
    void of_twelve_french_tables_95_cells_in_100_are_read_as_they_are_meant() {
        List<WordingShare> french = SHARES.stream()
                .filter(share -> share.table().country().equals("FR"))
                .filter(share -> !share.table().table().equals(FORMS))
                .toList();

        assertThat(french).hasSize(12);
        assertThat(distinct(french)).hasSize(269);
        assertThat(unread(french).size() * 100)
                .isLessThanOrEqualTo(distinct(french).size() * 5);
    }

    /** With the forms of branch agreements. */
    @Test
    void of_all_french_forms_95_cells_in_100_are_read_as_they_are_meant() {
        List<WordingShare> french = SHARES.stream()
                .filter(share -> share.table().country().equals("FR"))
                .toList();

        assertThat(distinct(french)).hasSize(320);
        assertThat(unread(french)).hasSize(10);
    }

    /** The other Moroccan cells name a number without its time, or a scale that the table does not print. */
    @Test
    void of_five_moroccan_tables_all_is_read_that_names_its_time_and_its_base() {
        List<WordingShare> moroccan = SHARES.stream()
                .filter(share -> share.table().country().equals("MA"))
                .toList();

        assertThat(moroccan).hasSize(5);
        assertThat(distinct(moroccan)).hasSize(76);
        assertThat(unread(moroccan)).hasSize(13);
    }

    @Test
    void of_the_forms_of_branch_agreements_95_in_100_are_read() {
        WordingShare forms = SHARES.stream()
                .filter(share -> share.table().table().equals(FORMS))
                .findFirst()
                .orElseThrow();

        assertThat(forms.table().cells()).isEqualTo(105);
        assertThat(forms.guarantees()).hasSize(97);
        assertThat(forms.unread()).hasSize(3);
    }

    /** The gold file was written from the same cells, so none may be left out of either. */
    @Test
    void every_guarantee_of_the_tables_has_its_meaning_in_the_gold_file() {
        Set<String> gold = Gold.lines().stream().map(Gold.Line::wording).collect(Collectors.toSet());

        assertThat(distinct(SHARES)).isSubsetOf(gold);
    }

    @Test
    void every_cell_that_was_published_stands_in_a_table() {
        Set<String> cells = SHARES.stream()
                .map(WordingShare::table)
                .flatMap(table -> Stream.of(
                                table.guarantees().stream(),
                                table.beyondTheirWords().stream().map(PublishedTable.Remark::cell),
                                table.others().stream().map(PublishedTable.Remark::cell))
                        .flatMap(one -> one))
                .collect(Collectors.toSet());

        assertThat(cells)
                .containsAll(column("published-cells.csv"))
                .containsAll(column("published-cells-ma.csv"))
                .containsAll(column("published-wordings.csv"));
    }

    @Test
    void the_page_says_how_much_of_each_table_is_read() throws IOException {
        List<String> page = Files.readAllLines(Path.of("docs/reference/guarantee-language.md"));

        assertThat(page)
                .containsAll(SHARES.stream()
                        .map(share -> "| " + share.table().table() + " | "
                                + share.table().cells() + " | "
                                + share.guarantees().size() + " | " + share.read() + " |")
                        .toList());
    }

    @Test
    void every_form_seen_is_read_at_least_once() {
        Set<String> seen = Gold.rows("published-wordings.csv").stream()
                .flatMap(row -> Arrays.stream(row.get("forms").split(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> read = Gold.rows("published-wordings.csv").stream()
                .filter(row -> !isRefused(row.get("wording")))
                .flatMap(row -> Arrays.stream(row.get("forms").split(" ")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(read).isEqualTo(seen).hasSize(16);
    }

    @Test
    void a_refusal_names_the_words_and_nearly_always_something_near_that_reads() {
        List<Refused> refusals = column("published-wordings.csv").stream()
                .map(wording -> WordingReader.read(wording, HeaderReadings.USUAL, Currency.EUR))
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .toList();

        assertThat(refusals)
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal.problem()).isNotBlank());
        assertThat(refusals).filteredOn(refusal -> refusal.maybe() == null).hasSizeLessThanOrEqualTo(5);
    }

    private static List<WordingShare> shares() {
        Problems problems = new Problems();
        List<PublishedTable> tables = PublishedTable.read(TABLES, problems);
        assertThat(problems.all()).isEmpty();
        return tables.stream().map(WordingShare::of).toList();
    }

    private static Set<String> distinct(List<WordingShare> shares) {
        return shares.stream().flatMap(share -> share.guarantees().stream()).collect(Collectors.toSet());
    }

    private static Set<String> unread(List<WordingShare> shares) {
        return shares.stream()
                .flatMap(share -> share.unread().stream())
                .map(PublishedTable.Remark::cell)
                .collect(Collectors.toSet());
    }

    private static List<String> column(String file) {
        return Gold.rows(file).stream().map(row -> row.get("wording")).toList();
    }

    private static boolean isRefused(String wording) {
        return WordingReader.read(wording, HeaderReadings.USUAL, Currency.EUR) instanceof Refused;
    }
}
