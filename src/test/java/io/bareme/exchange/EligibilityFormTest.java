package io.bareme.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EligibilityFormTest {

    private static final Set<String> KNOWN =
            IntStream.range(0, 30).mapToObj(n -> "family-" + n).collect(Collectors.toSet());

    @Test
    void families_that_do_not_exist_are_told_with_everything_else_that_is_wrong() {
        assertThat(problems("{\"families\": [\"famly-7\", \"family-8\", \"Opt\", 3, \"family-8\"], \"on\": 1}"))
                .containsExactly(
                        "/member missing-text",
                        "/families/0 not-a-word-of-families family-7",
                        "/families/2 not-a-word-of-families",
                        "/families/3 not-a-word-of-families",
                        "/families/4 twice",
                        "/on unknown-field");
    }

    @Test
    void of_too_many_families_none_is_looked_up() {
        String many = String.join(", ", Collections.nCopies(21, "\"opticle\""));

        assertThat(problems("{\"member\": \"FR-000001\", \"families\": [" + many + "]}"))
                .containsExactly("/families list-size");
    }

    private static List<String> problems(String json) {
        return EligibilityForm.read(json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH, KNOWN).problems().stream()
                .map(problem -> problem.pointer() + " " + problem.code()
                        + (problem.maybe() == null ? "" : " " + problem.maybe()))
                .toList();
    }
}
