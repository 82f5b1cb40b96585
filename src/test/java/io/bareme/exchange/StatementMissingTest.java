package io.bareme.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.explanation.Messages;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StatementMissingTest {

    private static final String DOCUMENT = "document.";

    @Test
    void every_document_that_may_be_missing_is_said_by_a_field_of_the_claim() {
        assertThat(StatementMissing.FIELDS.keySet())
                .isEqualTo(new Messages("reasons")
                        .keys(Locale.ENGLISH).stream()
                                .filter(key -> key.startsWith(DOCUMENT))
                                .map(key -> key.substring(DOCUMENT.length()))
                                .collect(Collectors.toSet()));
    }
}
