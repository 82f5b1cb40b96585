package io.bareme.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolutionFormTest {

    @Test
    void a_word_for_refusing_that_is_not_known_is_all_that_is_wrong_where_lines_are_named() {
        assertThat(problems("\"refuse\": \"not-justifed\", \"lines\": [1]")).containsExactly("/refuse not-a-word");
    }

    @Test
    void lines_are_named_only_where_care_is_refused() {
        assertThat(problems("\"lines\": [1]")).containsExactly("/lines lines-of-what");
        assertThat(problems("\"refuse\": null, \"lines\": [1]")).containsExactly("/lines lines-of-what");
        assertThat(problems("\"refuse\": \"other\", \"lines\": [1]")).isEmpty();
    }

    private static List<String> problems(String fields) {
        String json = "{\"by\": \"handler-7\", \"words\": \"vu avec le cabinet\", " + fields + "}";
        return ResolutionForm.read(json.getBytes(StandardCharsets.UTF_8)).problems().stream()
                .map(problem -> problem.pointer() + " " + problem.code())
                .toList();
    }
}
