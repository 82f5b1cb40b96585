package io.bareme.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void the_same_text_differs_nowhere() {
        assertThat(between("{\"a\": [1, {\"b\": null}]}", "{\"a\": [1, {\"b\": null}]}"))
                .isEmpty();
    }

    @Test
    void each_place_that_differs_is_named_with_both_values() {
        assertThat(between("{\"a\": [1, 2], \"b\": \"x\", \"c\": {}}", "{\"a\": [1, 3, 4], \"c\": 5, \"d\": true}"))
                .containsExactly(
                        new Difference("/a/1", "2", "3"),
                        new Difference("/a/2", null, "4"),
                        new Difference("/b", "\"x\"", null),
                        new Difference("/c", "{}", "5"),
                        new Difference("/d", null, "true"));
    }

    private static List<Difference> between(String was, String now) {
        return Difference.between(was.getBytes(StandardCharsets.UTF_8), now.getBytes(StandardCharsets.UTF_8));
    }
}
