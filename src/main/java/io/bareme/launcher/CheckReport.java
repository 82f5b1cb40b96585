package io.bareme.launcher;

import io.bareme.adjudication.Edition;
import io.bareme.rulebook.EditionReading.Ready;
import io.bareme.rulebook.cases.CaseOutcome;
import io.bareme.rulebook.cases.Coverage;
import io.bareme.rulebook.cases.SkippedCase;
import io.bareme.rulebook.cases.WorkedCase;
import io.bareme.rulebook.cases.WorkedCase.Kind;
import io.bareme.rulebook.files.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code bareme check} prints, and the exit code it comes to. */
final class CheckReport {

    private static final int PASSED = 0;
    private static final int FAILED = 1;

    private final PrintWriter out;

    private final GivenFolders folders;

    CheckReport(PrintWriter out, GivenFolders folders) {
        this.out = out;
        this.folders = folders;
    }

    /** Every problem, each of which counts as failed; no case was run. */
    int broken(List<Problem> problems) {
        problems.forEach(problem -> {
            out.println(folders.shown(problem).render());
            out.println();
        });
        out.println(counted(problems.size(), "problem") + ": nothing was loaded, no case was run");
        return end(0, problems.size(), FAILED);
    }

    /** The cases that failed, with both figures; what the cases reach and what they are worth. */
    int ready(Ready ready, List<CaseOutcome> outcomes) {
        Edition edition = ready.edition();
        out.println("edition " + edition.hash());
        out.printf(
                Locale.ROOT,
                "%d quantities, %d acts, %d families, %d products%n%n",
                edition.regulation().quantities().size(),
                edition.nomenclature().acts().size(),
                edition.nomenclature().families().size(),
                edition.tables().size());
        outcomes.stream().filter(outcome -> !outcome.passed()).forEach(this::failed);
        skipped(ready.skipped());
        Coverage.of(edition, outcomes).forEach(this::coverage);
        out.println();
        counts(outcomes);
        long passed = outcomes.stream().filter(CaseOutcome::passed).count();
        long failed = outcomes.size() - passed;
        return end(passed, failed, failed == 0 ? PASSED : FAILED);
    }

    private void failed(CaseOutcome outcome) {
        WorkedCase worked = outcome.worked();
        out.printf(
                "FAILED %s, %s (%s, line %d)%n",
                worked.id(), worked.title(), folders.shown(worked.file()), worked.line());
        outcome.differences().forEach(difference -> out.println("  " + difference));
        out.println();
    }

    private void skipped(List<SkippedCase> skipped) {
        if (!skipped.isEmpty()) {
            String products = skipped.stream()
                    .map(SkippedCase::product)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            boolean one = !products.contains(",");
            out.printf(
                    "%d skipped: %s of the harness %s product%s %s, which %s not in this folder%n%n",
                    skipped.size(),
                    skipped.size() == 1 ? "a case" : "cases",
                    skipped.size() == 1 ? "names" : "name",
                    one ? "" : "s",
                    products,
                    one ? "is" : "are");
        }
    }

    private void coverage(Coverage.OfTable table) {
        int reached = table.lines() - table.missed().size();
        out.printf(
                "%s %s: %d of %s reached by a case%n",
                table.product(), table.firstDay(), reached, counted(table.lines(), "line"));
        if (!table.missed().isEmpty()) {
            out.println("  warning, no case reaches: " + String.join(", ", table.missed()));
        }
        if (!table.missedCells().isEmpty()) {
            out.println("  other cells no case reaches: "
                    + table.missedCells().stream()
                            .map(cell -> cell.line() + " (" + cell.level() + ")")
                            .collect(Collectors.joining(", ")));
        }
    }

    private void counts(List<CaseOutcome> outcomes) {
        for (Kind kind : Kind.values()) {
            List<WorkedCase> ofKind = outcomes.stream()
                    .map(CaseOutcome::worked)
                    .filter(worked -> worked.kind() == kind)
                    .toList();
            long french = ofKind.stream()
                    .filter(worked -> worked.country().equals("FR"))
                    .count();
            out.printf(
                    "%s: %s, FR %d, MA %d%n",
                    kind.name().toLowerCase(Locale.ROOT),
                    counted(ofKind.size(), "case"),
                    french,
                    ofKind.size() - french);
        }
        long printed = outcomes.stream()
                .filter(outcome -> !outcome.worked().printed().isEmpty())
                .count();
        out.println("of these, " + counted(printed, "case")
                + " whose printed figure is wrong: docs/reference/disagreements.md");
    }

    private int end(long passed, long failed, int exitCode) {
        out.println(passed + " passed, " + failed + " failed");
        out.flush();
        return exitCode;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
