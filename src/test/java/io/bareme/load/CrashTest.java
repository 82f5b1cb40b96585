package io.bareme.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code benchmarks/crash}. */
class CrashTest {

    @TempDir
    Path folder;

    @Test
    void whatever_is_killed_under_load_what_was_answered_is_there_once_and_what_was_not_is_mended_by_its_retry()
            throws Exception {
        CrashRun.Result result =
                CrashRun.run(folder, Path.of("target", "postgres").toAbsolutePath(), 1, 2, 20_261_122);

        assertThat(result.broken()).isEmpty();
        assertThat(result.decisions()).isGreaterThan(6 * 40);
        assertThat(result.heard()).isGreaterThanOrEqualTo(result.decisions());
    }
}
