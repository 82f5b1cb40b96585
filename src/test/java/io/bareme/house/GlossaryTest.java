package io.bareme.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the core and {@code docs/glossary.md} are the same words. */
class GlossaryTest {

    private static final List<String> PURE = List.of("values", "regulation", "guarantee", "adjudication");
    private static final Pattern LINE =
            Pattern.compile("^\\| *(?<english>[^|]+?) *\\|(?<french>[^|]+)\\|(?<what>[^|]+)\\|$");

    @Test
    void every_public_type_of_the_core_is_explained() throws IOException {
        List<String> explained = firstCells().map(GlossaryTest::plain).toList();

        assertThat(coreTypes().filter(type -> !explained.contains(plain(type))))
                .as("public types without a line | English | Français | What it is | in docs/glossary.md")
                .isEmpty();
    }

    @Test
    void no_line_explains_a_type_that_is_gone() throws IOException {
        List<String> types = coreTypes().toList();

        assertThat(firstCells().filter(cell -> cell.startsWith("`")).map(cell -> cell.replace("`", "")))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .isSubsetOf(types);
    }

    @Test
    void words_stand_for_the_type_they_name() {
        assertThat(plain("`GuaranteeTable`"))
                .isEqualTo(plain("Guarantee table"))
                .isEqualTo(plain("GuaranteeTable"));
    }

    private static Stream<String> coreTypes() {
        return PURE.stream()
                .flatMap(room -> new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("io.bareme." + room)
                                .stream())
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .sorted();
    }

    private static Stream<String> firstCells() throws IOException {
        return Files.readAllLines(Path.of("docs/glossary.md")).stream()
                .map(LINE::matcher)
                .filter(line -> line.matches()
                        && Stream.of("french", "what")
                                .noneMatch(cell -> line.group(cell).isBlank()))
                .map(line -> line.group("english"));
    }

    private static String plain(String words) {
        return words.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
    }
}
