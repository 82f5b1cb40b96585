package io.bareme.rulebook.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.guarantee.HeaderReadings;
import io.bareme.rulebook.wording.Interpretation.Refused;
import io.bareme.values.Currency;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How much of what branch agreements print is read. The forms come from the agreements published in the KALI base
 * (Légifrance), each with its address in {@code published-wordings.csv}.
 */
class PublishedWordingsTest {

    @Test
    void as_many_published_forms_are_read_as_before() {
        List<String> wordings = column("published-wordings.csv");

        assertThat(wordings).hasSize(106).doesNotHaveDuplicates();
        assertThat(refused(wordings)).hasSize(16);
    }

    @Test
    void what_is_not_read_of_the_published_forms_is_not_a_formula_of_one_line() {
        assertThat(refused(column("published-wordings.csv"))).allMatch(PublishedWordingsTest::isKnownToBeUnclear);
    }

    /** Prix unitaire that no table defines, several values in a cell, a tariff named by its letter key, words cut off. */
    private static boolean isKnownToBeUnclear(String wording) {
        return wording.contains(" PU ")
                || wording.endsWith(" PU")
                || wording.startsWith("TM /")
                || wording.contains(" BR / TM + ")
                || wording.contains("reconstituée sur la base d'un")
                || wording.startsWith("Conformément")
                || wording.startsWith("Minimum du contrat responsable")
                || wording.startsWith("Limité à 3 prothèses")
                || wording.endsWith("une séance")
                || wording.endsWith("sociale,");
    }

    /** Headings, names of postes and remarks aside, what twelve published tables print. */
    @Test
    void as_many_cells_of_published_tables_are_read_as_before() {
        Set<String> names = Gold.rows("not-guarantees.csv").stream()
                .filter(row -> row.get("reason").startsWith("words:"))
                .map(row -> row.get("wording"))
                .collect(Collectors.toSet());
        List<String> cells = column("published-cells.csv").stream()
                .filter(cell -> !names.contains(cell))
                .toList();

        assertThat(cells).hasSize(271).doesNotHaveDuplicates();
        assertThat(refused(cells)).hasSize(18);
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
        List<Refused> refusals = refused(column("published-wordings.csv")).stream()
                .map(wording -> (Refused) WordingReader.read(wording, HeaderReadings.USUAL, Currency.EUR))
                .toList();

        assertThat(refusals).allSatisfy(refusal -> assertThat(refusal.problem()).isNotBlank());
        assertThat(refusals).filteredOn(refusal -> refusal.maybe() == null).hasSizeLessThanOrEqualTo(4);
    }

    private static List<String> column(String file) {
        return Gold.rows(file).stream().map(row -> row.get("wording")).toList();
    }

    private static List<String> refused(List<String> wordings) {
        return wordings.stream().filter(PublishedWordingsTest::isRefused).toList();
    }

    private static boolean isRefused(String wording) {
        return WordingReader.read(wording, HeaderReadings.USUAL, Currency.EUR) instanceof Refused;
    }
}
