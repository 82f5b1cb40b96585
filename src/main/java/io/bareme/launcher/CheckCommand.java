package io.bareme.launcher;

import io.bareme.rulebook.EditionReading.Broken;
import io.bareme.rulebook.EditionReading.Ready;
import io.bareme.rulebook.Editions;
import io.bareme.rulebook.cases.CaseOutcome;
import io.bareme.rulebook.cases.CaseRunner;
import io.bareme.rulebook.files.EditionSources;
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
 * <p>Exit codes: 0 everything passed, 1 a problem, a failed case or an output that was lost, 2 there is no such folder or no table in it.
 */
@Command(
        name = "check",
        description = {
            "Lit tableaux, réglementation et règles, montre chaque anomalie à sa cellule, joue les cas.",
            "Reads tables, regulation and rules, shows every problem at its cell, runs the cases."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:tout est juste · everything passed",
            "1:anomalie, cas en échec ou sortie perdue · a problem, a failed case, or the output was lost",
            "2:dossier absent ou sans tableau, option inconnue · no such folder, no table in it, or unknown option"
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
        GivenFolders folders = GivenFolders.of(tables, rules);
        if (folders.missing() != null) {
            return says("Le dossier n'existe pas · There is no folder: " + folders.missing());
        }
        EditionSources sources = folders.read();
        if (!sources.holdsTables()) {
            return says("Le dossier ne contient aucun tableau · There is no table in the folder: " + tables
                    + "\nAllowed: <product>/<first day, as 2024-01-01>/product.yaml and grid.csv");
        }
        CommandSpec command = Objects.requireNonNull(spec);
        CheckReport report = new CheckReport(command.commandLine().getOut(), folders);
        return switch (Editions.compile(sources)) {
            case Broken broken -> report.broken(broken.problems());
            case Ready ready -> run(ready, report);
        };
    }

    private int says(String message) {
        Objects.requireNonNull(spec).commandLine().getErr().println(message);
        return NO_FOLDER;
    }

    private static int run(Ready ready, CheckReport report) {
        CaseRunner runner = Editions.runner(ready.edition());
        List<CaseOutcome> outcomes = ready.cases().stream().map(runner::run).toList();
        return report.ready(ready, outcomes);
    }
}
