package io.bareme.portal.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Edition;
import io.bareme.regulation.Act;
import io.bareme.regulation.CodeSystem;
import io.bareme.rulebook.EditionReading;
import io.bareme.rulebook.Editions;
import io.bareme.rulebook.files.Folders;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActIndexTest {

    private static final Edition EDITION = edition();
    private static final ActIndex ACTS = ActIndex.of(EDITION);

    private static Edition edition() {
        EditionReading reading = Editions.compile(
                Folders.read(Path.of("rules"), Path.of("guarantee-tables")).edition());
        return ((EditionReading.Ready) reading).edition();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hbld634", "HBLD", "couronne céramo", "COURONNE CERAMO", "ceramo couronne", "ccam hbld634"})
    void an_act_is_found_by_code_or_words_without_accents(String words) {
        assertThat(codes(words, "FR")).contains("HBLD634");
    }

    @Test
    void the_exact_code_comes_first() {
        assertThat(codes("G", "FR")).startsWith("G");
        assertThat(codes("cs", "MA")).startsWith("Cs");
    }

    @Test
    void a_country_finds_its_own_acts_only() {
        assertThat(codes("HBLD634", "MA")).isEmpty();
        assertThat(codes("CsC", "MA")).containsExactly("CsC");
    }

    @Test
    void no_more_than_a_list_that_can_be_read() {
        assertThat(codes("c", "FR")).hasSize(ActIndex.MOST);
        assertThat(codes("  ", "FR")).isEmpty();
        assertThat(codes("%_'\"<", "FR")).isEmpty();
    }

    @Test
    void a_text_names_an_act_only_when_it_names_one() {
        assertThat(ACTS.named("G · whatever the words", "FR"))
                .extracting(act -> act.code().code())
                .isEqualTo("G");
        assertThat(ACTS.named("séance d’ostéopathie", "FR")).isNotNull();
        assertThat(ACTS.named("couronne", "FR")).isNull();
        assertThat(ACTS.named("", "FR")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void a_line_of_our_own_catalogue_shows_its_words_alone_and_they_name_it(String language) {
        assertThat(EDITION.nomenclature().acts().values())
                .filteredOn(act -> act.code().system() == CodeSystem.LOCAL)
                .isNotEmpty()
                .allSatisfy(act -> {
                    String shown = ActIndex.shown(act, Locale.of(language));
                    String country = act.source().file().contains("/ma/") ? "MA" : "FR";

                    assertThat(shown).doesNotContain(ActIndex.SEPARATOR);
                    assertThat(ACTS.named(shown, country)).isEqualTo(act);
                });
    }

    private static List<String> codes(String words, String country) {
        return ACTS.search(words, country).stream()
                .map(Act::code)
                .map(code -> code.code())
                .toList();
    }
}
