package io.bareme.launcher;

import io.bareme.rulebook.EditionReading;
import io.bareme.rulebook.EditionReading.Broken;
import io.bareme.rulebook.EditionReading.Ready;
import io.bareme.rulebook.Editions;
import io.bareme.rulebook.cases.CaseOutcome;
import io.bareme.rulebook.cases.CaseRunner;
import io.bareme.rulebook.files.EditionSources;
import io.bareme.rulebook.files.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bareme check <folder>}: reads the edition that the folder's tables and the rules beside it make, prints every
 * problem at its cell, runs the tables' cases and the harness, and ends with {@code N passed, N failed}.
 *
 * <p>Exit codes: 0 everything passed, 1 a problem or a failed case, 2 there is no such folder.
 */
@Command(
        name = "check",
        description = {
            "Lit tableaux, réglementation et règles, montre chaque anomalie à sa cellule, joue les cas.",
            "Reads tables, regulation and rules, shows every problem at its cell, runs the cases."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final int NO_FOLDER = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "<folder>",
            description = {"Le dossier des tableaux de garanties.", "The folder of guarantee tables."})
    private Path tables = Path.of(EditionSources.TABLES);

    @Option(
            names = "--rules",
            paramLabel = "<folder>",
            description = {
                "Le dossier des règles (rules, à côté des tableaux).",
                "The folder of rules (rules, beside the tables)."
            })
    private @Nullable Path rules;

    @Override
    public Integer call() {
        QuietLogs.onlyErrors();
        CommandSpec command = Objects.requireNonNull(spec);
        Path rulesFolder =
                rules == null ? tables.toAbsolutePath().normalize().resolveSibling(EditionSources.RULES) : rules;
        for (Path folder : List.of(tables, rulesFolder)) {
            if (!Files.isDirectory(folder)) {
                command.commandLine().getErr().println("Le dossier n'existe pas · There is no folder: " + folder);
                return NO_FOLDER;
            }
        }
        CheckReport report = new CheckReport(command.commandLine().getOut());
        EditionReading reading = Editions.compile(Folders.read(rulesFolder, tables));
        return switch (reading) {
            case Broken broken -> report.broken(broken.problems());
            case Ready ready -> run(ready, report);
        };
    }

    private static int run(Ready ready, CheckReport report) {
        CaseRunner runner = Editions.runner(ready.edition());
        List<CaseOutcome> outcomes = ready.cases().stream().map(runner::run).toList();
        return report.ready(ready.edition(), outcomes);
    }
}
