package io.bareme.rulebook.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.rulebook.EditionReading.Ready;
import io.bareme.rulebook.Editions;
import io.bareme.rulebook.Fixtures;
import io.bareme.rulebook.files.EditionSources;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class CaseRunnerTest {

    private static final String CASES = "guarantee-tables/demo/2024-01-01/cases.yaml";
    private static final String HARNESS = "rules/cases/fr/harness.yaml";

    @Test
    void a_case_on_a_table_and_a_case_on_a_wording_pass() {
        assertThat(run(Fixtures.good())).hasSize(2).allSatisfy(outcome -> {
            assertThat(outcome.differences()).isEmpty();
            assertThat(outcome.passed()).isTrue();
        });
    }

    @Test
    void a_wrong_cent_is_told_with_both_figures() {
        CaseOutcome outcome = only(changed(CASES, "complementary: 9.00", "complementary: 9.01"), "DEMO-GP");

        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.differences()).containsExactly("line 1, complementary: expected 9.01, got 9.00");
    }

    @Test
    void every_kind_of_expectation_is_compared() {
        SortedMap<String, byte[]> files = changed(
                CASES,
                "expect: {base: 30.00,",
                "expect: {rate: 65 %, verdict: refused, reasons: [nothing], base: 31.00,");

        assertThat(only(files, "DEMO-GP").differences())
                .anySatisfy(line -> assertThat(line).isEqualTo("line 1, base: expected 31.00, got 30.00"))
                .anySatisfy(line -> assertThat(line).isEqualTo("line 1, rate: expected 65 %, got 70 %"))
                .anySatisfy(line -> assertThat(line).startsWith("line 1, verdict: expected REFUSED, got "))
                .anySatisfy(line -> assertThat(line).startsWith("line 1, reasons: expected [nothing], got "))
                .hasSize(4);
    }

    @Test
    void a_wording_that_is_not_understood_fails_its_case_with_the_reason() {
        CaseOutcome outcome = only(changed(HARNESS, "100 % BR", "100 % du salaire"), "HARNESS-GP");

        assertThat(outcome.differences()).containsExactly("the wording \"100 % du salaire\" is not understood");
    }

    @Test
    void a_wording_is_read_as_the_case_says() {
        SortedMap<String, byte[]> files = changed(
                HARNESS,
                "{wording: \"100 % BR\"}",
                "{wording: \"20 % BR\", readings: {percent of base: on top of compulsory}}");

        assertThat(only(files, "HARNESS-GP").differences())
                .containsExactly("line 1, complementary: expected 9.00, got 6.00");
    }

    @Test
    void what_no_case_reaches_is_told() {
        Ready ready = ready(Fixtures.good());

        assertThat(Coverage.of(ready.edition(), run(Fixtures.good())))
                .containsExactly(new Coverage.OfTable(
                        "demo",
                        LocalDate.of(2024, 1, 1),
                        3,
                        List.of("gp", "dentaire"),
                        List.of(new Coverage.Cell("gp-optam", "confort"))));
    }

    private static CaseOutcome only(SortedMap<String, byte[]> files, String id) {
        return run(files).stream()
                .filter(outcome -> outcome.worked().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<CaseOutcome> run(SortedMap<String, byte[]> files) {
        Ready ready = ready(files);
        CaseRunner runner = Editions.runner(ready.edition());
        return ready.cases().stream().map(runner::run).toList();
    }

    private static Ready ready(SortedMap<String, byte[]> files) {
        return (Ready) Editions.compile(EditionSources.of(files));
    }

    private static SortedMap<String, byte[]> changed(String file, String from, String to) {
        SortedMap<String, byte[]> files = Fixtures.good();
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
