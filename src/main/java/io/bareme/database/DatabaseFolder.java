package io.bareme.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the server on board keeps what is its own.
 *
 * @param base holds data, logs, password and lock; one running program at a time
 * @param binaries holds PostgreSQL itself; may be shared by several bases
 */
public record DatabaseFolder(Path base, Path binaries) {

    public DatabaseFolder {
        base = base.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
    }

    /** With the binaries inside the base. */
    public static DatabaseFolder at(Path base) {
        return new DatabaseFolder(base, base.resolve("binaries"));
    }

    /** The cluster; named by PostgreSQL's major version, because each has a format of its own. */
    Path data() {
        return base.resolve("data-18");
    }

    Path ownerPassword() {
        return base.resolve("owner-password");
    }

    Path lock() {
        return base.resolve("lock");
    }

    Path serverLog() {
        return base.resolve("postgres.log");
    }

    Path commandLog(String command) {
        return base.resolve(command + ".log");
    }

    void create() {
        try {
            Files.createDirectories(base);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + base + " cannot be made", e);
        }
    }
}
