package io.bareme.rulebook.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.rulebook.cases.CaseOutcome;
import io.bareme.rulebook.cases.CaseRunner;
import io.bareme.rulebook.cases.WorkedCase;
import io.bareme.rulebook.files.CaseReader;
import io.bareme.rulebook.files.EditionFiles;
import io.bareme.rulebook.files.EditionSources;
import io.bareme.rulebook.files.Folders;
import io.bareme.rulebook.files.Problems;
import io.bareme.rulebook.files.Wordings.Wording;
import io.bareme.rulebook.wording.Interpretation;
import io.bareme.rulebook.wording.WordingReader;
import io.bareme.values.Currency;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each rule a claim that fires it and one that does not, through the whole engine: {@code rules/cases}. */
class CoverageCasesTest {

    private static final DroolsRules RULES = RulesOfTheRepository.compiled();
    private static final EditionSources SOURCES = Folders.read(Path.of("rules"), Path.of("guarantee-tables"));
    private static final List<WorkedCase> CASES = cases();
    private static final CaseRunner RUNNER = new CaseRunner(
            edition(),
            (wording, readings, currency) -> read(wording, readings, currency) instanceof Wording.Understood understood
                    ? understood.formula()
                    : null);

    static List<CoverageRule> rules() {
        return RULES.described();
    }

    static List<WorkedCase> worked() {
        return CASES;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_has_a_case_that_fires_it_and_one_that_does_not(CoverageRule rule) {
        List<Boolean> fires = CASES.stream()
                .filter(worked -> worked.file().endsWith("/coverage/" + rule.id() + ".yaml"))
                .map(worked -> fires(rule, RUNNER.run(worked)))
                .toList();
        assertThat(fires).containsExactly(true, false);
    }

    @ParameterizedTest
    @MethodSource("worked")
    void a_case_comes_out_as_it_says(WorkedCase worked) {
        assertThat(RUNNER.run(worked).differences()).isEmpty();
    }

    private static boolean fires(CoverageRule rule, CaseOutcome outcome) {
        Decision decision = outcome.decision();
        return decision.lines().stream()
                .flatMap(line -> line.findings().stream())
                .anyMatch(finding -> finding.rule().equals(rule.id()));
    }

    private static List<WorkedCase> cases() {
        Problems problems = new Problems();
        List<WorkedCase> cases = CaseReader.read(SOURCES, problems).stream()
                .filter(worked -> worked.file().contains("/coverage/"))
                .toList();
        assertThat(problems.all())
                .filteredOn(problem -> problem.file().contains("/coverage/"))
                .isEmpty();
        return cases;
    }

    private static Edition edition() {
        EditionFiles files = EditionFiles.read(SOURCES, CoverageCasesTest::read, new Problems());
        return new Edition(SOURCES.hash(), files.regulation(), files.nomenclature(), files.tables(), RULES);
    }

    private static Wording read(String wording, HeaderReadings readings, Currency currency) {
        return switch (WordingReader.read(wording, readings, currency)) {
            case Interpretation.Understood understood -> new Wording.Understood(understood.formula());
            case Interpretation.SameAsBaseLevel same -> new Wording.Refused("the base level", "", null);
            case Interpretation.Refused refused -> new Wording.Refused(refused.onOneLine(), "", refused.maybe());
        };
    }
}
