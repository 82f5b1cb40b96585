package io.bareme.rulebook.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.rulebook.files.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleCheckerTest {

    private static final String FILE = "rules/coverage/some.drl";

    /** A rule without fault, on lines 6 to 13 of its file. */
    private static final String GOOD = """
            package coverage;
            import io.bareme.adjudication.Findings;
            import io.bareme.adjudication.LineFacts;
            global Findings findings;

            rule "late: filed too late"
                @sentence("La demande est arrivée trop tard.")
                @source("CSS L932-13 [LAW]")
            when
                line : LineFacts(country == "FR", daysSinceCare > filingDays)
            then
                findings.refuse(line, "late", "filing-late", "days", line.daysSinceCare());
            end
            """;

    @Test
    void a_rule_without_fault_is_described() {
        RuleChecker.Checked checked = check(GOOD);
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.rules())
                .containsExactly(new CoverageRule(
                        "late", "filed too late", "La demande est arrivée trop tard.", "CSS L932-13 [LAW]", FILE, 6));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void what_is_forbidden_is_refused_at_its_line(Change change) {
        assertThat(GOOD).contains(change.in());
        String said = check(GOOD.replace(change.in(), change.by())).problems().stream()
                .map(problem -> problem.render().replace(FILE + ", ", ""))
                .collect(Collectors.joining("\n"));
        assertThat(said).isEqualTo(change.says()).isNotEmpty();
    }

    static List<Change> changes() throws IOException {
        try (InputStream file = RuleCheckerTest.class.getResourceAsStream("refusals.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.strip().split("\n\n"))
                    .skip(1)
                    .map(Change::of)
                    .toList();
        }
    }

    @Test
    void all_problems_of_all_files_are_told_at_once() {
        SortedMap<String, String> drl = new TreeMap<>();
        drl.put("a.drl", GOOD.replace("> filingDays", "> 730").replace("refuse(line,", "refuse(null,"));
        drl.put("b.drl", GOOD);
        assertThat(RuleChecker.check(drl).problems().stream().map(Problem::render))
                .containsExactly("""
                        a.drl, line 10: "730": a threshold is never written in a rule
                        Allowed: 0 and 1
                        Maybe it is a dated value of the regulation that LineFacts carries""", """
                        a.drl, line 12: "null": not what the rule looked at
                        Allowed: line""", """
                        b.drl, line 6: "late": the rule at a.drl, line 6 has this id
                        Allowed: an id that no other rule has, or ever had""");
    }

    private static RuleChecker.Checked check(String text) {
        SortedMap<String, String> drl = new TreeMap<>();
        drl.put(FILE, text);
        return RuleChecker.check(drl);
    }

    /** What takes the place of what, and what is said of it. */
    record Change(String what, String in, String by, String says) {

        private static final String CONDITIONS =
                "Condition." + String.join(", Condition.", Vocabulary.constants("Condition"));

        static Change of(String block) {
            return new Change(
                    block.lines().findFirst().orElseThrow(),
                    lines(block, line -> line.startsWith("- ")),
                    lines(block, line -> line.startsWith("+ ")),
                    lines(block, line -> !line.matches("[-+#] .*"))
                            .replace("{facts}", String.join(", ", Vocabulary.FACTS.keySet()))
                            .replace("{named}", String.join(", ", Vocabulary.NAMED))
                            .replace("{conditions}", CONDITIONS));
        }

        private static String lines(String block, Predicate<String> which) {
            return block.lines()
                    .filter(which)
                    .map(line -> line.replaceFirst("^[-+] ", ""))
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public String toString() {
            return what;
        }
    }
}
