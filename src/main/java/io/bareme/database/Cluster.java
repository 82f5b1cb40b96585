package io.bareme.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The files of the server's data, and its programs run upon them. */
final class Cluster {

    /** The role that made the cluster and owns the tables. */
    static final String OWNER = "bareme_owner";

    private static final long LARGE_LOG = 10_000_000;

    private final DatabaseFolder folder;
    private final Privileges privileges;
    private final Binaries binaries;

    Cluster(DatabaseFolder folder, Privileges privileges, Binaries binaries) {
        this.folder = folder;
        this.privileges = privileges;
        this.binaries = binaries;
    }

    Credentials owner() {
        try {
            return new Credentials(
                    OWNER, Files.readString(folder.ownerPassword()).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The owner's password cannot be read", e);
        }
    }

    boolean exists() {
        return Files.exists(folder.data());
    }

    /** Made in a temporary folder first, then renamed: half a cluster never looks whole. */
    void create() {
        try {
            writePassword();
            Path temporary = folder.base().resolve("data-unfinished");
            Folders.delete(temporary);
            run(
                    "initdb",
                    List.of(
                            "--pgdata=" + temporary,
                            "--username=" + OWNER,
                            "--pwfile=" + folder.ownerPassword(),
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--wal-segsize=4",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--no-instructions"));
            Files.move(temporary, folder.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The database cannot be made in " + folder.base(), e);
        }
    }

    /**
     * On this machine's own address only, reached by password, every commit flushed to the disk. Files of the log are
     * small and used again rather than removed, since to make one holds up every commit: one of 16 MB for 50 ms. After a
     * checkpoint pages are logged whole, so checkpoints come by time and not by the size of the log.
     */
    void start(int port) {
        rotateLog();
        String options = "-p " + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on -c full_page_writes=on"
                + " -c timezone=UTC -c log_timezone=UTC -c max_connections=200"
                + " -c shared_buffers=512MB -c min_wal_size=1GB -c max_wal_size=4GB";
        run(
                "pg_ctl",
                List.of(
                        "start",
                        "--pgdata=" + folder.data(),
                        "--log=" + folder.serverLog(),
                        "--wait",
                        "--timeout=60",
                        "--options=" + options));
    }

    /** Lets transactions in progress roll back, writes everything down and ends. */
    void stop() {
        run("pg_ctl", List.of("stop", "--pgdata=" + folder.data(), "--mode=fast", "--wait", "--timeout=60"));
    }

    private void run(String program, List<String> arguments) {
        List<String> words = new ArrayList<>(privileges.prefix());
        words.add(binaries.program(program).toString());
        words.addAll(arguments);
        Command.run(folder.commandLog(program), words);
    }

    private void writePassword() throws IOException {
        Path file = folder.ownerPassword();
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Credentials.randomPassword(), StandardOpenOption.TRUNCATE_EXISTING);
        privileges.prepare(folder);
    }

    private void rotateLog() {
        try {
            Path log = folder.serverLog();
            if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
                Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
