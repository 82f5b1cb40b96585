package io.bareme.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoServicesTest {

    @TempDir
    Path folder;

    @Test
    void two_services_on_one_database_never_answer_twice_and_one_that_is_restarted_loses_nothing() throws Exception {
        TwoServicesRun.Result result =
                TwoServicesRun.run(folder, Path.of("target", "postgres").toAbsolutePath(), 1, 20_261_122);

        assertThat(result.broken()).isEmpty();
        assertThat(result.both()).isTrue();
    }
}
