package io.bareme.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from the archive on the classpath for this machine's processor. */
final class Binaries {

    /** Changes with the dependency in the pom: a new release is unpacked beside the old one. */
    private static final String RELEASE = "18.6";

    private static final Map<String, String> ARCHIVES = Map.of(
            "amd64", "postgres-linux-x86_64.txz",
            "x86_64", "postgres-linux-x86_64.txz",
            "aarch64", "postgres-linux-arm_64.txz");

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    static Binaries unpacked(DatabaseFolder folder) {
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String archive = archive(System.getProperty("os.name"), processor);
        Path home = folder.binaries().resolve("postgresql-" + RELEASE + "-" + processor);
        if (!Files.exists(home)) {
            unpack(archive, home);
        }
        return new Binaries(home);
    }

    static String archive(String system, String processor) {
        String archive = ARCHIVES.get(processor);
        if (!system.equals("Linux") || archive == null) {
            throw new DatabaseException(
                    "There is no PostgreSQL on board for " + system + " on " + processor + ", only for Linux on "
                            + "amd64 and aarch64.",
                    "use a PostgreSQL 18 of your own: --spring.datasource.url=jdbc:postgresql://… with its username "
                            + "and password");
        }
        return archive;
    }

    /** Into a temporary folder first, then renamed: half an archive never looks whole. */
    private static void unpack(String archive, Path home) {
        try (InputStream packed = Binaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new IllegalStateException(archive + " is not on the classpath");
            }
            Files.createDirectories(home.getParent());
            Path temporary = Files.createTempDirectory(home.getParent(), ".unpacking-");
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
            copy(new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed))), temporary);
            rename(temporary, home);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be unpacked into " + home, e);
        }
    }

    private static void copy(TarArchiveInputStream tar, Path into) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = into.resolve(entry.getName()).normalize();
            if (!path.startsWith(into)) {
                throw new IOException("The archive leaves its folder: " + entry.getName());
            }
            copy(tar, entry, path);
        }
    }

    private static void copy(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Another program may have been faster: then its copy is as good. */
    private static void rename(Path temporary, Path home) throws IOException {
        try {
            Files.move(temporary, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(home)) {
                throw e;
            }
            Folders.delete(temporary);
        }
    }
}
