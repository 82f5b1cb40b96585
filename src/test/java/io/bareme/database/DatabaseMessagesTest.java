package io.bareme.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseMessagesTest {

    @TempDir
    Path temporary;

    @Test
    void a_second_program_on_the_same_folder_is_told_who_has_it(@TempDir Path base) throws Exception {
        FolderLock ours = FolderLock.take(DatabaseFolder.at(base));

        Process second = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SecondProgram.class.getName(),
                        base.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(second.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said.lines())
                .containsExactly(
                        "The database folder " + base + " is in use by another Barème, process "
                                + ProcessHandle.current().pid() + ".",
                        "Maybe stop it first, or give this one a folder of its own with --bareme.database.folder=…");
        ours.close();
        FolderLock.take(DatabaseFolder.at(base)).close();
    }

    /** Another program that wants the folder. */
    static final class SecondProgram {
        public static void main(String[] args) {
            System.setOut(new java.io.PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8));
            try {
                FolderLock.take(DatabaseFolder.at(Path.of(args[0])));
                System.out.println("taken");
            } catch (DatabaseException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void a_machine_without_binaries_is_told_to_bring_its_own_server() {
        assertThatThrownBy(() -> Binaries.archive("Mac OS X", "aarch64"))
                .hasMessageStartingWith(
                        "There is no PostgreSQL on board for Mac OS X on aarch64, only for Linux on amd64 and aarch64.")
                .hasMessageContaining(
                        "Maybe use a PostgreSQL 18 of your own: --spring.datasource.url=jdbc:postgresql://");
    }

    @Test
    void a_folder_that_nobody_can_reach_is_named() throws Exception {
        Path closed = Files.createDirectory(temporary.resolve("home"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        DatabaseFolder folder = DatabaseFolder.at(closed.resolve("postgres"));

        assertThatThrownBy(() -> Privileges.NOBODY.prepare(folder))
                .hasMessageStartingWith(
                        "PostgreSQL must run as the user nobody here, who cannot pass through " + closed + " to reach")
                .hasMessageEndingWith("or allow passage: chmod o+x " + closed);
    }

    @Test
    void a_program_that_fails_shows_its_last_words() {
        Path log = temporary.resolve("sh.log");

        assertThatThrownBy(() -> Command.run(log, List.of("/bin/sh", "-c", "echo no space left; exit 3")))
                .hasMessage("/bin/sh failed: no space left" + System.lineSeparator()
                        + "Maybe the whole of what it said is in " + log);
    }

    @Test
    void a_stale_pid_file_that_names_an_innocent_process_harms_nobody() throws Exception {
        DatabaseFolder folder = DatabaseFolder.at(temporary);
        Path file = Files.createDirectories(folder.data()).resolve("postmaster.pid");
        Files.writeString(file, ProcessHandle.current().pid() + "\n" + folder.data() + "\n");

        var postmaster = new Postmaster(folder);

        assertThat(postmaster.process()).isEmpty();
        postmaster.forgetStale();
        assertThat(file).doesNotExist();
    }

    @Test
    void a_pid_file_of_a_dead_server_stays_for_the_next_one_to_read() throws Exception {
        DatabaseFolder folder = DatabaseFolder.at(temporary);
        Path file = Files.createDirectories(folder.data()).resolve("postmaster.pid");
        Process dead = new ProcessBuilder("/bin/true").start();
        dead.waitFor();
        Files.writeString(file, dead.pid() + "\n" + folder.data() + "\n");

        new Postmaster(folder).forgetStale();

        assertThat(file).exists();
    }

    @Test
    void the_failure_reads_as_a_problem_and_what_to_try() {
        var analysis = new DatabaseFailureAnalyzer()
                .analyze(new IllegalStateException(FolderLock.inUse(Path.of("/srv/bareme"), "4711")));

        assertThat(analysis.getDescription())
                .isEqualTo("The database folder /srv/bareme is in use by another Barème, process 4711.");
        assertThat(analysis.getAction()).startsWith("Maybe stop it first");
    }
}
