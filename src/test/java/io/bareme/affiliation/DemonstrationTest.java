package io.bareme.affiliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Scheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemonstrationTest {

    private final Population population = Demonstration.population();

    @Test
    void there_are_some_hundreds_of_people_of_both_countries_in_families() {
        assertThat(population.people()).hasSizeBetween(300, 400);
        assertThat(population.people().stream()
                        .map(Population.Person::household)
                        .distinct())
                .hasSizeBetween(100, 130);
        assertThat(population.people()).extracting(Population.Person::id).doesNotHaveDuplicates();
        assertThat(population.people())
                .filteredOn(person -> person.id().startsWith("MA-"))
                .hasSizeGreaterThan(90);
    }

    @Test
    void every_scheme_every_product_and_every_state_is_there() {
        assertThat(population.compulsory())
                .extracting(Correction.Compulsory::scheme)
                .contains(Scheme.values());
        assertThat(population.compulsory().stream().filter(c -> c.exemptions().contains(Exemption.ALD)))
                .hasSizeGreaterThan(5);
        assertThat(population.rights()).anyMatch(Correction.Enrolled::suspended);
        assertThat(population.rights()).anyMatch(held -> held.days().first().isAfter(LocalDate.of(2026, 12, 31)));
    }

    @Test
    void every_contract_stands_on_a_table_of_the_repository_and_every_level_on_one_of_its_columns() throws Exception {
        for (Population.Contract contract : population.contracts()) {
            assertThat(Path.of("guarantee-tables", contract.product())).isDirectory();
        }
        Map<String, String> products = population.contracts().stream()
                .collect(Collectors.toMap(Population.Contract::id, Population.Contract::product));
        Map<String, String> contracts = population.enrolments().stream()
                .collect(Collectors.toMap(Population.Enrolled::id, Population.Enrolled::contract));
        for (Correction.Enrolled held : population.rights()) {
            String product = products.get(contracts.get(held.enrolment()));
            assertThat(grids(product)).as(held.enrolment()).allMatch(header -> header.contains(held.level()));
        }
    }

    private static List<List<String>> grids(String product) throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("guarantee-tables", product))) {
            return files.filter(file -> file.endsWith("grid.csv"))
                    .map(DemonstrationTest::header)
                    .toList();
        }
    }

    private static List<String> header(Path grid) {
        try (Stream<String> lines = Files.lines(grid)) {
            return List.of(lines.findFirst().orElseThrow().split(","));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
