package io.bareme.rulebook.files;

import io.bareme.guarantee.HeaderReadings;
import io.bareme.values.Currency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The distinct cells of a guarantee table somebody published, under its own header: what the guarantee language is
 * measured on. It is no table of ours, pays nothing and is no part of an edition.
 *
 * <pre>
 * table: "CCN HCR 2017"
 * source: "https://…"
 * country: FR
 * currency: EUR
 * readings: {percent of base: on top of compulsory}   # the usual ones where it is silent
 * why: "…"                                            # what in the table says so
 * guarantees: ["150 % BR", …]                         # as printed
 * beyond their words: [{cell: "240 % BRSS (1)", why: "note (1) …"}]
 * state no guarantee: [{cell: "Conventionné", why: "a column heading"}]
 * </pre>
 *
 * @param guarantees the cells that state one, as printed
 * @param beyondTheirWords those that state one with a note that the cell does not hold: they read, but not as they are
 *     meant
 * @param others those that state none
 */
public record PublishedTable(
        String table,
        String source,
        String country,
        Currency currency,
        HeaderReadings readings,
        List<String> guarantees,
        List<Remark> beyondTheirWords,
        List<Remark> others) {

    public PublishedTable {
        guarantees = List.copyOf(guarantees);
        beyondTheirWords = List.copyOf(beyondTheirWords);
        others = List.copyOf(others);
    }

    /** A cell, and what is to be said of it. */
    public record Remark(String cell, String why) {}

    /** How many distinct cells the table has. */
    public int cells() {
        return guarantees.size() + beyondTheirWords.size() + others.size();
    }

    /** The tables of a folder's {@code .yaml} files, by the names of the files; what is broken is reported. */
    public static List<PublishedTable> read(Path folder, Problems problems) {
        List<PublishedTable> tables = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                PublishedTable table = read(file.getFileName().toString(), Files.readAllBytes(file), problems);
                if (table != null) {
                    tables.add(table);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return tables;
    }

    private static @Nullable PublishedTable read(String file, byte[] bytes, Problems problems) {
        String text = SourceText.decode(file, bytes, problems);
        YamlNode.Mapping mapping = text == null ? null : YamlText.mapping(file, text, problems);
        if (mapping == null) {
            return null;
        }
        Fields fields = new Fields(file, mapping, problems);
        PublishedTable table = new PublishedTable(
                fields.text("table"),
                fields.text("source"),
                fields.word("country", Words.COUNTRIES, "FR"),
                fields.word("currency", Words.CURRENCIES, Currency.EUR),
                fields.has("readings") ? Words.readings(fields.fields("readings"), false) : HeaderReadings.USUAL,
                fields.words("guarantees"),
                remarks(fields, "beyond their words"),
                remarks(fields, "state no guarantee"));
        fields.optional("why");
        fields.refuseOthers();
        return table;
    }

    private static List<Remark> remarks(Fields fields, String key) {
        List<Remark> remarks = new ArrayList<>();
        for (Fields each : fields.has(key) ? fields.list(key) : List.<Fields>of()) {
            remarks.add(new Remark(each.text("cell"), each.text("why")));
            each.refuseOthers();
        }
        return remarks;
    }
}
