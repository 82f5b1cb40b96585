package io.bareme.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As whom PostgreSQL runs: it refuses to run as root. */
enum Privileges {
    /** As the user who runs this program. */
    OWN(List.of()),
    /** Root within a user namespace where it is nobody: files stay root's. */
    NAMESPACE(List.of("unshare", "-U")),
    /** As the user nobody, to whom the folder is given. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int NOBODY_ID = 65534;

    private final List<String> prefix;

    Privileges(List<String> prefix) {
        this.prefix = prefix;
    }

    /** What comes before a command. */
    List<String> prefix() {
        return prefix;
    }

    /** The first way that works here. */
    static Privileges available() {
        if (!isRoot()) {
            return OWN;
        }
        return Command.succeeds(List.of("unshare", "-U", "true")) ? NAMESPACE : NOBODY;
    }

    static boolean isRoot() {
        return new com.sun.security.auth.module.UnixSystem().getUid() == 0;
    }

    /** Makes the folder usable for whom PostgreSQL runs as; throws when a folder above it stands in the way. */
    void prepare(DatabaseFolder folder) {
        if (this != NOBODY) {
            return;
        }
        for (Path needed : List.of(folder.base(), folder.binaries())) {
            Path closed = firstClosed(needed.getParent());
            if (closed != null) {
                throw closed(closed, needed);
            }
        }
        give(folder.base());
    }

    static DatabaseException closed(Path closed, Path needed) {
        return new DatabaseException(
                "PostgreSQL must run as the user nobody here, who cannot pass through " + closed + " to reach " + needed
                        + ".",
                "choose a folder that everyone can reach with --bareme.database.folder=/var/lib/bareme"
                        + ", run this program as a user other than root, or allow passage: chmod o+x " + closed);
    }

    /** The nearest folder above that others may not pass through; null when there is none. */
    static @Nullable Path firstClosed(@Nullable Path from) {
        for (Path path = from; path != null; path = path.getParent()) {
            if (Files.exists(path) && !permissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return path;
            }
        }
        return null;
    }

    private static java.util.Set<PosixFilePermission> permissions(Path path) {
        try {
            return Files.getPosixFilePermissions(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void give(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                    return visitFile(path, attributes);
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                    Files.setAttribute(path, "unix:uid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
                    Files.setAttribute(path, "unix:gid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be given to the user nobody", e);
        }
    }
}
