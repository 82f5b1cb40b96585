package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.api.Examples;
import io.bareme.authorization.web.RunningApi.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is recorded of an authorization, once, and what is refused before. */
@ServiceTest
class AuthorizationTest {

    @LocalServerPort
    private int port;

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

        List<Answer> answers = RunningApi.atOnce(8, _ -> api.authorize(key, Examples.CONSULTATION));

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

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
