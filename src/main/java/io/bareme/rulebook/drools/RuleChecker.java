package io.bareme.rulebook.drools;

import io.bareme.rulebook.files.Problem;
import io.bareme.rulebook.files.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.ImportDescr;
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
    record Checked(List<CoverageRule> rules, List<Problem> problems) {
        Checked {
            rules = List.copyOf(rules);
            problems = List.copyOf(problems);
        }
    }

    private final List<CoverageRule> rules = new ArrayList<>();
    private final Problems problems = new Problems();
    private final Map<String, CoverageRule> byId = new HashMap<>();

    private RuleChecker() {}

    /** Checks the text of each file under its path. All problems are told at once. */
    static Checked check(SortedMap<String, String> drl) {
        RuleChecker checker = new RuleChecker();
        drl.forEach(checker::file);
        return new Checked(checker.rules, checker.problems.all());
    }

    private void file(String path, String text) {
        Complaints complaints = new Complaints(path, problems);
        PackageDescr parsed = hasBackslash(text, complaints) ? null : parsed(text, complaints);
        if (parsed != null) {
            PackageCheck.check(parsed, complaints);
            Set<String> imports =
                    parsed.getImports().stream().map(ImportDescr::getTarget).collect(Collectors.toSet());
            for (RuleDescr rule : parsed.getRules()) {
                one(rule, imports, text, complaints);
            }
        }
    }

    private void one(RuleDescr rule, Set<String> imports, String text, Complaints complaints) {
        CoverageRule described = RuleCheck.check(rule, imports, text, complaints);
        if (described == null) {
            return;
        }
        CoverageRule earlier = byId.putIfAbsent(described.id(), described);
        if (earlier != null) {
            complaints.add(
                    described.line(),
                    described.id(),
                    "the rule at " + earlier.file() + ", line " + earlier.line() + " has this id",
                    "an id that no other rule has, or ever had");
        }
        rules.add(described);
    }

    /** An escape could hide code: Java reads the one of U+0022 as a closing quote. */
    private static boolean hasBackslash(String text, Complaints complaints) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("\\")) {
                complaints.add(
                        i + 1,
                        lines.get(i).strip(),
                        "a backslash could hide code",
                        "text without escapes",
                        "the letter itself, in UTF-8, or « » for a quotation inside a text");
            }
        }
        return text.contains("\\");
    }

    private static @Nullable PackageDescr parsed(String text, Complaints complaints) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr parsed = parser.parse(false, text);
            for (DroolsError error : parser.getErrors()) {
                int[] lines = error.getLines();
                unreadable(lines.length == 0 ? 1 : lines[0], error.getMessage(), complaints);
            }
            return parser.hasErrors() ? null : parsed;
        } catch (DroolsParserException broken) {
            unreadable(1, String.valueOf(broken.getMessage()), complaints);
            return null;
        }
    }

    private static void unreadable(int line, String says, Complaints complaints) {
        String plain = says.replaceFirst("^\\[ERR \\d+] Line \\d+:\\d+ ", "");
        complaints.add(line, "", "not readable as DRL: " + plain, "rule \"id: title\" … when … then … end");
    }
}
