package io.bareme.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of tables names every table of the tree with its days, and none that is not there. */
class TablesPageTest {

    private static final Path TABLES = Path.of("guarantee-tables");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(?<product>[^`]+)` \\| [^|]+ \\| (?<days>[^|]+) \\|");

    @Test
    void every_table_stands_on_the_page_with_its_days() throws IOException {
        assertThat(onThePage()).containsExactlyInAnyOrderElementsOf(inTheTree());
    }

    private static List<String> onThePage() throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs/reference/tables.md")))
                .results()
                .map(TablesPageTest::row)
                .toList();
    }

    private static String row(MatchResult row) {
        return row.group("product") + " " + row.group("days").strip();
    }

    private static List<String> inTheTree() throws IOException {
        try (Stream<Path> files = Files.walk(TABLES)) {
            return files.filter(file -> file.endsWith("product.yaml"))
                    .map(TablesPageTest::fiche)
                    .map(fiche -> field(fiche, "product") + " " + days(fiche))
                    .toList();
        }
    }

    private static String fiche(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String days(String fiche) {
        String first = field(fiche, "first day");
        return fiche.contains("\nlast day: ") ? first + " to " + field(fiche, "last day") : first;
    }

    private static String field(String fiche, String name) {
        return Pattern.compile("(?m)^" + name + ": (\\S+)")
                .matcher(fiche)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
