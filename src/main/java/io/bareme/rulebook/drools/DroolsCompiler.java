package io.bareme.rulebook.drools;

import io.bareme.adjudication.LineFacts;
import io.bareme.rulebook.files.Problem;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/**
 * Turns coverage rules into something that runs. Nothing is compiled that {@link RuleChecker} has not passed. Each
 * build is a module of its own, taken out of Drools' repository when it is done: rules compiled earlier go on running,
 * whether this build succeeds or not.
 */
public final class DroolsCompiler {

    /** What comes of compiling. */
    public sealed interface Outcome {}

    /** The rules, ready to examine lines. */
    public record Compiled(DroolsRules rules) implements Outcome {}

    /** Nothing was built. All problems are told at once, by file. */
    public record Broken(List<Problem> problems) implements Outcome {
        public Broken {
            problems = List.copyOf(problems);
        }
    }

    static {
        // Java inside rules. Drools reads a system property and nothing else; left alone, or with 25, it falls back to
        // 17.
        System.setProperty("drools.dialect.java.compiler.lnglevel", "21");
    }

    private static final String FOLDER = "src/main/resources/coverage/";

    private DroolsCompiler() {}

    /** Checks, then compiles. Each text stands under the path that problems are to name. */
    public static Outcome compile(SortedMap<String, String> drl) {
        RuleChecker.Checked checked = RuleChecker.check(drl);
        return checked.problems().isEmpty() ? build(drl, checked.rules()) : new Broken(checked.problems());
    }

    /** Compiles what is already checked. */
    static Outcome build(SortedMap<String, String> drl, List<CoverageRule> rules) {
        KieServices kie = KieServices.get();
        ReleaseId release =
                kie.newReleaseId("io.bareme", "coverage", UUID.randomUUID().toString());
        try {
            KieBuilder builder = kie.newKieBuilder(files(kie, release, drl), LineFacts.class.getClassLoader());
            builder.buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            return errors.isEmpty() ? compiled(kie, release, rules) : new Broken(problems(drl, errors));
        } catch (RuntimeException gaveUp) {
            return new Broken(List.of(problem(drl, 0, String.valueOf(gaveUp.getMessage()))));
        } finally {
            kie.getRepository().removeKieModule(release);
        }
    }

    private static KieFileSystem files(KieServices kie, ReleaseId release, SortedMap<String, String> drl) {
        KieFileSystem files = kie.newKieFileSystem();
        files.generateAndWritePomXML(release);
        int number = 0;
        for (String text : drl.values()) {
            files.write(FOLDER + name(number++), text);
        }
        return files;
    }

    private static String name(int number) {
        return String.format("%04d.drl", number);
    }

    private static Outcome compiled(KieServices kie, ReleaseId release, List<CoverageRule> rules) {
        KieContainer container = kie.newKieContainer(release, LineFacts.class.getClassLoader());
        return new Compiled(DroolsRules.of(container, rules));
    }

    private static List<Problem> problems(SortedMap<String, String> drl, List<Message> errors) {
        return errors.stream()
                .map(error -> problem(named(drl, error), error.getLine(), error.getText()))
                .distinct()
                .toList();
    }

    /** The file that an error is about; all of them where Drools speaks of the Java it wrote itself. */
    private static SortedMap<String, String> named(SortedMap<String, String> drl, Message error) {
        int number = 0;
        for (String path : drl.keySet()) {
            if (String.valueOf(error.getPath()).endsWith(name(number++))) {
                return new TreeMap<>(Map.of(path, ""));
            }
        }
        return drl;
    }

    private static Problem problem(SortedMap<String, String> drl, int line, String says) {
        String place = drl.size() == 1 && line > 0 ? "line " + line : "";
        String first = says.lines().findFirst().orElse("");
        return new Problem(String.join(", ", drl.keySet()), place, "", "does not compile: " + first, "", null);
    }
}
