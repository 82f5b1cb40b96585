package io.bareme.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.bareme.house.HouseRules.HouseRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.bareme");

    @ParameterizedTest
    @MethodSource("io.bareme.house.HouseRules#all")
    void the_house_keeps_to_its_rules(HouseRule rule) {
        rule.rule().because(rule.sentence()).allowEmptyShould(true).check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("io.bareme.house.HouseRules#all")
    void a_planted_breach_is_found(HouseRule rule, @TempDir Path folder) {
        JavaClasses planted = new ClassFileImporter().importPath(InMemory.compile(rule.breach(), folder));

        assertThat(planted).isNotEmpty();
        assertThat(rule.rule().evaluate(planted).hasViolation()).isTrue();
    }

    @Test
    void every_package_says_what_it_is_and_marks_its_nulls() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> silent = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !introducesItself(folder.resolve("package-info.java")))
                    .toList();

            assertThat(silent).isEmpty();
        }
    }

    private static boolean introducesItself(Path packageInfo) {
        try {
            String text = Files.exists(packageInfo) ? Files.readString(packageInfo) : "";
            return text.contains("@NullMarked") && text.matches("(?s)/\\*\\*\\s.*\\w.*\\*/.*");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
