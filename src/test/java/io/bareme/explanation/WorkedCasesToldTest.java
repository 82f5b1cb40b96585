package io.bareme.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Step;
import io.bareme.rulebook.EditionReading;
import io.bareme.rulebook.Editions;
import io.bareme.rulebook.cases.CaseOutcome;
import io.bareme.rulebook.cases.CaseRunner;
import io.bareme.rulebook.files.Folders;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every decision of the worked cases, told in both languages: nothing is left a code, nothing unfilled. */
class WorkedCasesToldTest {

    private static final List<LineDecision> LINES = lines();

    @Test
    void every_step_and_reason_becomes_a_sentence() {
        assertThat(LINES).hasSizeGreaterThan(200);
        for (Locale locale : List.of(Locale.FRANCE, Locale.UK)) {
            assertThat(LINES.stream().flatMap(line -> sentences(line, locale)).distinct())
                    .allSatisfy(sentence -> assertThat(sentence)
                            .doesNotStartWith("step.")
                            .doesNotStartWith("reason.")
                            .doesNotContainPattern("\\{[a-zA-Z]+}")
                            .doesNotContainPattern("\\d\\.\\d\\d (EUR|MAD)")
                            .matches("(?s)[\\p{Lu}\\d«].*[.»”).]"));
        }
    }

    @Test
    void a_step_on_a_weak_value_says_so_and_no_other_does() {
        List<Step> steps = LINES.stream().flatMap(line -> line.steps().stream()).toList();

        assertThat(steps.stream().filter(Sentences::isWeak)).isNotEmpty();
        assertThat(steps)
                .allSatisfy(
                        step -> assertThat(Sentences.step(step, Locale.UK).contains("To be verified: this value is"))
                                .isEqualTo(Sentences.isWeak(step)));
    }

    private static Stream<String> sentences(LineDecision line, Locale locale) {
        Stream<String> steps = line.steps().stream().map(step -> Sentences.step(step, locale));
        Stream<String> reasons = line.findings().stream().map((Finding finding) -> Sentences.reason(finding, locale));
        return Stream.concat(steps, reasons);
    }

    private static List<LineDecision> lines() {
        EditionReading reading = Editions.compile(Folders.read(Path.of("rules"), Path.of("guarantee-tables")));
        assertThat(reading).isInstanceOf(EditionReading.Ready.class);
        EditionReading.Ready ready = (EditionReading.Ready) reading;
        CaseRunner runner = Editions.runner(ready.edition());
        return ready.cases().stream()
                .map(runner::run)
                .map(CaseOutcome::decision)
                .filter(Objects::nonNull)
                .map(Decision::lines)
                .flatMap(List::stream)
                .toList();
    }
}
