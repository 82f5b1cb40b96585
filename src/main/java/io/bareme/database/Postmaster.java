package io.bareme.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} tells of a server running on the data, ours or one that was left behind. */
final class Postmaster {

    private final DatabaseFolder folder;

    Postmaster(DatabaseFolder folder) {
        this.folder = folder;
    }

    /** The live server of this folder; empty when there is none, whatever a stale file says. */
    Optional<ProcessHandle> process() {
        return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::servesThisFolder);
    }

    /**
     * After a crash of the machine the number may belong to something else: then the file is only in the way. Otherwise
     * it stays: by it PostgreSQL finds out whether processes of the dead server still work on the data.
     */
    void forgetStale() {
        if (pid().flatMap(ProcessHandle::of).isPresent() && process().isEmpty()) {
            try {
                Files.deleteIfExists(file());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Optional<Long> pid() {
        try {
            List<String> lines = Files.exists(file()) ? Files.readAllLines(file()) : List.of();
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its command line is {@code …/postgres -D <data> …}. */
    private boolean servesThisFolder(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(folder.data().toString()))
                .orElse(false);
    }

    private Path file() {
        return folder.data().resolve("postmaster.pid");
    }
}
