package io.bareme.launcher;

import io.bareme.adjudication.Edition;
import io.bareme.explanation.Language;
import io.bareme.launcher.ClaimPipeline.Count;
import io.bareme.rulebook.EditionReading;
import io.bareme.rulebook.Editions;
import io.bareme.rulebook.files.EditionSources;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bareme adjudicate}: decides claims of a file, or of standard input, one JSON line each, and writes one JSON line
 * each. The lines are those of {@code POST /api/v1/simulations}, with the rights stated in {@code cover}.
 *
 * <p>Exit codes: 0 every claim was decided, 1 a line was bad or the output was lost, 2 the edition is broken or a file is missing.
 */
@Command(
        name = "adjudicate",
        description = {
            "Chiffre des demandes, une par ligne de JSON, et écrit une décision par ligne.",
            "Prices claims, one on each line of JSON, and writes a decision for each."
        },
        footer = {
            "",
            "Les demandes sont indépendantes : aucune ne consomme les plafonds d'une autre.",
            "Claims are independent: none consumes another's limits."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:chaque demande est décidée · every claim was decided",
            "1:une ligne est mauvaise, ou la sortie perdue · a line was bad, or the output was lost",
            "2:édition ou option fautive, fichier absent · broken edition, bad option, or no such file"
        },
        mixinStandardHelpOptions = true)
final class AdjudicateCommand implements Callable<Integer> {

    private static final int BAD_LINES = 1;
    private static final int NOTHING_DONE = 2;
    private static final String STANDARD_INPUT = "-";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--tables",
            paramLabel = "<folder>",
            required = true,
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

    @Option(
            names = "--claims",
            paramLabel = "<file>",
            required = true,
            description = {"Les demandes ; - : l'entrée standard.", "The claims; -: standard input."})
    private String claims = STANDARD_INPUT;

    @Option(
            names = "--language",
            paramLabel = "fr|en",
            defaultValue = "fr",
            description = {"La langue des phrases.", "The language of sentences."})
    private String language = "fr";

    private final InputStream in;
    private final OutputStream out;

    AdjudicateCommand() {
        this(System.in, StandardOutput.ofProcess());
    }

    AdjudicateCommand(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() {
        QuietLogs.onlyErrors();
        if (!List.of("fr", "en").contains(language)) {
            return says("--language \"" + language + "\": fr, en");
        }
        GivenFolders folders = GivenFolders.of(tables, rules);
        if (folders.missing() != null) {
            return says("Le dossier n'existe pas · There is no folder: " + folders.missing());
        }
        String obstacle = claims.equals(STANDARD_INPUT) ? "" : obstacleTo(Path.of(claims));
        if (!obstacle.isEmpty()) {
            return says(obstacle + ": " + claims);
        }
        return switch (Editions.compile(folders.read())) {
            case EditionReading.Broken broken -> {
                broken.problems().forEach(problem -> says(folders.shown(problem).render() + "\n"));
                yield NOTHING_DONE;
            }
            case EditionReading.Ready ready -> stream(ready.edition());
        };
    }

    private static String obstacleTo(Path file) {
        if (!Files.exists(file)) {
            return "Le fichier n'existe pas · There is no file";
        }
        if (Files.isDirectory(file)) {
            return "C'est un dossier, il faut un fichier de demandes · A folder, where a file of claims is needed";
        }
        return Files.isReadable(file) ? "" : "Le fichier ne peut pas être lu · The file cannot be read";
    }

    private int stream(Edition edition) {
        try (Interruption interruption = Interruption.watch();
                InputStream from = claims.equals(STANDARD_INPUT) ? in : Files.newInputStream(Path.of(claims));
                OutputStream to = new BufferedOutputStream(out)) {
            Count count = new ClaimPipeline(
                            edition,
                            Language.of(Locale.of(language)),
                            LocalDate.now(),
                            interruption::requested,
                            Progress.onTerminal(error()))
                    .run(from, to);
            return count.bad() == 0 ? 0 : BAD_LINES;
        } catch (IOException broken) {
            says("Flux interrompu · Stream broken: " + broken.getMessage());
            return BAD_LINES;
        }
    }

    private int says(String message) {
        error().println(message);
        return NOTHING_DONE;
    }

    private PrintWriter error() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
