package io.bareme.affiliation;

import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Scheme;
import io.bareme.tenancy.Tenancy;
import io.bareme.values.DateRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Carriers, contracts and some hundreds of people who do not exist, so that documentation, tests and first steps can
 * name them. Taken once into a database that has none, unless {@code bareme.demonstration=false}; into a database that
 * was named by {@code spring.datasource.url} only with {@code bareme.demonstration=true}.
 *
 * <p>The data are the files of {@code demonstration/} beside this class: plain values, no quotes, an empty value for
 * none, several words separated by spaces.
 */
@Component
public class Demonstration implements SmartInitializingSingleton {

    /** The administering organisation of these people. */
    public static final String TENANT = "demonstration";

    /** Everything of it is known since then. */
    public static final Instant KNOWN_FROM = Instant.parse("2020-01-01T00:00:00Z");

    private final RightsRecords records;
    private final boolean wanted;

    Demonstration(RightsRecords records, Environment environment) {
        this.records = records;
        boolean ownDatabase = !environment.containsProperty("spring.datasource.url");
        this.wanted = environment.getProperty("bareme.demonstration", Boolean.class, ownDatabase);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (wanted) {
            Tenancy.run(TENANT, this::takeIn);
        }
    }

    private void takeIn() {
        if (records.isEmpty(TENANT)) {
            records.add(TENANT, population(), KNOWN_FROM);
        }
    }

    /** Whether it is wanted. */
    public boolean isWanted() {
        return wanted;
    }

    /** All of it, as the files say. */
    static Population population() {
        return new Population(
                lines("carriers", cells -> new Population.Carrier(cells[0], cells[1], cells[2])),
                lines("contracts", cells -> new Population.Contract(cells[0], cells[1], cells[2], cells[3])),
                lines(
                        "people",
                        cells -> new Population.Person(
                                cells[0], cells[1], cells[2], cells[3], LocalDate.parse(cells[4]))),
                lines(
                        "enrolments",
                        cells -> new Population.Enrolled(cells[0], cells[1], cells[2], LocalDate.parse(cells[3]))),
                lines("rights", Demonstration::enrolled),
                lines("compulsory", Demonstration::compulsory));
    }

    private static Correction.Enrolled enrolled(String... cells) {
        return new Correction.Enrolled(
                cells[2],
                cells[0],
                cells[1],
                days(cells[5], cells[6]),
                cells[3],
                Integer.parseInt(cells[4]),
                cells[7].equals("yes"));
    }

    private static Correction.Compulsory compulsory(String... cells) {
        Set<Exemption> exemptions = new HashSet<>();
        for (String word : cells[4].split(" ")) {
            if (!word.isEmpty()) {
                exemptions.add(Exemption.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
            }
        }
        return new Correction.Compulsory(cells[0], days(cells[1], cells[2]), scheme(cells[3]), exemptions);
    }

    private static Scheme scheme(String word) {
        return Arrays.stream(Scheme.values())
                .filter(scheme -> scheme.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static DateRange days(String first, String last) {
        return new DateRange(LocalDate.parse(first), last.isEmpty() ? null : LocalDate.parse(last));
    }

    private static <T> List<T> lines(String file, Function<String[], T> read) {
        try (InputStream bytes = Demonstration.class.getResourceAsStream("demonstration/" + file + ".csv")) {
            if (bytes == null) {
                throw new IllegalStateException("There is no " + file + ".csv");
            }
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> read.apply(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
