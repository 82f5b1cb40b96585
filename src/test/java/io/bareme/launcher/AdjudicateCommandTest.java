package io.bareme.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdjudicateCommandTest {

    private static final String CROWN =
            "{\"cover\": {\"scheme\": \"fr-general\", \"born\": \"1980-01-01\", \"contracts\": [{\"product\":"
                    + " \"ccn-formation\", \"level\": \"niveau-1\"}]}, \"provider\": {\"profession\": \"dentist\"},"
                    + " \"lines\": [{\"act\": \"CCAM HBLD634\", \"date\": \"2024-06-01\", \"charge\": \"%s\"}]}";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StringWriter error = new StringWriter();

    private record Ran(int exitCode, List<JsonNode> lines) {}

    @Test
    void each_claim_gives_one_statement_in_its_turn() {
        Ran ran = run(CROWN.formatted("539.00") + "\n" + CROWN.formatted("100.00") + "\n");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.lines()).hasSize(2);
        assertThat(ran.lines()).extracting(line -> text(line, "/totals/charge")).containsExactly("539.00", "100.00");
        assertThat(text(ran.lines().getFirst(), "/currency")).isEqualTo("EUR");
        assertThat(text(ran.lines().getFirst(), "/lines/0/base")).isEqualTo("120.00");
        assertThat(text(ran.lines().getFirst(), "/lines/0/compulsory/legal")).isEqualTo("72.00");
    }

    @Test
    void a_bad_line_is_named_and_the_stream_goes_on() {
        Ran ran = run(CROWN.formatted("539,00") + "\r\n{\n" + CROWN.formatted("100.00"));

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.lines()).hasSize(3);
        assertThat(text(ran.lines().get(0), "/line")).isEqualTo("1");
        assertThat(text(ran.lines().get(0), "/problem/errors/0/pointer")).isEqualTo("/lines/0/charge");
        assertThat(text(ran.lines().get(0), "/problem/errors/0/maybe")).isEqualTo("539.00");
        assertThat(text(ran.lines().get(1), "/line")).isEqualTo("2");
        assertThat(text(ran.lines().get(2), "/totals/charge")).isEqualTo("100.00");
    }

    @Test
    void blank_lines_are_passed_over_and_every_answer_bears_its_lines_number() {
        Ran ran = run(CROWN.formatted("539.00") + "\n\n \t\r\n" + CROWN.formatted("100.00") + "\n{\n\n");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.lines()).extracting(line -> text(line, "/line")).containsExactly("1", "4", "5");
        assertThat(text(ran.lines().get(1), "/totals/charge")).isEqualTo("100.00");
    }

    @Test
    void claims_that_are_a_folder_are_told_as_such(@TempDir Path folder) {
        Ran ran = execute("", "--tables", "guarantee-tables", "--claims", folder.toString());

        assertThat(ran).isEqualTo(new Ran(2, List.of()));
        assertThat(error.toString())
                .contains("A folder, where a file of claims is needed: " + folder)
                .hasLineCount(1);
    }

    @Test
    void a_number_beyond_all_bounds_is_named_and_the_stream_goes_on() {
        Ran ran = run(CROWN.replace("\"%s\"", "1e99999999999") + "\n" + CROWN.formatted("100.00"), "--language", "en");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(text(ran.lines().getFirst(), "/problem/errors/0/pointer")).isEqualTo("/lines/0/charge");
        assertThat(text(ran.lines().getFirst(), "/problem/errors/0/message"))
                .startsWith("The exponent of this number is out of bounds");
        assertThat(text(ran.lines().getLast(), "/totals/charge")).isEqualTo("100.00");
    }

    @Test
    void an_unknown_product_is_refused_with_the_nearest_one() {
        Ran ran = run(CROWN.formatted("1").replace("ccn-formation", "ccn-formatoin"), "--language", "en");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(text(ran.lines().getFirst(), "/problem/errors/0/pointer")).isEqualTo("/cover/contracts/0/product");
        assertThat(text(ran.lines().getFirst(), "/problem/errors/0/message"))
                .isEqualTo("This product has no guarantee table");
        assertThat(text(ran.lines().getFirst(), "/problem/errors/0/maybe")).isEqualTo("ccn-formation");
    }

    @Test
    void an_unknown_act_is_decided_not_refused_as_bad() {
        Ran ran = run(CROWN.formatted("1").replace("HBLD634", "ZZZZ999"), "--language", "en");

        assertThat(ran.exitCode()).isZero();
        assertThat(text(ran.lines().getFirst(), "/verdict")).isEqualTo("referred");
        assertThat(ran.lines().getFirst().at("/lines/0/reasons").toString()).contains("act-unknown");
    }

    @Test
    void a_line_longer_than_a_million_bytes_is_read_past() {
        Ran ran = run("{\"x\": \"" + "x".repeat(1_000_001) + "\"}\n" + CROWN.formatted("100.00"), "--language", "en");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(text(ran.lines().getFirst(), "/problem/errors/0/message")).isEqualTo("The line is too long");
        assertThat(ran.lines()).hasSize(2);
    }

    @Test
    void more_lines_than_are_held_at_a_time_keep_their_order() {
        String claims = String.join(
                "\n",
                IntStream.range(0, 1000)
                        .mapToObj(i -> CROWN.formatted(i + ".00"))
                        .toList());

        Ran ran = run(claims);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.lines())
                .extracting(line -> text(line, "/totals/charge"))
                .containsExactlyElementsOf(
                        IntStream.range(0, 1000).mapToObj(i -> i + ".00").toList());
    }

    @Test
    void an_empty_stream_gives_nothing() {
        assertThat(run("")).isEqualTo(new Ran(0, List.of()));
    }

    @Test
    void a_missing_folder_or_file_is_named() {
        assertThat(execute("", "--tables", "no-such-folder", "--claims", "-").exitCode())
                .isEqualTo(2);
        assertThat(error.toString()).contains("no-such-folder");
        assertThat(execute("", "--tables", "guarantee-tables", "--claims", "no-such-file")
                        .exitCode())
                .isEqualTo(2);
        assertThat(error.toString()).contains("no-such-file");
    }

    @Test
    void a_broken_edition_decides_nothing(@TempDir Path folder) throws IOException {
        Path table = Files.createDirectories(folder.resolve("guarantee-tables/some-product/2024-01-01"));
        Files.writeString(table.resolve("product.yaml"), "product: other");

        Ran ran = execute(
                CROWN, "--tables", folder.resolve("guarantee-tables").toString(), "--rules", "rules", "--claims", "-");

        assertThat(ran).isEqualTo(new Ran(2, List.of()));
        assertThat(error.toString()).contains("some-product/2024-01-01");
    }

    private Ran run(String claims, String... more) {
        String[] usual = {"--tables", "guarantee-tables", "--claims", "-"};
        return execute(
                claims,
                java.util.stream.Stream.concat(java.util.Arrays.stream(usual), java.util.Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private Ran execute(String claims, String... arguments) {
        var out = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(claims.getBytes(StandardCharsets.UTF_8));
        int exitCode = new CommandLine(new AdjudicateCommand(in, out))
                .setErr(new PrintWriter(error, true))
                .execute(arguments);
        List<JsonNode> lines =
                out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
        return new Ran(exitCode, lines);
    }

    private static String text(JsonNode line, String pointer) {
        return line.at(pointer).asString();
    }
}
