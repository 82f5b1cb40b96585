package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.api.Examples;
import io.bareme.authorization.web.RunningApi.Answer;
import io.bareme.database.ServiceDatabase;
import io.bareme.rulebook.EditionReading;
import io.bareme.rulebook.Rulebook;
import io.bareme.rulebook.files.EditionSources;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ServiceTest
@Isolated("it takes the tables away from the service that other tests share")
class AuthorizationTest {

    /** 30 € a session, at most 3 a year, for FR-000006. */
    private static final String OSTEOPATHY = """
            {"member": "FR-000006", "provider": {"id": "%s", "profession": "osteopath"},
             "lines": [{"act": "LOCAL osteopathie", "date": "%s", "charge": "55.00"}]}""";

    @LocalServerPort
    private int port;

    @Autowired
    private Rulebook rulebook;

    @Autowired
    private ServiceDatabase database;

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    @Test
    void an_authorization_is_decided_recorded_and_found_again() {
        Answer asked = api.authorize(newKey(), Examples.CONSULTATION);
        Answer found = api.get(asked.header("Location"));

        assertThat(asked.status()).as(asked.response().body()).isEqualTo(201);
        assertThat(asked.header("Location")).isEqualTo("/api/v1/authorizations/" + asked.at("/id"));
        assertThat(asked.at("/verdict")).isEqualTo("approved");
        assertThat(asked.at("/kind")).isEqualTo("authorization");
        assertThat(asked.at("/member")).isEqualTo("FR-000001");
        assertThat(asked.at("/lines/0/complementary")).isEqualTo("9.00");
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json()).isEqualTo(asked.json());
    }

    @Test
    void the_same_request_sent_again_has_the_same_answer() {
        String key = newKey();

        Answer first = api.authorize(key, Examples.CONSULTATION);
        Answer again = api.authorize(key, Examples.CONSULTATION);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void another_body_under_a_used_key_is_a_conflict() {
        String key = newKey();
        api.authorize(key, Examples.CONSULTATION);

        api.authorize(key, Examples.CONSULTATION + " ").assertProblem(409, "key-used");
    }

    @Test
    void a_request_sent_many_times_at_once_is_recorded_once() {
        String key = newKey();

        List<Answer> answers = atOnce(8, _ -> api.authorize(key, Examples.CONSULTATION));

        assertThat(answers)
                .extracting(answer -> answer.at("/id"))
                .hasSize(8)
                .containsOnly(answers.getFirst().at("/id"));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    }

    @Test
    void a_key_is_asked_for_together_with_everything_else_that_is_wrong() {
        Answer missing = api.post("/api/v1/authorizations", "{}", "Accept-Language", "en")
                .assertProblem(400, "bad-claim");
        Answer unreadable = api.authorize("two words", Examples.CONSULTATION, "Accept-Language", "en")
                .assertProblem(400, "bad-claim");
        Answer tooLong = api.authorize("k".repeat(201), Examples.CONSULTATION).assertProblem(400, "bad-claim");

        assertThat(missing.errors())
                .containsExactly(
                        ": The header Idempotency-Key is missing or cannot be read",
                        "/member: The beneficiary is missing",
                        "/lines: This field is required");
        assertThat(unreadable.errors()).containsExactly(": The header Idempotency-Key is missing or cannot be read");
        assertThat(tooLong.errors()).hasSize(1);
    }

    @Test
    void a_key_told_twice_is_refused_naming_both() {
        Answer answer = api.send(api.headed("/api/v1/authorizations", "Accept-Language", "en")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "one")
                        .header("Idempotency-Key", "two")
                        .POST(BodyPublishers.ofString(Examples.CONSULTATION)))
                .assertProblem(400, "bad-claim");

        assertThat(answer.errors()).containsExactly(": The header Idempotency-Key is there several times");
        assertThat(answer.at("/errors/0/value")).isEqualTo("\"one\", \"two\"");
    }

    @Test
    void an_authorization_is_received_when_it_comes_whatever_it_says() {
        String stated = Examples.CONSULTATION.replaceFirst("\\{", "{\"received\": \"2026-11-%s\",");

        Answer earlier = api.authorize(newKey(), stated.formatted("16"), "Accept-Language", "en");
        Answer today = api.authorize(newKey(), stated.formatted("22"));
        Answer simulated = api.simulate(stated.formatted("16"));

        assertThat(earlier.assertProblem(400, "bad-claim").errors())
                .containsExactly("/received: What is recorded is received on the day it comes");
        assertThat(earlier.at("/errors/0/allowed")).startsWith("2026-11-22");
        assertThat(today.status()).isEqualTo(201);
        assertThat(simulated.at("/received")).isEqualTo("2026-11-16");
    }

    @Test
    void an_unknown_member_is_recorded_as_incomplete() {
        Answer answer = api.authorize(
                newKey(), Examples.CONSULTATION.replace("FR-000001", "FR-999999"), "Accept-Language", "en");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/verdict")).isEqualTo("incomplete");
        assertThat(answer.at("/clock")).isEqualTo("not-started");
        assertThat(answer.at("/lines/0/reasons/0/sentence"))
                .isEqualTo("The person FR-999999 is not known: their number is to be checked.");
        assertThat(answer.at("/lines/0/reasons/0/documentText"))
                .isEqualTo("The person's number as it stands on their card");
        assertThat(answer.at("/totals/memberShare")).isEqualTo("30.00");
        assertThat(api.replay(answer.at("/id")).at("/identical")).isEqualTo("true");
    }

    @Test
    void an_unknown_act_is_recorded_as_referred() {
        Answer answer = api.authorize(newKey(), Examples.CONSULTATION.replace("NGAP G", "NGAP GXZ"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/verdict")).isEqualTo("referred");
        assertThat(answer.json().at("/lines/0/reasons").toString()).contains("\"act-unknown\"");
    }

    @Test
    void where_the_scheme_changes_between_the_days_of_care_each_line_follows_its_own() {
        Answer answer = api.authorize(newKey(), """
                {"member": "FR-000005", "provider": {"category": "sector-1"}, "lines": [
                  {"act": "NGAP G", "date": "2025-06-30", "charge": "30.00"},
                  {"act": "NGAP G", "date": "2025-07-01", "charge": "30.00"}]}""");

        assertThat(answer.at("/lines/0/otherPayers/solidarity")).isEqualTo("0.00");
        assertThat(answer.at("/lines/1/otherPayers/solidarity")).isEqualTo("9.00");
        assertThat(api.replay(answer.at("/id")).at("/identical")).isEqualTo("true");
    }

    @Test
    void where_exemptions_change_between_the_days_of_care_each_line_has_its_own() {
        Answer answer = api.simulate("""
                {"member": "MA-000027", "received": "2024-01-02", "provider": {"category": "private"}, "lines": [
                  {"act": "NGAP_MA C", "date": "2023-12-31", "charge": "150.00"},
                  {"act": "NGAP_MA C", "date": "2024-01-01", "charge": "150.00", "exemptions": ["ald"]}]}""");

        assertThat(answer.at("/lines/0/rate")).isEqualTo("70 %");
        assertThat(answer.json().at("/lines/1/reasons").toString()).contains("ma.rate.cnss.ald");
        assertThat(answer.at("/currency")).isEqualTo("MAD");
    }

    @Test
    void nothing_bears_an_id_that_was_never_given() {
        api.get("/api/v1/authorizations/" + UUID.randomUUID()).assertProblem(404, "unknown");
        api.get("/api/v1/authorizations/nonsense").assertProblem(404, "unknown");
        api.get("/api/v1/authorizations/1-1-1-1-1").assertProblem(404, "unknown");
        api.replay(UUID.randomUUID().toString()).assertProblem(404, "unknown");
    }

    @Test
    void what_is_authorized_is_reserved_and_a_simulation_sees_it() {
        String care = OSTEOPATHY.formatted("prov-1", "2025-03-02");
        List<String> paid = IntStream.range(0, 4)
                .mapToObj(i -> api.authorize(newKey(), OSTEOPATHY.formatted("prov-1", "2025-03-0" + (i + 2)))
                        .at("/lines/0/complementary"))
                .toList();
        Answer simulated = api.simulate(care);

        assertThat(paid).containsExactly("30.00", "30.00", "30.00", "0.00");
        assertThat(simulated.at("/lines/0/complementary")).isEqualTo("0.00");
        assertThat(simulated.at("/lines/0/limits/0/countBefore")).isEqualTo("0");
    }

    @Test
    void care_expected_to_give_back_of_what_was_paid_reserves_nothing_and_is_no_failure_of_the_engine() {
        String care = """
                {"member": "MA-000090", "provider": {"category": "private"}, "lines": [
                    {"act": "NGAP CS", "date": "2026-03-02", "charge": "300.00"}]}""";
        String overpaid = care.replace("{\"member\"", "{\"dossier\": \"estimated-complement\", \"member\"")
                .replace("\"300.00\"", "\"20.00\", \"alreadyPaid\": \"150.00\"");

        api.authorize(newKey(), care);
        Answer before = api.simulate(care);
        Answer answer = api.authorize(newKey(), overpaid);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.response().body()).contains("overpaid").doesNotContain("engine-failure");
        assertThat(api.simulate(care).at("/lines/0/limits/0/remainingBefore"))
                .isEqualTo(before.at("/lines/0/limits/0/remainingBefore"));
    }

    @Test
    void a_simulation_takes_nothing() {
        String care = OSTEOPATHY
                .formatted("prov-2", "2023-05-02")
                .replace("{\"member\"", "{\"received\": \"2023-05-02\", \"member\"");
        IntStream.range(0, 5).forEach(_ -> api.simulate(care));

        assertThat(api.simulate(care).at("/lines/0/limits/0/countBefore")).isEqualTo("3");
    }

    @Test
    void requests_at_once_never_take_more_than_the_limit() {
        List<Answer> answers =
                atOnce(6, i -> api.authorize(newKey(), OSTEOPATHY.formatted("prov-" + i, "2026-03-1" + i)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        long sessions = answers.stream()
                .filter(answer -> answer.at("/lines/0/complementary").equals("30.00"))
                .count();
        long pending = answers.stream()
                .filter(answer -> answer.at("/lines/0/reasons/0/code").equals("counters-moved"))
                .count();
        assertThat(sessions).isLessThanOrEqualTo(3);
        assertThat(sessions + pending).isGreaterThanOrEqualTo(3);
    }

    @Test
    void rights_that_cannot_be_read_pend_the_case_they_never_lose_it() {
        Answer answer = without("affiliation", () -> api.authorize(newKey(), Examples.CONSULTATION));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        assertThat(answer.at("/verdict")).isEqualTo("referred");
        assertThat(answer.at("/lines/0/reasons/0/code")).isEqualTo("engine-failure");
        assertThat(api.get(answer.header("Location")).json()).isEqualTo(answer.json());
    }

    @Test
    void where_nothing_can_be_recorded_the_same_request_may_come_again() {
        String key = newKey();

        Answer refused = without("journal", () -> api.authorize(key, Examples.CONSULTATION))
                .assertProblem(503, "unavailable");
        Answer again = api.authorize(key, Examples.CONSULTATION);

        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(refused.at("/detail")).contains("la même clé");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.at("/verdict")).isEqualTo("approved");
    }

    @Test
    void where_nothing_can_be_read_the_caller_is_told_to_ask_again() {
        String id = UUID.randomUUID().toString();

        for (Supplier<Answer> ask : List.<Supplier<Answer>>of(
                () -> api.get("/api/v1/authorizations/" + id),
                () -> api.replay(id),
                () -> api.simulate(Examples.CONSULTATION))) {
            Answer answer = without("journal", ask).assertProblem(503, "unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.at("/detail")).contains("demander de nouveau").doesNotContain("clé");
        }
    }

    /** Asks while the tables of one room are away. */
    private Answer without(String schema, Supplier<Answer> ask) {
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(
                database.url(), database.owner().user(), database.owner().password()));
        owner.sql("alter schema " + schema + " rename to away").update();
        try {
            return ask.get();
        } finally {
            owner.sql("alter schema away rename to " + schema).update();
        }
    }

    @Test
    void a_replay_gives_the_same_bytes_also_when_another_edition_is_in_force() {
        Answer before = api.authorize(newKey(), Examples.CONSULTATION);
        EditionSources original = rulebook.sourcesInForce();
        try {
            assertThat(rulebook.publish(withDearerConsultation(original))).isInstanceOf(EditionReading.Ready.class);
            Answer after = api.simulate(Examples.CONSULTATION);
            Answer replay = api.replay(before.at("/id"));

            assertThat(after.at("/edition")).isNotEqualTo(before.at("/edition"));
            assertThat(after.at("/lines/0/base")).isEqualTo("26.40");
            assertThat(replay.at("/identical")).isEqualTo("true");
            assertThat(replay.at("/edition")).isEqualTo(before.at("/edition"));
            assertThat(replay.at("/hash")).matches("[0-9a-f]{64}");
            assertThat(replay.json().at("/differences").size()).isZero();
        } finally {
            rulebook.publish(original);
        }
    }

    private static EditionSources withDearerConsultation(EditionSources original) {
        Map<String, byte[]> files = new TreeMap<>(original.files());
        files.computeIfPresent(
                "rules/regulation/fr/tariff/g.yaml",
                (_, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("value: 30.00", "value: 26.40")
                        .getBytes(StandardCharsets.UTF_8));
        return EditionSources.of(files);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private interface Ask {
        Answer number(int i);
    }

    private static List<Answer> atOnce(int many, Ask ask) {
        try (ExecutorService callers = Executors.newFixedThreadPool(many)) {
            List<Callable<Answer>> calls = IntStream.range(0, many)
                    .<Callable<Answer>>mapToObj(i -> () -> ask.number(i))
                    .toList();
            return callers.invokeAll(calls).stream().map(AuthorizationTest::got).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer got(Future<Answer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
