package io.bareme.rulebook.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Decision;
import io.bareme.rulebook.EditionReading;
import io.bareme.rulebook.Editions;
import io.bareme.rulebook.cases.CaseOutcome;
import io.bareme.rulebook.cases.CaseRunner;
import io.bareme.rulebook.cases.WorkedCase;
import io.bareme.rulebook.files.Folders;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each rule a claim that fires it and one that does not, through the whole engine: {@code rules/cases}. */
class CoverageCasesTest {

    private static final EditionReading.Ready READY = ready();
    private static final CaseRunner RUNNER = Editions.runner(READY.edition());

    static List<CoverageRule> rules() {
        return ((DroolsRules) READY.edition().rules()).described();
    }

    static List<WorkedCase> cases() {
        return READY.cases().stream()
                .filter(worked -> worked.file().contains("/coverage/"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_has_a_case_that_fires_it_and_one_that_does_not(CoverageRule rule) {
        List<Boolean> fires = cases().stream()
                .filter(worked -> worked.file().endsWith("/" + rule.id() + ".yaml"))
                .map(worked -> fires(rule, RUNNER.run(worked)))
                .toList();
        assertThat(fires).containsExactly(true, false);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_case_comes_out_as_it_says(WorkedCase worked) {
        assertThat(RUNNER.run(worked).differences()).isEmpty();
    }

    private static boolean fires(CoverageRule rule, CaseOutcome outcome) {
        Decision decision = outcome.decision();
        return decision.lines().stream()
                .flatMap(line -> line.findings().stream())
                .anyMatch(finding -> finding.rule().equals(rule.id()));
    }

    private static EditionReading.Ready ready() {
        return switch (Editions.compile(Folders.read(Path.of("rules"), Path.of("guarantee-tables")))) {
            case EditionReading.Ready ready -> ready;
            case EditionReading.Broken broken ->
                throw new AssertionError(broken.problems().toString());
        };
    }
}
