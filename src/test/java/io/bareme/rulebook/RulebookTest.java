package io.bareme.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bareme.adjudication.Edition;
import io.bareme.rulebook.EditionReading.Broken;
import io.bareme.rulebook.EditionReading.Ready;
import io.bareme.rulebook.files.EditionSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulebookTest {

    private static final String GRID = "guarantee-tables/demo/2024-01-01/grid.csv";

    @TempDir
    Path home;

    private final Map<String, Map<String, byte[]>> kept = new HashMap<>();

    @BeforeEach
    void write_the_good_edition() throws IOException {
        Fixtures.write(home, Fixtures.good());
    }

    @Test
    void the_edition_at_home_is_in_force_from_the_start() {
        Rulebook rulebook = rulebook();

        assertThat(rulebook.inForce().hash()).isEqualTo(Fixtures.goodSources().hash());
        assertThat(rulebook.inForce().tables()).containsOnlyKeys("demo");
        assertThat(rulebook.sourcesInForce().hash())
                .isEqualTo(rulebook.inForce().hash());
    }

    @Test
    void a_broken_reload_keeps_the_old_edition() throws IOException {
        Rulebook rulebook = rulebook();
        Edition before = rulebook.inForce();
        change("150 % BR", "150 % du salaire");

        EditionReading reading = rulebook.reload();

        assertThat(reading).isInstanceOf(Broken.class);
        assertThat(rulebook.inForce()).isSameAs(before);
        assertThat(rulebook.sourcesInForce().hash()).isEqualTo(before.hash());
    }

    @Test
    void a_good_reload_takes_its_place_and_the_old_one_can_still_replay() throws IOException {
        Rulebook rulebook = rulebook();
        Edition before = rulebook.inForce();
        change("150 % BR", "175 % BR");

        EditionReading reading = rulebook.reload();

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Ready.class, ready -> assertThat(rulebook.inForce()).isSameAs(ready.edition()));
        assertThat(rulebook.inForce().hash()).isNotEqualTo(before.hash());
        assertThat(rulebook.byHash(before.hash())).containsSame(before);
    }

    @Test
    void an_edition_of_long_ago_is_made_again_from_what_was_kept() throws IOException {
        EditionSources old = Fixtures.goodSources().edition();
        kept.put(old.hash(), old.files());
        change("150 % BR", "175 % BR");

        Optional<Edition> found = rulebook().byHash(old.hash());

        assertThat(found)
                .hasValueSatisfying(edition -> assertThat(edition.hash()).isEqualTo(old.hash()));
        assertThat(wording(found.orElseThrow())).isEqualTo("150 % BR");
        assertThat(wording(rulebook().inForce())).isEqualTo("175 % BR");
    }

    @Test
    void a_hash_that_was_never_published_has_no_edition() {
        assertThat(rulebook().byHash("0".repeat(64))).isEmpty();
    }

    @Test
    void what_was_kept_under_another_hash_is_not_trusted() {
        String claimed = "0".repeat(64);
        kept.put(claimed, Fixtures.good());

        assertThatThrownBy(() -> rulebook().byHash(claimed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(claimed)
                .hasMessageContaining(Fixtures.goodSources().hash());
    }

    @Test
    void the_program_does_not_start_on_a_broken_edition_and_says_why() throws IOException {
        change("150 % BR", "#REF!");

        assertThatThrownBy(this::rulebook)
                .isInstanceOf(BrokenEdition.class)
                .hasMessageContaining(GRID + ", row 2, column \"confort\": \"#REF!\": a spreadsheet's error");
    }

    private Rulebook rulebook() {
        return new Rulebook(home, hash -> Optional.ofNullable(kept.get(hash)));
    }

    private static String wording(Edition edition) {
        return edition.tables()
                .get("demo")
                .getFirst()
                .levels()
                .get("confort")
                .guarantees()
                .getFirst()
                .wording();
    }

    private void change(String from, String to) throws IOException {
        Path grid = home.resolve(GRID);
        String text = Files.readString(grid);
        assertThat(text).contains(from);
        Files.write(grid, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }
}
