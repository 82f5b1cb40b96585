package io.bareme.launcher;

import io.bareme.rulebook.files.EditionSources;
import io.bareme.rulebook.files.Folders;
import io.bareme.rulebook.files.Problem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The folders of an edition as the command line names them, and paths in them as whoever typed it would write them. */
record GivenFolders(Path tables, Path rules) {

    private static final String BETWEEN_FILES = ", ";

    /** @param rules null for {@code rules} beside the tables */
    static GivenFolders of(Path tables, @Nullable Path rules) {
        return new GivenFolders(tables, rules == null ? besideOf(tables) : rules);
    }

    private static Path besideOf(Path tables) {
        Path beside = tables.toAbsolutePath().normalize().resolveSibling(EditionSources.RULES);
        Path asTyped = tables.resolveSibling(EditionSources.RULES);
        return asTyped.toAbsolutePath().normalize().equals(beside) ? asTyped : beside;
    }

    /** The first of the two that is no folder; null when both are. */
    @Nullable
    Path missing() {
        return List.of(tables, rules).stream()
                .filter(folder -> !Files.isDirectory(folder))
                .findFirst()
                .orElse(null);
    }

    EditionSources read() {
        return Folders.read(rules, tables);
    }

    /** A problem that names its files where they are. */
    Problem shown(Problem problem) {
        String files = Arrays.stream(problem.file().split(BETWEEN_FILES))
                .map(this::shown)
                .collect(Collectors.joining(BETWEEN_FILES));
        return new Problem(
                files, problem.place(), problem.value(), problem.message(), problem.allowed(), problem.maybe());
    }

    /** A path of the edition, as {@code rules/…} or {@code guarantee-tables/…}, where it is. */
    String shown(String file) {
        if (isIn(file, EditionSources.TABLES)) {
            return within(tables, file.substring(EditionSources.TABLES.length()));
        }
        return isIn(file, EditionSources.RULES) ? within(rules, file.substring(EditionSources.RULES.length())) : file;
    }

    private static boolean isIn(String file, String folder) {
        return file.equals(folder) || file.startsWith(folder + "/");
    }

    private static String within(Path folder, String rest) {
        return folder.toString().replace(File.separatorChar, '/') + rest;
    }
}
