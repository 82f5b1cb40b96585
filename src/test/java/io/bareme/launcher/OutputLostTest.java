package io.bareme.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputLostTest {

    private static final int READER_GONE = 141;

    private static final class Broken extends OutputStream {
        private final String message;

        Broken(String message) {
            this.message = message;
        }

        @Override
        public void write(int one) throws IOException {
            throw new IOException(message);
        }
    }

    @TempDir
    private Path folder;

    @Test
    void a_reader_that_went_ends_the_command_as_it_ends_any_other() throws IOException {
        Path wordings = Files.writeString(folder.resolve("wordings.txt"), "150 % BR\n".repeat(5000));

        assertThat(run(new Broken("Broken pipe"), "wordings", wordings.toString()))
                .isEqualTo(READER_GONE);
        assertThat(run(new Broken("Broken pipe"), "--help")).isEqualTo(READER_GONE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_is_never_taken_for_success() throws IOException {
        Path wordings = Files.writeString(folder.resolve("wordings.txt"), "150 % BR\n");

        try (OutputStream full = new FileOutputStream("/dev/full")) {
            assertThat(run(full, "wordings", wordings.toString())).isNotZero();
            assertThat(run(full, "check", "guarantee-tables")).isNotZero();
            assertThat(run(full, "check", "--help")).isNotZero();
        }
    }

    @Test
    void what_could_be_written_is_a_success() throws IOException {
        Path wordings = Files.writeString(folder.resolve("wordings.txt"), "150 % BR\n");

        assertThat(run(OutputStream.nullOutputStream(), "wordings", wordings.toString()))
                .isZero();
    }

    private static int run(OutputStream out, String... arguments) {
        return Bareme.run(new StandardOutput(out), arguments);
    }
}
