package io.bareme.launcher;

import io.bareme.guarantee.HeaderReadings;
import io.bareme.rulebook.WordingShare;
import io.bareme.rulebook.files.Problem;
import io.bareme.rulebook.files.Problems;
import io.bareme.rulebook.files.PublishedTable;
import io.bareme.rulebook.wording.Interpretation;
import io.bareme.rulebook.wording.WordingPrinter;
import io.bareme.rulebook.wording.WordingReader;
import io.bareme.values.Currency;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bareme wordings <folder>}: says how much of each published table of the folder is read.
 *
 * <p>{@code bareme wordings <file or ->}: reads guarantee wordings, one a line, and prints for each
 * {@code wording<TAB>read<TAB>canonical reading} or {@code wording<TAB>refused<TAB>why}, then
 * {@code N read, M refused}. A refusal is an answer: the exit code is 0 once every line has had one, 1 when the output was
 * lost, and 2 when the text cannot be read, or no further than some line.
 */
@Command(
        name = "wordings",
        description = {
            "Lit des libellés de garantie, un par ligne, et dit leur sens ou pourquoi ils sont refusés.",
            "Reads guarantee wordings, one a line, and prints what each means or why it is refused:",
            "wording<TAB>read<TAB>canonical, or wording<TAB>refused<TAB>reason; then \"N read, M refused\"."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:chaque ligne a sa réponse, un refus en est une · every line has its answer, a refusal is one",
            "1:la sortie n'a pas pu être écrite · the output could not be written",
            "2:texte introuvable ou illisible, option inconnue · no such text, not UTF-8, or unknown option"
        },
        mixinStandardHelpOptions = true)
final class WordingsCommand implements Callable<Integer> {

    private static final int UNREADABLE = 2;
    private static final Pattern DIRHAMS =
            Pattern.compile("(?<!\\p{L})(mad|dhs?|dirhams?|tnr|fmsar)(?!\\p{L})", Pattern.CASE_INSENSITIVE);

    @Parameters(
            paramLabel = "<file>",
            description = {
                "Un texte en UTF-8, - pour l'entrée standard, ou un dossier de tableaux publiés.",
                "A text in UTF-8, - for standard input, or a folder of published tables."
            })
    private String file = "-";

    @Option(
            names = "--currency",
            paramLabel = "<EUR|MAD>",
            description = {
                "La monnaie de la table ; sinon celle que dit chaque libellé.",
                "The table's currency; else the one each wording names, EUR when it names none."
            })
    private @Nullable Currency currency;

    @Mixin
    private HeaderOptions header = new HeaderOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private int read;
    private int refused;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (!file.equals("-") && Files.isDirectory(Path.of(file))) {
            return shares(Path.of(file), out);
        }
        try (InputStream text = open()) {
            answer(new WordingLines(text), out);
        } catch (WordingLines.NotUtf8 notUtf8) {
            out.flush();
            return unreadable(file + ", ligne " + notUtf8.line() + " : ce n'est pas de l'UTF-8 · not UTF-8 at line "
                    + notUtf8.line() + ". Maybe saved as Windows-1252 or UTF-16: save it as UTF-8");
        } catch (IOException missing) {
            return unreadable(file + " : fichier introuvable ou illisible · no such file, or not readable");
        }
        out.println(read + " read, " + refused + " refused");
        out.flush();
        return 0;
    }

    /** Published tables are read each under its own header, whatever the options say. */
    private int shares(Path folder, PrintWriter out) {
        Problems problems = new Problems();
        List<PublishedTable> tables = PublishedTable.read(folder, problems);
        if (!problems.isEmpty()) {
            return unreadable(problems.all().stream().map(Problem::render).collect(Collectors.joining("\n")));
        }
        if (tables.isEmpty()) {
            return unreadable(file + " : aucun tableau publié (.yaml) · no published table (.yaml) in this folder");
        }
        new WordingShares(out).print(tables.stream().map(WordingShare::of).toList());
        out.flush();
        return 0;
    }

    private void answer(WordingLines lines, PrintWriter out) throws IOException {
        HeaderReadings readings = header.readings();
        for (WordingLines.Line line = lines.next(); line != null; line = lines.next()) {
            out.println(line.whole() ? answer(line.text(), readings) : tooLong(line.text()));
        }
    }

    private String tooLong(String beginning) {
        refused++;
        return beginning.replace('\t', ' ').strip() + "\trefused\tthe line has more than " + WordingLines.LONGEST
                + " characters";
    }

    private InputStream open() throws IOException {
        return file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
    }

    private String answer(String wording, HeaderReadings readings) {
        String printed = wording.replace('\t', ' ').strip();
        return switch (WordingReader.read(wording, readings, currencyOf(wording))) {
            case Interpretation.Understood understood -> {
                read++;
                yield printed + "\tread\t" + WordingPrinter.print(understood.formula());
            }
            case Interpretation.SameAsBaseLevel _ -> {
                read++;
                yield printed + "\tread\tcomme le niveau de base";
            }
            case Interpretation.Refused why -> {
                refused++;
                yield printed + "\trefused\t" + why.onOneLine().replace('\t', ' ');
            }
        };
    }

    private Currency currencyOf(String wording) {
        if (currency != null) {
            return currency;
        }
        return DIRHAMS.matcher(wording).find() ? Currency.MAD : Currency.EUR;
    }

    private int unreadable(String problem) {
        spec.commandLine().getErr().println(problem);
        spec.commandLine().getErr().flush();
        return UNREADABLE;
    }
}
