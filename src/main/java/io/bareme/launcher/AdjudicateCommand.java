package io.bareme.launcher;

import io.bareme.adjudication.Edition;
import io.bareme.explanation.Language;
import io.bareme.launcher.ClaimPipeline.Count;
import io.bareme.rulebook.EditionReading;
import io.bareme.rulebook.Editions;
import io.bareme.rulebook.files.EditionSources;
import io.bareme.rulebook.files.Folders;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
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
 * <p>Exit codes: 0 every claim was decided, 1 a line was bad, 2 the edition is broken or a file is missing.
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
        this(System.in, new FileOutputStream(FileDescriptor.out));
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
        Path rulesFolder =
                rules == null ? tables.toAbsolutePath().normalize().resolveSibling(EditionSources.RULES) : rules;
        for (Path folder : List.of(tables, rulesFolder)) {
            if (!Files.isDirectory(folder)) {
                return says("Le dossier n'existe pas · There is no folder: " + folder);
            }
        }
        if (!claims.equals(STANDARD_INPUT) && !Files.isReadable(Path.of(claims))) {
            return says("Le fichier n'existe pas · There is no file: " + claims);
        }
        return switch (Editions.compile(Folders.read(rulesFolder, tables))) {
            case EditionReading.Broken broken -> {
                broken.problems().forEach(problem -> says(problem.render() + "\n"));
                yield NOTHING_DONE;
            }
            case EditionReading.Ready ready -> stream(ready.edition());
        };
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
