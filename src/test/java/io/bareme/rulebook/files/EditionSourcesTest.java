package io.bareme.rulebook.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.rulebook.Fixtures;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionSourcesTest {

    private static final String GRID = "guarantee-tables/demo/2024-01-01/grid.csv";

    @TempDir
    Path home;

    @BeforeEach
    void write_the_good_edition() throws IOException {
        Fixtures.write(home, Fixtures.good());
    }

    @Test
    void what_is_read_from_folders_is_what_was_stored() {
        EditionSources read = read();

        assertThat(read.unreadable()).isEmpty();
        assertThat(read.files().keySet()).isEqualTo(Fixtures.good().keySet());
        assertThat(read.hash()).isEqualTo(Fixtures.goodSources().hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void the_hash_does_not_depend_on_the_order_of_files_nor_on_the_folders_own_names() throws IOException {
        Map<String, byte[]> backwards = new LinkedHashMap<>();
        Fixtures.good().reversed().forEach(backwards::put);
        Files.move(home.resolve("rules"), home.resolve("other-rules"));
        Files.move(home.resolve("guarantee-tables"), home.resolve("other-tables"));

        assertThat(EditionSources.of(backwards).hash())
                .isEqualTo(Folders.read(home.resolve("other-rules"), home.resolve("other-tables"))
                        .hash())
                .isEqualTo(Fixtures.goodSources().hash());
    }

    @Test
    void the_hash_is_the_same_for_ever() {
        Map<String, byte[]> files = Map.of("rules/a", "1".getBytes(StandardCharsets.UTF_8));

        assertThat(EditionSources.of(files).hash())
                .isEqualTo("12f476157a80c25e54c5eb948b8efe44544ff006f3afe1a58bda2e0e9d773ee5");
    }

    @Property(tries = 200)
    void another_path_or_another_byte_is_another_hash(
            @ForAll @Size(max = 6) String path, @ForAll @Size(max = 6) byte[] content, @ForAll byte more) {
        byte[] longer = java.util.Arrays.copyOf(content, content.length + 1);
        longer[content.length] = more;
        String hash = hash("rules/" + path, content);

        assertThat(hash("rules/" + path, longer)).isNotEqualTo(hash);
        assertThat(hash("rules/" + path + (char) ('a' + (more & 7)), content)).isNotEqualTo(hash);
    }

    @Test
    void the_harness_of_cases_is_no_part_of_the_edition() {
        SortedMap<String, byte[]> without = Fixtures.good();
        without.keySet().removeIf(path -> path.startsWith("rules/cases/"));

        assertThat(without).hasSizeLessThan(Fixtures.good().size());
        assertThat(EditionSources.of(without).hash()).isEqualTo(read().hash());
        assertThat(read().edition().files().keySet()).isEqualTo(without.keySet());
    }

    @Test
    void readme_and_hidden_files_are_passed_over() throws IOException {
        Files.writeString(home.resolve("rules/README.md"), "about");
        Files.writeString(home.resolve("rules/.DS_Store"), "x");
        Files.createDirectories(home.resolve("rules/.git/objects"));
        Files.writeString(home.resolve("rules/.git/objects/a.yaml"), "x");

        assertThat(read().files().keySet()).isEqualTo(Fixtures.good().keySet());
    }

    @Test
    void a_link_out_of_the_folder_is_refused(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.csv"), "secret");
        Files.delete(home.resolve(GRID));
        Files.createSymbolicLink(home.resolve(GRID), secret);

        assertThat(read().files()).doesNotContainKey(GRID);
        assertThat(read().unreadable())
                .singleElement()
                .hasToString(GRID + ": the symbolic link leads out of the folder\nAllowed: a file of the folder");
    }

    @Test
    void a_link_to_nowhere_and_a_linked_folder_are_refused(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(home.resolve("rules/gone.yaml"), elsewhere.resolve("gone"));
        Files.createSymbolicLink(home.resolve("rules/linked"), elsewhere);

        assertThat(read().unreadable())
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "the symbolic link leads nowhere", "the symbolic link leads out of the folder");
    }

    @Test
    void a_link_within_the_folder_is_followed() throws IOException {
        Path copy = home.resolve("guarantee-tables/demo/2025-01-01/grid.csv");
        Files.createDirectories(copy.getParent());
        Files.createSymbolicLink(copy, home.resolve(GRID).toAbsolutePath());

        assertThat(read().files().get("guarantee-tables/demo/2025-01-01/grid.csv"))
                .isEqualTo(Fixtures.good().get(GRID));
    }

    @Test
    void a_file_larger_than_20_megabytes_is_refused() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(home.resolve(GRID).toFile(), "rw")) {
            file.setLength(EditionSources.LARGEST_FILE + 1);
        }

        assertThat(read().unreadable())
                .singleElement()
                .hasToString(GRID + ": the file is larger than 20 MB\nAllowed: 20 MB at most");
    }

    private EditionSources read() {
        return Folders.read(home.resolve("rules"), home.resolve("guarantee-tables"));
    }

    private static String hash(String path, byte[] content) {
        return EditionSources.of(new TreeMap<>(Map.of(path, content))).hash();
    }
}
