package io.bareme.rulebook;

import io.bareme.adjudication.CoverageRules;
import io.bareme.adjudication.Edition;
import io.bareme.rulebook.cases.CaseRunner;
import io.bareme.rulebook.drools.DroolsCompiler;
import io.bareme.rulebook.files.CaseReader;
import io.bareme.rulebook.files.EditionFiles;
import io.bareme.rulebook.files.EditionSources;
import io.bareme.rulebook.files.Problem;
import io.bareme.rulebook.files.Problems;
import io.bareme.rulebook.responsible.ResponsibleCheck;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes an edition of its sources: regulation, nomenclature and tables are read, wordings understood, coverage rules
 * compiled, worked cases read. One problem anywhere, and there is no edition.
 */
public final class Editions {

    private Editions() {}

    public static EditionReading compile(EditionSources sources) {
        Problems problems = new Problems();
        EditionFiles files = EditionFiles.read(sources, new GuaranteeLanguage(), problems);
        if (problems.isEmpty()) {
            ResponsibleCheck.check(files, problems);
        }
        CaseReader.Cases cases = CaseReader.read(sources, files, problems);
        CoverageRules rules = rules(files.coverage(), problems);
        if (rules == null || !problems.isEmpty()) {
            return new EditionReading.Broken(problems.all());
        }
        Edition edition = new Edition(sources.hash(), files.regulation(), files.nomenclature(), files.tables(), rules);
        return new EditionReading.Ready(edition, cases.toRun(), cases.skipped());
    }

    /** Runs worked cases on an edition. */
    public static CaseRunner runner(Edition edition) {
        return new CaseRunner(edition, new GuaranteeLanguage());
    }

    private static @Nullable CoverageRules rules(SortedMap<String, String> texts, Problems problems) {
        if (texts.isEmpty()) {
            problems.add(
                    EditionSources.RULES + "/coverage",
                    "",
                    "",
                    "no coverage rule is found: nothing would ever be refused",
                    "one file .drl or more",
                    null);
            return null;
        }
        return switch (DroolsCompiler.compile(texts)) {
            case DroolsCompiler.Compiled(var rules) -> rules;
            case DroolsCompiler.Broken(List<Problem> broken) -> {
                broken.forEach(problems::add);
                yield null;
            }
        };
    }
}
