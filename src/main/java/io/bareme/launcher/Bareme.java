package io.bareme.launcher;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

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
        subcommands = {
            Serve.class,
            CheckCommand.class,
            WordingsCommand.class,
            AdjudicateCommand.class,
            ClientCommand.class
        })
public final class Bareme {

    private Bareme() {}

    /** Runs one command and ends the process with its exit code, except when the service has started. */
    public static void main(String[] args) {
        int exitCode = run(StandardOutput.ofProcess(), args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Runs one command, help included, to the last line of its output. */
    static int run(StandardOutput output, String... args) {
        PrintWriter out = output.writer();
        CommandLine program = commandLine().setOut(out);
        try {
            int exitCode = program.execute(orServe(args));
            out.flush();
            return exitCode;
        } catch (OutputLost lost) {
            return lost.tell(program.getErr());
        }
    }

    static CommandLine commandLine() {
        CommandLine program = new CommandLine(new Bareme())
                .setUsageHelpAutoWidth(true)
                .setExecutionStrategy(Bareme::executed)
                .setExecutionExceptionHandler(Bareme::ended);
        Objects.requireNonNull(program.getSubcommands().get("serve"))
                .setOverwrittenOptionsAllowed(true); // as Spring Boot's own are
        return program;
    }

    /** Runs the command, or prints its help, which may find the output lost as well. */
    private static int executed(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (OutputLost lost) {
            return lost.tell(parsed.commandSpec().commandLine().getErr());
        }
    }

    /** What a command that broke off ends with: a word when its output was lost, the whole truth otherwise. */
    private static int ended(Exception broken, CommandLine command, ParseResult parsed) throws Exception {
        if (broken instanceof OutputLost lost) {
            return lost.tell(command.getErr());
        }
        throw broken;
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
