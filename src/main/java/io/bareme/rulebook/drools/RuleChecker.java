package io.bareme.rulebook.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads coverage rules before anything of them is compiled, since a consequence could run any Java. A rule has a
 * permanent id, a sentence and a source, looks at one {@code LineFacts}, and makes exactly one call on
 * {@code findings}. All that is not allowed is refused: salience and every other attribute, several patterns,
 * {@code insert}, {@code update}, {@code delete}, {@code modify}, calls and arithmetic in conditions, numbers other than
 * 0 and 1 (a threshold is a dated value of the regulation), functions, queries, declared types, foreign imports.
 */
final class RuleChecker {

    /** The rules as people may know them, in the order of files and lines, and what is wrong with them. */
    record Checked(List<CoverageRule> rules, List<RuleProblem> problems) {
        Checked {
            rules = List.copyOf(rules);
            problems = List.copyOf(problems);
        }
    }

    private final List<CoverageRule> rules = new ArrayList<>();
    private final List<RuleProblem> problems = new ArrayList<>();
    private final Map<String, CoverageRule> byId = new HashMap<>();

    private RuleChecker() {}

    /** Checks the text of each file under its path. All problems are told at once. */
    static Checked check(SortedMap<String, String> drl) {
        RuleChecker checker = new RuleChecker();
        drl.forEach(checker::file);
        return new Checked(checker.rules, checker.problems.stream().sorted().toList());
    }

    private void file(String path, String text) {
        Problems found = new Problems(path);
        backslashes(text, found);
        PackageDescr parsed = found.all().isEmpty() ? parsed(text, found) : null;
        if (parsed != null) {
            PackageCheck.check(parsed, found);
            for (RuleDescr rule : parsed.getRules()) {
                one(rule, text, found);
            }
        }
        problems.addAll(found.all());
    }

    private void one(RuleDescr rule, String text, Problems found) {
        CoverageRule described = RuleCheck.check(rule, text, found);
        if (described == null) {
            return;
        }
        CoverageRule earlier = byId.putIfAbsent(described.id(), described);
        if (earlier != null) {
            found.add(
                    described.line(),
                    "the id " + described.id() + " is taken by the rule at " + earlier.file() + ":" + earlier.line()
                            + ". Allowed: an id that no other rule has");
        }
        rules.add(described);
    }

    /** An escape could hide code: Java reads {@code \}{@code u0022} as a closing quote. */
    private static void backslashes(String text, Problems found) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("\\")) {
                found.add(
                        i + 1,
                        "a backslash. Allowed: text without escapes",
                        "the letter itself, in UTF-8, or « » for a quotation inside a text");
            }
        }
    }

    private static @Nullable PackageDescr parsed(String text, Problems found) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr parsed = parser.parse(false, text);
            for (DroolsError error : parser.getErrors()) {
                int[] lines = error.getLines();
                found.add(lines.length == 0 ? 1 : lines[0], "not readable as DRL: " + error.getMessage());
            }
            return parser.hasErrors() ? null : parsed;
        } catch (DroolsParserException broken) {
            found.add(1, "not readable as DRL: " + broken.getMessage());
            return null;
        }
    }
}
