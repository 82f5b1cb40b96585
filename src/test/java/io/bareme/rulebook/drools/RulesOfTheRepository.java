package io.bareme.rulebook.drools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The coverage rules as they stand in {@code rules/coverage}. */
final class RulesOfTheRepository {

    private static final Path FOLDER = Path.of("rules", "coverage");

    private RulesOfTheRepository() {}

    static SortedMap<String, String> read() {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".drl")).toList()) {
                texts.put(file.toString(), Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    static DroolsRules compiled() {
        return compiled(read());
    }

    static DroolsRules compiled(SortedMap<String, String> texts) {
        return switch (DroolsCompiler.compile(texts)) {
            case DroolsCompiler.Compiled compiled -> compiled.rules();
            case DroolsCompiler.Broken broken ->
                throw new AssertionError(broken.problems().toString());
        };
    }
}
