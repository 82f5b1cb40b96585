package io.bareme.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.rulebook.EditionReading.Broken;
import io.bareme.rulebook.EditionReading.Ready;
import io.bareme.rulebook.files.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way we know to break an edition's files, each with the exact message it is answered with. */
class BrokenEditionsTest {

    static List<String> names() {
        return Fixtures.brokenNames();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_broken_edition_is_refused_with_its_place_its_value_and_what_was_allowed(String name) throws IOException {
        Path expected = Fixtures.FOLDER.resolve(name).resolve(Fixtures.EXPECTED);

        EditionReading reading = Editions.compile(Fixtures.broken(name));

        assertThat(said(reading))
                .isEqualToNormalizingNewlines(Files.readString(expected).stripTrailing());
    }

    @Test
    void the_good_edition_they_are_made_from_is_whole() {
        assertThat(said(Editions.compile(Fixtures.goodSources()))).isEqualTo("nothing is wrong");
    }

    private static String said(EditionReading reading) {
        return switch (reading) {
            case Ready _ -> "nothing is wrong";
            case Broken broken ->
                broken.problems().stream().map(Problem::render).collect(Collectors.joining("\n\n"));
        };
    }
}
