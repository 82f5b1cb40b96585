package io.bareme.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.portal.pages.Reference.Piece;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void the_words_of_pages_are_the_same_in_both_languages() throws IOException {
        assertThat(bundle("pages_en").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(bundle("pages").stringPropertyNames());
    }

    @Test
    void no_apostrophe_is_eaten_by_a_message_that_takes_arguments() throws IOException {
        for (String name : new String[] {"pages", "pages_en"}) {
            assertThat(bundle(name).entrySet())
                    .allSatisfy(entry -> assertThat((String) entry.getValue())
                            .as(String.valueOf(entry.getKey()))
                            .doesNotContain("'"));
        }
    }

    @Test
    void a_place_in_a_file_is_said_in_the_readers_language() {
        assertThat(Places.in("row 9, column \"line value\"", Locale.FRANCE))
                .isEqualTo("ligne 9, colonne «\u00a0line value\u00a0»");
        assertThat(Places.in("row 9, column \"niveau-1\"", Locale.UK)).isEqualTo("row 9, column “niveau-1”");
    }

    @Test
    void an_address_in_a_reference_becomes_a_link_under_the_name_of_its_site() {
        assertThat(Reference.pieces("CCN, annexe I, https://www.legifrance.gouv.fr/id/1; et la suite."))
                .containsExactly(
                        new Piece("CCN, annexe I, ", null),
                        new Piece("legifrance.gouv.fr", "https://www.legifrance.gouv.fr/id/1"),
                        new Piece("; et la suite.", null));
        assertThat(Reference.pieces("javascript:alert(1) http://[broken"))
                .allSatisfy(piece -> assertThat(piece.address()).isNull());
    }

    private static Properties bundle(String name) throws IOException {
        Properties words = new Properties();
        try (InputStream bytes = WordsTest.class.getResourceAsStream("/messages/" + name + ".properties")) {
            words.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        }
        return words;
    }
}
