package io.bareme.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.adjudication.Shares.ContractShare;
import io.bareme.affiliation.Affiliations;
import io.bareme.database.Database;
import io.bareme.decision.Deciding.Answer;
import io.bareme.decision.Envelope.Request;
import io.bareme.exchange.Channel;
import io.bareme.exchange.ClaimForm;
import io.bareme.exchange.ClaimReader;
import io.bareme.exchange.Read;
import io.bareme.journal.Effect;
import io.bareme.journal.Journal;
import io.bareme.journal.StoredDecision;
import io.bareme.rulebook.Fixtures;
import io.bareme.rulebook.Rulebook;
import io.bareme.values.DateRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two hundred requests at once on one envelope, sent to two services that share nothing but the database, one in ten of
 * them to both. What may be paid is worked out here from the charges alone.
 */
@TestInstance(Lifecycle.PER_CLASS)
class LimitsUnderStressTest {

    private static final String TENANT = "stress";
    private static final int REQUESTS = 200;
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final DateRange ALWAYS = DateRange.from(LocalDate.of(2020, 1, 1));

    private final HikariDataSource database = Database.fresh();
    private final HikariDataSource ofTheOther = Database.another(database);
    private final List<Deciding> services = new ArrayList<>();

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        Rulebook rulebook =
                Fixtures.rulebook(Path.of("rules"), Path.of("src/test/resources/stress/guarantee-tables"), home);
        services.add(service(rulebook, database));
        services.add(service(rulebook, ofTheOther));
    }

    @AfterAll
    void close() {
        database.close();
        ofTheOther.close();
    }

    private static Deciding service(Rulebook rulebook, HikariDataSource database) {
        var rulebooks = new StaticListableBeanFactory(Map.of("rulebook", rulebook)).getBeanProvider(Rulebook.class);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Journal journal = new Journal(database);
        return new Deciding(
                rulebook,
                new Affiliations(new GivenRights(people()), clock),
                journal,
                new KeptEditions(journal, rulebooks),
                clock,
                new Turns());
    }

    private static Map<String, Rights> people() {
        return Stream.concat(Stream.of(Envelope.values()).map(Envelope::household), Stream.of("two"))
                .flatMap(household -> IntStream.rangeClosed(1, 3).mapToObj(n -> rights(household, household + "-" + n)))
                .collect(Collectors.toMap(Rights::person, rights -> rights));
    }

    /** Those of the household "two" hold a second contract. */
    private static Rights rights(String household, String person) {
        var first = new Enrolment("E1", "envelopes", "seul", ALWAYS, false);
        var second = new Enrolment("E2", "second", "seul", ALWAYS, false);
        return new Rights(
                person,
                household,
                LocalDate.of(1985, 4, 12),
                Scheme.FR_GENERAL,
                Set.of(),
                household.equals("two") ? List.of(first, second) : List.of(first));
    }

    @ParameterizedTest
    @EnumSource
    void an_envelope_is_paid_to_its_last_cent_and_no_further(Envelope envelope) throws Exception {
        List<Request> requests = envelope.requests(envelope.household(), REQUESTS);

        Map<String, StoredDecision> answers = sendAll(requests);

        Map<String, Long> paid = new TreeMap<>();
        Map<String, Long> charged = new TreeMap<>();
        for (Request request : requests) {
            paid.merge(request.owner(), paid(answers.get(request.key()), "E1"), Math::addExact);
            charged.merge(request.owner(), request.charge(), Math::addExact);
        }
        charged.replaceAll((_, cents) -> Math.min(cents, envelope.most()));
        assertThat(paid).isEqualTo(charged);
        assertRecordedOnce(envelope.household(), answers.values());
    }

    @Test
    void two_contracts_with_limits_of_their_own_are_each_paid_to_the_last_cent() throws Exception {
        Map<String, StoredDecision> answers = sendAll(Envelope.FAMILY.requests("two", REQUESTS));

        long first = answers.values().stream()
                .mapToLong(answer -> paid(answer, "E1"))
                .sum();
        Map<String, Long> second = answers.values().stream()
                .collect(Collectors.groupingBy(StoredDecision::person, Collectors.summingLong(a -> paid(a, "E2"))));
        assertThat(first).isEqualTo(400_00);
        assertThat(second).isEqualTo(Map.of("two-1", 300_00L, "two-2", 300_00L, "two-3", 300_00L));
        assertRecordedOnce("two", answers.values());
    }

    /** All at once; the decision that each was answered with, the same whichever service it was sent to. */
    private Map<String, StoredDecision> sendAll(List<Request> requests) throws Exception {
        var start = new CountDownLatch(1);
        Map<String, List<Future<StoredDecision>>> sent = new TreeMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < requests.size(); n++) {
                Request request = requests.get(n);
                int both = n % 10 == 0 ? 2 : 1;
                sent.put(
                        request.key(),
                        IntStream.range(0, both)
                                .mapToObj(other -> services.get((request.service() + other) % 2))
                                .map(service -> threads.submit(() -> {
                                    start.await();
                                    return answer(service, request);
                                }))
                                .toList());
            }
            start.countDown();
        }
        Map<String, StoredDecision> answers = new TreeMap<>();
        for (Map.Entry<String, List<Future<StoredDecision>>> one : sent.entrySet()) {
            StoredDecision answer = one.getValue().getFirst().get();
            assertThat(one.getValue().getLast().get().id()).isEqualTo(answer.id());
            answers.put(one.getKey(), answer);
        }
        return answers;
    }

    /** What a client does: it sends the same request again as long as the service is too busy. */
    private static StoredDecision answer(Deciding service, Request request) {
        byte[] json = request.body().getBytes(StandardCharsets.UTF_8);
        Read<ClaimForm> read = ClaimReader.read(json, Channel.AUTHORIZATION, LocalDate.ofInstant(NOW, ZoneOffset.UTC));
        ClaimForm form = ((Read.Valid<ClaimForm>) read).value();
        Caller caller = new Caller(TENANT, "client", Set.of(), true);
        while (true) {
            try {
                return stored(service.decide(new Asked(
                        caller,
                        form,
                        request.key(),
                        "hash of " + request.key(),
                        (_, _, received) -> new Effect.Reserves(received.plusSeconds(3600)))));
            } catch (TransientDataAccessResourceException busy) {
                Thread.onSpinWait();
            }
        }
    }

    private static StoredDecision stored(Answer answer) {
        return switch (answer) {
            case Answer.New(StoredDecision decision, var _) -> decision;
            case Answer.Known(StoredDecision decision) -> decision;
            case Answer.KeyUsed used -> throw new AssertionError(used);
            case Answer.NotTaken taken -> throw new AssertionError(taken);
        };
    }

    private static Stream<String> reasons(StoredDecision stored) {
        return stored.decision().lines().stream()
                .flatMap(line -> line.findings().stream())
                .map(Finding::reason);
    }

    private static long paid(StoredDecision stored, String enrolment) {
        return stored.decision().lines().stream()
                .flatMap(line -> line.shares().contracts().stream())
                .filter(share -> share.enrolment().equals(enrolment))
                .map(ContractShare::amount)
                .mapToLong(amount -> amount.cents())
                .sum();
    }

    /** None is lost, none is there twice, none was given up; and each counter is the sum of its ledger. */
    private void assertRecordedOnce(String household, Collection<StoredDecision> answers) {
        assertThat(answers).hasSize(REQUESTS);
        assertThat(answers).extracting(StoredDecision::id).doesNotHaveDuplicates();
        assertThat(answers.stream().flatMap(LimitsUnderStressTest::reasons))
                .as("no case was given up because its limits moved")
                .doesNotContain("counters-moved", Decider.ENGINE_FAILURE);
        JdbcClient sql = JdbcClient.create(Database.asOwner(database));
        assertThat(sql.sql("select count(*) from journal.decision where household = ?")
                        .param(household)
                        .query(Long.class)
                        .single())
                .isEqualTo(REQUESTS);
        assertThat(sql.sql("""
                        select count(*) from journal.counter c full join (
                            select tenant, household, key, sum(cents) as cents, sum(count) as count
                            from journal.ledger group by tenant, household, key) l
                        using (tenant, household, key)
                        where c.cents is distinct from l.cents or c.count is distinct from l.count
                        """).query(Long.class).single()).isZero();
    }
}
