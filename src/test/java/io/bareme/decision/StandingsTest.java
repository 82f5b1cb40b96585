package io.bareme.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.adjudication.Allowance;
import io.bareme.adjudication.Allowances;
import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.LineDecision.LimitUse;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.affiliation.Affiliations;
import io.bareme.database.Database;
import io.bareme.decision.Deciding.Simulation;
import io.bareme.exchange.Channel;
import io.bareme.exchange.ClaimForm;
import io.bareme.exchange.ClaimReader;
import io.bareme.exchange.Read;
import io.bareme.journal.Balance;
import io.bareme.journal.Effect;
import io.bareme.journal.Journal;
import io.bareme.regulation.Act;
import io.bareme.rulebook.Fixtures;
import io.bareme.rulebook.Rulebook;
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import io.bareme.values.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What is told to be left is what a decision finds, whatever was reserved and consumed before. */
@TestInstance(Lifecycle.PER_CLASS)
class StandingsTest {

    private static final String TENANT = "standings";
    private static final Caller CALLER = new Caller(TENANT, "tests", Set.of(), false);
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int AUTHORIZATIONS = 90;
    private static final int SIMULATIONS = 90;
    private static final List<String> SIDES = List.of("left", "right");
    private static final List<String> TEETH = List.of("11", "26", "36");

    private final HikariDataSource database = Database.fresh();

    @AfterAll
    void close() {
        database.close();
    }

    /** A service with the tables of a folder, for people who hold their contracts. */
    private final class Service {
        private final Map<String, Rights> people;
        private final Rulebook rulebook;
        private final Journal journal = new Journal(database);
        private final Deciding deciding;
        private final Standings standings;
        private final List<Act> acts;
        private final Random random;

        Service(Path tables, Path home, Map<String, Rights> people, long seed) throws IOException {
            this.people = people;
            this.random = new Random(seed);
            this.rulebook = Fixtures.rulebook(Path.of("rules"), tables, home);
            var rulebooks = new StaticListableBeanFactory(Map.of("rulebook", rulebook)).getBeanProvider(Rulebook.class);
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            Affiliations affiliations = new Affiliations(new GivenRights(people), clock);
            this.deciding = new Deciding(
                    rulebook, affiliations, journal, new KeptEditions(journal, rulebooks), clock, new Turns());
            this.standings = new Standings(rulebook, affiliations, journal, clock);
            this.acts = limited();
        }

        /** Acts on which a limit of the people's tables may bear, and spectacles and hearing aids. */
        private List<Act> limited() {
            Set<String> families = people.values().stream()
                    .flatMap(rights -> new Allowances(
                                    rights, io.bareme.adjudication.Consumption.NONE, rulebook.inForce(), day(0))
                            .covers().stream().flatMap(cover -> cover.level().guarantees().stream()))
                    .filter(cell -> cell.formula().toString().contains("Limit"))
                    .flatMap(cell -> cell.families().stream())
                    .collect(Collectors.toSet());
            return rulebook.inForce().nomenclature().acts().values().stream()
                    .filter(act -> rulebook.inForce().nomenclature().lineage(act.family()).stream()
                            .anyMatch(family -> families.contains(family) || family.equals("optical.frame")))
                    .sorted(Comparator.comparing(act -> act.code().toString()))
                    .toList();
        }

        private static LocalDate day(int before) {
            return LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(before);
        }

        private ClaimForm claim(String person, Channel channel) {
            Act act = acts.get(random.nextInt(acts.size()));
            List<String> parts = act.family().startsWith("dental") ? TEETH : SIDES;
            String part = act.family().startsWith("hearing") || random.nextInt(4) > 0
                    ? ", \"part\": \"" + parts.get(random.nextInt(parts.size())) + "\""
                    : "";
            String illness = random.nextInt(3) == 0 ? ", \"illness\": \"i" + random.nextInt(3) + "\"" : "";
            String json = """
                    {"member": "%s", "provider": {"id": "prov-7", "profession": "any"},
                     "lines": [{"act": "%s", "date": "%s", "charge": "%d.%02d", "quantity": %d%s%s}]}
                    """.formatted(
                            person,
                            act.code(),
                            day(random.nextInt(500)),
                            20 + random.nextInt(400),
                            random.nextInt(100),
                            1 + random.nextInt(2),
                            part,
                            illness);
            Read<ClaimForm> read = ClaimReader.read(json.getBytes(StandardCharsets.UTF_8), channel, day(0));
            assertThat(read).as(json).isInstanceOf(Read.Valid.class);
            return ((Read.Valid<ClaimForm>) read).value();
        }

        private String anybody() {
            List<String> all = people.keySet().stream().sorted().toList();
            return all.get(random.nextInt(all.size()));
        }

        void authorize(int number) {
            for (int n = 0; n < number; n++) {
                boolean reserves = random.nextBoolean();
                deciding.decide(new Asked(
                        CALLER,
                        claim(anybody(), Channel.AUTHORIZATION),
                        "key-" + random.nextLong(),
                        "body",
                        (_, _, received) ->
                                reserves ? new Effect.Reserves(received.plusSeconds(86_400)) : new Effect.Consumes()));
            }
        }

        /** How many limits were compared. */
        int compare(String person) {
            ClaimForm form = claim(person, Channel.SIMULATION);
            LocalDate day = form.lines().getFirst().date();
            var decided = (Simulation.Done) deciding.simulate(CALLER, form);
            Told told = told(person, day);
            int compared = 0;
            for (LimitUse use : decided.decision().lines().getFirst().limits()) {
                compared += told.agreesWith(use) ? 1 : 0;
            }
            return compared;
        }

        Told told(String person, LocalDate day) {
            var known = (Standings.Answer.Known) standings.of(CALLER, person, day, null);
            Allowances allowances =
                    new Allowances(known.rights(), known.standing().consumption(), known.edition(), day);
            List<Allowance> all = new ArrayList<>();
            List<Allowance.Renewal> renewals = new ArrayList<>();
            for (var cover : allowances.covers()) {
                cover.level().guarantees().forEach(cell -> all.addAll(allowances.of(cover, cell)));
                cover.level().limits().forEach(shared -> all.add(allowances.of(cover, shared)));
                cover.level().deductibles().stream()
                        .map(deductible -> allowances.of(cover, deductible))
                        .filter(Objects::nonNull)
                        .forEach(all::add);
                renewals.addAll(allowances.renewals(cover));
            }
            return new Told(all, renewals, known.standing().reserved(), known);
        }
    }

    private record Told(
            List<Allowance> allowances,
            List<Allowance.Renewal> renewals,
            Map<String, Balance> reserved,
            Standings.Answer.Known known) {

        /** Whether there was something to compare. */
        boolean agreesWith(LimitUse use) {
            if (use.key().endsWith("/purchases")) {
                assertThat(renewals)
                        .as(use.toString())
                        .anyMatch(renewal -> use.key().contains("/" + renewal.part() + "/")
                                && Objects.equals(renewal.left(), use.countBefore()));
                return true;
            }
            return allowances.stream()
                    .flatMap(allowance -> allowance.counters().stream())
                    .filter(counter -> counter.key().equals(use.key()))
                    .findFirst()
                    .map(counter -> same(counter, use))
                    .orElseGet(() -> isUntouched(use));
        }

        private boolean same(Allowance.Counter counter, LimitUse use) {
            assertThat(counter.countLeft()).as(use.toString()).isEqualTo(use.countBefore());
            if (counter.left() != null) {
                assertThat(counter.left()).as(use.toString()).isEqualTo(use.remainingBefore());
            }
            return counter.left() != null || counter.countLeft() != null;
        }

        /** Of another tooth, stay or illness nothing was used: the whole is left. */
        private boolean isUntouched(LimitUse use) {
            assertThat(known.standing()
                            .consumption()
                            .of(use.key(), Currency.EUR)
                            .used()
                            .cents())
                    .as(use.toString())
                    .isZero();
            assertThat(allowances.stream().filter(Allowance::others).map(Allowance::whole))
                    .as(use.toString())
                    .anyMatch(whole -> whole == null || whole.equals(use.remainingBefore()));
            return true;
        }

        /** Everything reserved stands within what is used. */
        void reservedIsPartOfUsed() {
            reserved.forEach((key, held) -> {
                var counter = known.standing().consumption().counters().get(key);
                assertThat(counter).as(key).isNotNull();
                assertThat(held.used().compareTo(counter.used())).as(key).isLessThanOrEqualTo(0);
                assertThat(held.count()).as(key).isLessThanOrEqualTo(counter.count());
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {20_261_122, 7})
    void what_is_told_to_be_left_is_what_a_simulation_finds(long seed, @TempDir Path home) throws IOException {
        Service service = new Service(
                Path.of("src/test/resources/stress/guarantee-tables"),
                home,
                people("s" + seed, "envelopes seul", "second seul"),
                seed);

        assertThat(compared(service)).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {20_261_122, 7})
    void the_same_on_tables_as_they_are_printed(long seed, @TempDir Path home) throws IOException {
        Service service = new Service(
                Path.of("guarantee-tables"),
                home,
                people("p" + seed, "ccn-coiffure regime-general", "ccn-formation niveau-2"),
                seed);

        assertThat(compared(service)).isGreaterThan(50);
    }

    private int compared(Service service) {
        int compared = 0;
        for (int round = 0; round < 3; round++) {
            service.authorize(AUTHORIZATIONS / 3);
            for (int n = 0; n < SIMULATIONS / 3; n++) {
                compared += service.compare(service.anybody());
            }
            service.people
                    .keySet()
                    .forEach(person -> service.told(person, Service.day(0)).reservedIsPartOfUsed());
        }
        return compared;
    }

    private static Map<String, Rights> people(String household, String... contracts) {
        List<Enrolment> enrolments = IntStream.range(0, contracts.length)
                .mapToObj(n -> new Enrolment(
                        "E" + n,
                        contracts[n].split(" ")[0],
                        contracts[n].split(" ")[1],
                        DateRange.from(LocalDate.of(2020, 3, 1)),
                        false))
                .toList();
        return Stream.of(1, 2, 3)
                .map(n -> new Rights(
                        household + "-" + n,
                        household,
                        LocalDate.of(n == 3 ? 2016 : 1985, 4, 12),
                        Scheme.FR_GENERAL,
                        Set.of(),
                        enrolments))
                .collect(Collectors.toMap(Rights::person, rights -> rights));
    }

    @Test
    void what_is_reserved_stands_apart_and_is_known_as_of_a_moment(@TempDir Path home) throws IOException {
        Service service = new Service(
                Path.of("src/test/resources/stress/guarantee-tables"), home, people("then", "envelopes seul"), 1);
        Instant before = Instant.now();
        Rights rights = service.people.get("then-1");
        assertThat(rights).isNotNull();
        service.authorize(40);

        var now = service.journal.standingOf(TENANT, rights, null);
        var then = service.journal.standingOf(TENANT, rights, before);
        var asOfNow = service.journal.standingOf(TENANT, rights, Instant.now());

        assertThat(then.consumption().counters()).isEmpty();
        assertThat(now.reserved()).isNotEmpty().isEqualTo(asOfNow.reserved());
        now.consumption().counters().forEach((key, counter) -> {
            var same = asOfNow.consumption().of(key, Currency.EUR);
            assertThat(same.used()).as(key).isEqualTo(counter.used());
            assertThat(same.count()).as(key).isEqualTo(counter.count());
        });
        Money reserved =
                now.reserved().values().stream().map(Balance::used).reduce(Money.zero(Currency.EUR), Money::plus);
        Money used = now.consumption().counters().values().stream()
                .map(counter -> counter.used())
                .reduce(Money.zero(Currency.EUR), Money::plus);
        assertThat(reserved).isGreaterThan(Money.zero(Currency.EUR)).isLessThan(used);
    }
}
