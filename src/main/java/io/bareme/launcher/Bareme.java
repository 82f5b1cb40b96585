package io.bareme.launcher;

import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program. Without a command it serves; every other command does its work and ends, without starting the service.
 *
 * <p>Exit codes: 0 done, 1 what was asked for failed or was refused, 2 the command line could not be understood.
 */
@Command(
        name = "bareme",
        description = {
            "Prend en charge et chiffre les soins, et dit pourquoi.",
            "Authorizes and prices care, and says why."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {Serve.class, CheckCommand.class, WordingsCommand.class, AdjudicateCommand.class})
public final class Bareme {

    private Bareme() {}

    /** Runs one command and ends the process with its exit code, except when the service has started. */
    public static void main(String[] args) {
        int exitCode = commandLine().execute(orServe(args));
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bareme()).setUsageHelpAutoWidth(true);
    }

    /** {@code bareme} and {@code bareme --port 9000} both mean {@code bareme serve …}. */
    static String[] orServe(String... args) {
        boolean namesNoCommand = args.length == 0 || (args[0].startsWith("--") && !asksAboutTheProgram(args[0]));
        return namesNoCommand
                ? Stream.concat(Stream.of("serve"), Stream.of(args)).toArray(String[]::new)
                : args;
    }

    private static boolean asksAboutTheProgram(String option) {
        return option.equals("--help") || option.equals("--version");
    }
}
