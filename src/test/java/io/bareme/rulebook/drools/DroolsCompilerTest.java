package io.bareme.rulebook.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineFacts;
import io.bareme.rulebook.drools.DroolsCompiler.Broken;
import io.bareme.rulebook.drools.DroolsCompiler.Compiled;
import io.bareme.rulebook.drools.DroolsCompiler.Outcome;
import io.bareme.rulebook.files.Problem;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kie.memorycompiler.JavaConfiguration;

class DroolsCompilerTest {

    private static final List<LineFacts> DUPLICATE =
            List.of(SomeLine.french().with(line -> line.duplicate = true).facts());

    @Test
    void broken_rules_are_reported_at_their_line_and_earlier_rules_go_on_running() {
        try (DroolsRules earlier = RulesOfTheRepository.compiled()) {
            List<Finding> before = earlier.examine(DUPLICATE);
            SortedMap<String, String> broken = RulesOfTheRepository.read();
            broken.compute(
                    "rules/coverage/duplicates.drl", (path, text) -> text.replace("duplicate == true", "duplicate =="));

            assertThat(problems(DroolsCompiler.compile(broken))).containsExactly("""
                            rules/coverage/duplicates.drl, line 14: not readable as DRL: no viable \
                            alternative at input ')' in rule "duplicate: the same act, day, professional and part of the \
                            body again"
                            Allowed: rule "id: title" … when … then … end""");
            assertThat(earlier.examine(DUPLICATE)).isEqualTo(before).isNotEmpty();
        }
    }

    @Test
    void a_later_edition_of_the_rules_leaves_the_earlier_one_as_it_was() {
        SortedMap<String, String> without = RulesOfTheRepository.read();
        without.remove("rules/coverage/duplicates.drl");
        try (DroolsRules earlier = RulesOfTheRepository.compiled();
                DroolsRules later = RulesOfTheRepository.compiled(without)) {
            assertThat(earlier.examine(DUPLICATE)).extracting(Finding::rule).contains("duplicate");
            assertThat(later.examine(DUPLICATE)).extracting(Finding::rule).doesNotContain("duplicate");
            later.close();
            assertThat(earlier.examine(DUPLICATE)).extracting(Finding::rule).contains("duplicate");
        }
    }

    @Test
    void what_passes_the_checker_and_not_the_compiler_is_reported_all_the_same() {
        SortedMap<String, String> drl = new TreeMap<>();
        drl.put("rules/coverage/typed.drl", """
                package coverage;
                import io.bareme.adjudication.Findings;
                import io.bareme.adjudication.LineFacts;
                global Findings findings;
                rule "typed: a text that is no number" when line : LineFacts(age == "old") then
                    findings.refer(line, "typed", "act-unknown");
                end
                """);
        assertThat(problems(DroolsCompiler.build(drl, List.of())))
                .containsExactly("rules/coverage/typed.drl: does not compile: For input string: \"old\"");
    }

    @Test
    void an_edition_without_rules_finds_nothing() {
        try (DroolsRules none = RulesOfTheRepository.compiled(new TreeMap<>())) {
            assertThat(none.described()).isEmpty();
            assertThat(none.examine(DUPLICATE)).isEmpty();
        }
    }

    @Test
    void java_inside_rules_is_of_level_21() {
        RulesOfTheRepository.compiled().close();
        assertThat(JavaConfiguration.findJavaVersion()).isEqualTo("21");
    }

    private static List<String> problems(Outcome outcome) {
        return switch (outcome) {
            case Compiled compiled -> List.of();
            case Broken broken ->
                broken.problems().stream().map(Problem::render).toList();
        };
    }
}
