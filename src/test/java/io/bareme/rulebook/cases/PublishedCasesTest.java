package io.bareme.rulebook.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bareme.rulebook.EditionReading;
import io.bareme.rulebook.EditionReading.Broken;
import io.bareme.rulebook.EditionReading.Ready;
import io.bareme.rulebook.Editions;
import io.bareme.rulebook.files.Folders;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of the repository, of the tables and of the harness, through the whole engine. */
class PublishedCasesTest {

    private static final EditionReading REPOSITORY =
            Editions.compile(Folders.read(Path.of("rules"), Path.of("guarantee-tables")));

    @Test
    void the_repository_is_a_whole_edition() {
        if (REPOSITORY instanceof Broken broken) {
            assertThat(broken.problems()).isEmpty();
        }
        assertThat(((Ready) REPOSITORY).cases()).isNotEmpty();
        assertThat(((Ready) REPOSITORY).skipped()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_case_comes_out_to_the_cent() {
        if (!(REPOSITORY instanceof Ready ready)) {
            return Stream.empty();
        }
        CaseRunner runner = Editions.runner(ready.edition());
        return ready.cases().stream()
                .map(worked -> dynamicTest(
                        worked.id(),
                        () -> assertThat(runner.run(worked).differences())
                                .as("%s, %s", worked.id(), worked.title())
                                .isEmpty()));
    }
}
