package io.bareme.rulebook;

import io.bareme.rulebook.files.EditionSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The tiny edition {@code src/test/resources/broken/good} and its broken sisters: each holds the files that differ,
 * {@code removed.txt} the paths that are gone, {@code expected.txt} every message to the letter.
 */
public final class Fixtures {

    static final Path FOLDER = Path.of("src/test/resources/broken");
    static final String GOOD = "good";
    static final String EXPECTED = "expected.txt";
    private static final String REMOVED = "removed.txt";

    private Fixtures() {}

    /** The good edition's files by path. */
    public static SortedMap<String, byte[]> good() {
        return files(FOLDER.resolve(GOOD));
    }

    public static EditionSources goodSources() {
        return EditionSources.of(good());
    }

    /** The good edition with the differences of one broken sister. */
    static EditionSources broken(String name) {
        SortedMap<String, byte[]> files = good();
        SortedMap<String, byte[]> differing = files(FOLDER.resolve(name));
        byte[] removed = differing.remove(REMOVED);
        differing.remove(EXPECTED);
        files.putAll(differing);
        if (removed != null) {
            new String(removed, java.nio.charset.StandardCharsets.UTF_8).lines().forEach(files::remove);
        }
        return EditionSources.of(files);
    }

    static List<String> brokenNames() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals(GOOD))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes files under a folder, as an author would have them. */
    public static void write(Path home, SortedMap<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            Path path = home.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** The edition of these rules and tables, in force; written into a home of its own. */
    public static Rulebook rulebook(Path rules, Path tables, Path home) throws IOException {
        write(
                home,
                new TreeMap<>(
                        io.bareme.rulebook.files.Folders.read(rules, tables).files()));
        return new Rulebook(home, _ -> java.util.Optional.empty());
    }

    private static SortedMap<String, byte[]> files(Path root) {
        return files(root, "");
    }

    /** The files below a folder, by path behind a prefix. */
    static SortedMap<String, byte[]> files(Path root, String prefix) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(prefix + root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return files;
    }
}
