package io.bareme.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A line of text in a file that only its owner reads, made once and kept. */
record PrivateFile(Path path) {

    /** What it holds; made first when it is not there. Half a file never looks whole. */
    String readOrMake(Supplier<String> text) {
        try {
            if (!Files.exists(path)) {
                make(text.get());
            }
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be read or made", e);
        }
    }

    private void make(String text) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(
                folder,
                ".unfinished-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text + System.lineSeparator());
        try {
            Files.createLink(path, unfinished);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return;
        } catch (UnsupportedOperationException noLinks) {
            Files.copy(unfinished, path, StandardCopyOption.COPY_ATTRIBUTES);
        } finally {
            Files.delete(unfinished);
        }
    }
}
