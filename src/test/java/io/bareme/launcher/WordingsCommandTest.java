package io.bareme.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordingsCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void each_line_is_answered_and_counted() throws IOException {
        int exitCode = wordings("150 % BR\n150 % PU\n");

        assertThat(exitCode).isZero();
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("150 % BR\tread\t150 % BR - AMO"),
                        line -> assertThat(line)
                                .startsWith("150 % PU\trefused\t« PU » (character 7) is the unit price"),
                        line -> assertThat(line).isEqualTo("1 read, 1 refused"));
    }

    @Test
    void published_tables_are_measured_each_under_its_own_header() throws IOException {
        Files.writeString(folder.resolve("one.yaml"), """
                table: "One"
                source: "https://example.org"
                country: FR
                currency: EUR
                readings: {two values: optam then non optam}
                guarantees: ["200 % / 150 %", "150 % PU", "100 % BR"]
                state no guarantee: [{cell: "Conventionné", why: "a heading"}]
                """);
        Files.writeString(folder.resolve("two.yaml"), """
                table: "Two"
                source: "https://example.org"
                country: FR
                currency: EUR
                guarantees: ["100 % BR"]
                """);

        int exitCode = run(folder.toString());

        assertThat(exitCode).isZero();
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("One\t4 cells, 3 guarantees, 2 read, 1 not (66.7 %)"),
                        line -> assertThat(line).startsWith("\t150 % PU\t« PU » (character 7)"),
                        line -> assertThat(line).isEqualTo("Two\t1 cells, 1 guarantees, 1 read, 0 not (100.0 %)"),
                        line -> assertThat(line).isEqualTo("FR\t3 distinct guarantees, 2 read, 1 not (66.7 %)"));
    }

    @Test
    void a_folder_without_published_tables_or_with_a_broken_one_is_told() throws IOException {
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("no published table");

        Files.writeString(folder.resolve("one.yaml"), "table: One\ncolour: red\n");
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("one.yaml, line 2", "colour");
    }

    @Test
    void options_say_how_short_forms_read() throws IOException {
        wordings(
                "150 %\n100 €\n90 % FR limité à 300 % BR\n200 MAD par an\n-\n",
                "--bare-percent=copayment",
                "--euros-included",
                "--percent-of-charge=of-remainder",
                "--caps-on-top",
                "--year=contract",
                "--dash=base-level",
                "--currency=MAD");

        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("\t150 % TM"),
                        line -> assertThat(line).contains("refused\t« 100 € » (character 1) is in EUR"),
                        line -> assertThat(line).endsWith("\t90 % (FR - AMO) limité à 300 % BR AMO exclue"),
                        line -> assertThat(line).endsWith("\t200 MAD - AMO par année d'assurance et par bénéficiaire"),
                        line -> assertThat(line).endsWith("\tcomme le niveau de base"),
                        line -> assertThat(line).isEqualTo("4 read, 1 refused"));
    }

    @Test
    void a_wording_is_read_in_the_currency_it_names() throws IOException {
        wordings("100 €\nforfait maternité 8 000 DH\n2 000 MAD par an\n");

        assertThat(out.toString()).endsWith("3 read, 0 refused" + System.lineSeparator());
    }

    @Test
    void on_top_and_included_are_told_apart() throws IOException {
        wordings("150 % BR\n", "--on-top");
        wordings("150 % BR\n", "--included");

        assertThat(out.toString()).contains("150 % BR en complément").contains("150 % BR - AMO");
    }

    @Test
    void a_mark_windows_line_ends_and_blank_lines_do_no_harm() throws IOException {
        int exitCode = wordings("\ufeff150 % BR\r\n\r\n   \r\nnéant\r\n");

        assertThat(exitCode).isZero();
        assertThat(out.toString().lines()).hasSize(3).last().isEqualTo("2 read, 0 refused");
    }

    @Test
    void a_text_in_another_encoding_is_refused_naming_its_line() throws IOException {
        Path file =
                Files.write(folder.resolve("latin1.txt"), "150 % BR\nnéant\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run(file.toString())).isEqualTo(2);
        assertThat(errors.toString())
                .contains("latin1.txt, ligne 2")
                .contains("not UTF-8")
                .hasLineCount(1);
        assertThat(out.toString()).isEqualTo("150 % BR\tread\t150 % BR - AMO" + System.lineSeparator());
    }

    @Test
    void a_text_in_utf_16_is_refused_at_its_first_line() throws IOException {
        Path file = Files.write(folder.resolve("utf16.txt"), "150 % BR\n".getBytes(StandardCharsets.UTF_16));

        assertThat(run(file.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("utf16.txt, ligne 1").hasLineCount(1);
    }

    @Test
    void a_line_too_long_is_refused_and_the_next_is_read() throws IOException {
        int exitCode = wordings("é".repeat(10_001) + "\n" + "é".repeat(40_000) + "\n150 % BR\n");

        assertThat(exitCode).isZero();
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("é".repeat(60) + "…\trefused\tthe line has more than 10000 characters"),
                        line -> assertThat(line).endsWith("\trefused\tthe line has more than 10000 characters"),
                        line -> assertThat(line).startsWith("150 % BR\tread"),
                        line -> assertThat(line).isEqualTo("1 read, 2 refused"));
    }

    @Test
    void a_text_is_held_one_line_at_a_time() throws IOException {
        long[] taken = {0};
        var endless = new InputStream() {
            @Override
            public int read() {
                return "150 % PU\n".charAt((int) (taken[0]++ % 9));
            }
        };
        var lines = new WordingLines(endless);

        for (int i = 0; i < 1000; i++) {
            assertThat(lines.next()).isEqualTo(new WordingLines.Line("150 % PU", true));
        }
        assertThat(taken[0]).isLessThan(200_000);
    }

    @Test
    void a_missing_file_is_one_clear_line() {
        assertThat(run(folder.resolve("none.txt").toString())).isEqualTo(2);
        assertThat(errors.toString())
                .contains("none.txt")
                .contains("no such file")
                .hasLineCount(1);
    }

    @Test
    void a_choice_that_is_none_is_refused_with_those_allowed() throws IOException {
        assertThat(wordings("néant\n", "--year=lunar")).isEqualTo(2);
        assertThat(errors.toString()).contains("civil, contract, rolling");
    }

    @Test
    void contrary_options_are_refused() throws IOException {
        assertThat(wordings("néant\n", "--included", "--on-top")).isEqualTo(2);
    }

    @Test
    void help_tells_the_exit_codes() {
        run("--help");

        assertThat(out.toString()).contains("Exit codes").contains("--bare-percent");
    }

    private int wordings(String text, String... options) throws IOException {
        String[] arguments = new String[options.length + 1];
        System.arraycopy(options, 0, arguments, 0, options.length);
        arguments[options.length] =
                Files.writeString(folder.resolve("wordings.txt"), text).toString();
        return run(arguments);
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "wordings";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Bareme.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(all);
    }
}
