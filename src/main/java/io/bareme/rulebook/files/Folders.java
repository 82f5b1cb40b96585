package io.bareme.rulebook.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes the files of an edition from folders. Hidden files and folders, and files whose name begins with README, are
 * passed over. A symbolic link is followed to a file within its own folder and refused when it leads anywhere else.
 */
public final class Folders {

    /** More files than this are refused: somebody named the wrong folder. */
    static final int MOST_FILES = 20_000;

    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Folders() {}

    /**
     * Reads both folders, whatever their own names; a folder that does not exist holds no files.
     *
     * @throws UncheckedIOException when the disk fails
     */
    public static EditionSources read(Path rules, Path tables) {
        Folders folders = new Folders();
        try {
            folders.take(rules, EditionSources.RULES);
            folders.take(tables, EditionSources.TABLES);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new EditionSources(folders.files, folders.problems);
    }

    private void take(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Path root = folder.toRealPath();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                return !dir.equals(root) && passedOver(dir) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!passedOver(file)) {
                    take(root, file, name + "/" + slashed(root.relativize(file)));
                }
                return files.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) {
                refuse(name + "/" + slashed(root.relativize(file)), "it cannot be read", "a readable file");
                return FileVisitResult.CONTINUE;
            }
        });
        if (files.size() > MOST_FILES) {
            refuse(name, "the folder holds more than " + MOST_FILES + " files", MOST_FILES + " files at most");
        }
    }

    private void take(Path root, Path file, String path) throws IOException {
        Path real;
        try {
            real = file.toRealPath();
        } catch (IOException broken) {
            refuse(path, "the symbolic link leads nowhere", "a file of the folder");
            return;
        }
        if (!real.startsWith(root)) {
            refuse(path, "the symbolic link leads out of the folder", "a file of the folder");
        } else if (!Files.isRegularFile(real) || !Files.isReadable(real)) {
            refuse(path, "it cannot be read as a file", "a readable file");
        } else {
            keep(real, path);
        }
    }

    private void keep(Path file, String path) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) EditionSources.LARGEST_FILE + 1);
            if (bytes.length > EditionSources.LARGEST_FILE) {
                refuse(path, "the file is larger than 20 MB", "20 MB at most");
            } else if (files.putIfAbsent(path, bytes) != null) {
                refuse(path, "two files have this name, written with different accents", "each name once");
            }
        }
    }

    private void refuse(String path, String message, String allowed) {
        problems.add(new Problem(path, "", "", message, allowed, null));
    }

    private static boolean passedOver(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.toUpperCase(Locale.ROOT).startsWith("README");
    }

    private static String slashed(Path relative) {
        List<String> names = new ArrayList<>();
        relative.forEach(name -> names.add(Normalizer.normalize(name.toString(), Normalizer.Form.NFC)));
        return String.join("/", names);
    }
}
