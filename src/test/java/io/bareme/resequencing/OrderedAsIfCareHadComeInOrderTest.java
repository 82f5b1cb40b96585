package io.bareme.resequencing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Shares;
import io.bareme.database.Database;
import io.bareme.decision.Households;
import io.bareme.journal.CareGiven;
import io.bareme.journal.Derived;
import io.bareme.journal.Journal;
import io.bareme.journal.StoredDecision;
import io.bareme.resequencing.Resequencings.Approval;
import io.bareme.rulebook.Fixtures;
import io.bareme.rulebook.Rulebook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Care in a random order, put in order, against the same care that came in order to another household. */
@TestInstance(Lifecycle.PER_CLASS)
class OrderedAsIfCareHadComeInOrderTest {

    private static final String TENANT = "as-if";
    private static final int WORLDS = 24;
    private static final int CARE = 9;
    private static final List<String> ACTS = List.of(
            "osteopathie",
            "osteopathie",
            "seance-psychologue-non-remboursee",
            "dietetique",
            "pedicurie",
            "sevrage-tabagique");

    private final HikariDataSource database = Database.fresh();
    private final Journal journal = new Journal(database);
    private Households households;
    private Resequencings resequencings;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        Rulebook rulebook =
                Fixtures.rulebook(Path.of("rules"), Path.of("src/test/resources/stress/guarantee-tables"), home);
        String[] people = IntStream.range(0, WORLDS)
                .boxed()
                .flatMap(world -> Stream.of("a", "b")
                        .flatMap(person -> Stream.of("mixed", "ordered")
                                .map(which -> household(world, which) + "/" + person(world, which, person))))
                .toArray(String[]::new);
        households = new Households(TENANT, rulebook, journal, people);
        resequencings = new Resequencings(journal, rulebook, Households.CLOCK);
    }

    @AfterAll
    void close() {
        database.close();
    }

    /** One in two holds two contracts. */
    private static String household(int world, String which) {
        return (world % 2 == 0 ? "two-" : "one-") + which + world;
    }

    private static String person(int world, String which, String person) {
        return person + "-" + which + world;
    }

    private record Given(int number, String person, String act, LocalDate day, int quantity, int euros) {

        static Given random(int number, Random random) {
            return new Given(
                    number,
                    random.nextBoolean() ? "a" : "b",
                    ACTS.get(random.nextInt(ACTS.size())),
                    LocalDate.of(2024, 3, 1).plusDays(random.nextInt(900)),
                    1 + random.nextInt(3),
                    30 + random.nextInt(270));
        }
    }

    @Test
    void once_approved_every_decision_is_as_if_care_had_come_in_order() {
        int corrected = 0;
        for (int world = 0; world < WORLDS; world++) {
            Random random = new Random(20_261_122L + world);
            List<Given> care = new ArrayList<>(IntStream.range(0, CARE)
                    .mapToObj(number -> Given.random(number, random))
                    .toList());
            care.sort(Comparator.comparing(Given::day));
            Map<Given, StoredDecision> ordered = come(world, "ordered", care);
            Collections.shuffle(care, random);
            Map<Given, StoredDecision> mixed = come(world, "mixed", care);

            corrected += approve(mixed.get(care.getLast()));

            assertThat(standing(world, "mixed")).isEqualTo(standing(world, "ordered"));
            assertThat(used(world, "mixed", mixed)).isEqualTo(used(world, "ordered", ordered));
        }
        assertThat(corrected).as("the test is worth something").isGreaterThan(WORLDS);
        assertThat(Derived.countersThatAreNotTheirLedger(JdbcClient.create(Database.asOwner(database))))
                .isZero();
    }

    private Map<Given, StoredDecision> come(int world, String which, List<Given> care) {
        Map<Given, StoredDecision> decided = new TreeMap<>(Comparator.comparing(Given::number));
        for (Given one : care) {
            decided.put(
                    one,
                    households.given(
                            person(world, which, one.person()),
                            one.act(),
                            one.day().toString(),
                            one.quantity(),
                            one.euros() + ".00"));
        }
        return decided;
    }

    /** How many decisions were corrected. */
    private int approve(StoredDecision any) {
        Resequencing found = resequencings.find(households.caller(), any.id()).orElseThrow();
        assertThat(found.staying()).isEmpty();
        if (found.corrections().isEmpty()) {
            return 0;
        }
        Approval approval = resequencings
                .approve(
                        households.caller(), any.id(), found.version(), any.id().toString(), "body")
                .orElseThrow();
        assertThat(approval).isInstanceOf(Approval.Applied.class);
        return found.corrections().size();
    }

    /** The verdict and shares of every line that stands, in the order of the days of care. */
    private List<String> standing(int world, String which) {
        CareGiven given = journal.care().given(TENANT, List.of(household(world, which)), 500);
        assertThat(given.decisions()).hasSize(CARE);
        return given.decisions().stream()
                .map(CareGiven.Standing::decision)
                .sorted(Comparator.comparing(one -> one.input().claim().firstCare()))
                .map(one ->
                        one.input().claim().firstCare() + " " + one.decision().verdict() + " " + shares(one))
                .sorted()
                .toList();
    }

    private static List<Shares> shares(StoredDecision decision) {
        return decision.decision().lines().stream().map(LineDecision::shares).toList();
    }

    /** What is used of each limit, whoever's. */
    private Map<String, String> used(int world, String which, Map<Given, StoredDecision> of) {
        Consumption consumption = journal.consumptionOf(
                TENANT,
                java.util.Objects.requireNonNull(
                        of.values().iterator().next().input().rights()));
        return consumption.counters().entrySet().stream()
                .filter(one ->
                        one.getValue().used().isPositive() || one.getValue().count() > 0)
                .collect(Collectors.toMap(
                        one -> one.getKey().replace(which + world, ""),
                        one -> one.getValue().used() + " " + one.getValue().count()));
    }
}
