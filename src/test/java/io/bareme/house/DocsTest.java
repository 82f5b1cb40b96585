package io.bareme.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents point to exists, and nothing in the tree belongs to one machine only. */
class DocsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Pattern LINK = Pattern.compile("]\\((?!\\w+:)(?<path>[^)#\\s]*)(?:#(?<anchor>[^)\\s]+))?\\)");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+?) *$");

    /** Folders of one machine, and the addresses that packages are fetched from: both are each reader's own. */
    private static final Pattern FOREIGN = Pattern.compile("(?<![\\w.:/-])/(work|root|home/\\w+|Users/\\w+)/[\\w.]"
            + "|repo1?\\.maven(\\.apache)?\\.org|central\\.sonatype\\.com|registry\\.npmjs\\.org"
            + "|(deb|security)\\.debian\\.org|pypi\\.org");

    @Test
    void every_link_leads_somewhere() throws IOException {
        List<Path> documents =
                tree().stream().filter(file -> file.toString().endsWith(".md")).toList();

        assertThat(documents).isNotEmpty();
        assertThat(documents.stream().flatMap(DocsTest::brokenLinks)).isEmpty();
    }

    @Test
    void a_link_to_nowhere_is_found(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(
                page, "# Où aller\n[a](page.md#où-aller) [b](gone.md) [c](#nowhere) [d](https://example.org/x)");

        assertThat(brokenLinks(page))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("](gone.md)"),
                        second -> assertThat(second).endsWith("](#nowhere)"));
    }

    @Test
    void the_tree_names_no_machine_and_no_registry() throws IOException {
        assertThat(tree().stream().flatMap(DocsTest::foreignPlaces)).isEmpty();
    }

    @Test
    void a_machine_or_a_registry_is_found(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "see " + "/wo" + "rk/x\nfrom https://repo." + "maven.apache.org\nhttps://x.org/work/y");

        assertThat(foreignPlaces(file)).hasSize(2);
    }

    private static Stream<String> brokenLinks(Path document) {
        String text = CODE_BLOCK.matcher(read(document)).replaceAll("");
        return LINK.matcher(text)
                .results()
                .filter(link -> !leadsSomewhere(document, link))
                .map(link -> document + ": " + link.group());
    }

    private static boolean leadsSomewhere(Path document, MatchResult link) {
        Path target = link.group("path").isEmpty() ? document : document.resolveSibling(link.group("path"));
        String anchor = link.group("anchor");
        return Files.exists(target) && (anchor == null || anchors(target).contains(anchor));
    }

    private static List<String> anchors(Path document) {
        return HEADING.matcher(read(document))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    private static Stream<String> foreignPlaces(Path file) {
        return read(file).lines().filter(line -> FOREIGN.matcher(line).find()).map(line -> file + ": " + line.strip());
    }

    /** The files of the project, without what is built, fetched or generated. */
    private static List<Path> tree() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !ROOT.relativize(file).toString().matches("(.*/)?(target|\\.git|\\.idea|data)/.*"))
                    .filter(file -> !file.endsWith("DocsTest.java"))
                    .toList();
        }
    }

    /** A file that is not UTF-8 text has nothing to say here. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException notText) {
            return "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
