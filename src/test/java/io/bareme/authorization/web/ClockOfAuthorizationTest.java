package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.api.Examples;
import io.bareme.authorization.web.RunningApi.Answer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Deadlines over HTTP; the day of the tests does not advance. */
@ServiceTest
class ClockOfAuthorizationTest {

    private static final String UNKNOWN_ACT = Examples.CONSULTATION.replace("NGAP G", "NGAP GXZ");
    private static final String PIECE = "{\"piece\": \"compte rendu\"}";

    @LocalServerPort
    private int port;

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    @Test
    void a_referred_authorization_says_by_when_a_person_settles_it() {
        Answer asked = api.authorize(newKey(), UNKNOWN_ACT);
        Answer found = api.get(asked.header("Location"));

        assertThat(asked.at("/clock")).isEqualTo("hour");
        assertThat(asked.at("/deadline/state")).isEqualTo("running");
        assertThat(asked.at("/deadline/at")).isEqualTo("2026-11-22T13:00:00Z");
        assertThat(asked.at("/deadline/allowed")).isEqualTo("PT1H");
        assertThat(asked.at("/deadline/counts")).isEqualTo("day-and-night");
        assertThat(asked.at("/deadline/gross")).isEqualTo("PT0S");
        assertThat(found.json()).isEqualTo(asked.json());
    }

    @Test
    void what_is_settled_at_once_has_no_deadline_and_what_is_incomplete_has_not_started() {
        Answer approved = api.authorize(newKey(), Examples.CONSULTATION);
        Answer incomplete = api.authorize(newKey(), Examples.CONSULTATION.replace("FR-000001", "FR-999999"));

        assertThat(approved.json().has("deadline")).isFalse();
        assertThat(incomplete.json().at("/deadline").toString()).isEqualTo("{\"state\":\"not-started\"}");
    }

    @Test
    void a_piece_asked_for_stops_the_clock_and_its_arrival_starts_it_again() {
        String address = api.authorize(newKey(), UNKNOWN_ACT).header("Location");

        Answer stopped = told(address + "/pieces-requests", newKey(), PIECE);
        Answer meanwhile = api.get(address);
        told(address + "/pieces-requests", newKey(), PIECE).assertProblem(409, "piece-awaited");
        Answer other = told(address + "/pieces", newKey(), "{\"piece\": \"devis\"}");
        Answer started = told(address + "/pieces", newKey(), PIECE);

        assertThat(stopped.status()).as(stopped.response().body()).isEqualTo(201);
        assertThat(stopped.header("Location")).isEqualTo(address);
        assertThat(stopped.at("/deadline/state")).isEqualTo("paused");
        assertThat(stopped.at("/deadline/pausedFor/0")).isEqualTo("compte rendu");
        assertThat(stopped.json().at("/deadline").has("at")).isFalse();
        assertThat(meanwhile.json()).isEqualTo(stopped.json());
        assertThat(other.assertProblem(409, "piece-not-asked").at("/detail")).contains("compte rendu");
        assertThat(started.at("/deadline/state")).isEqualTo("running");
        assertThat(started.at("/deadline/at")).isEqualTo("2026-11-22T13:00:00Z");
    }

    @Test
    void the_same_request_sent_again_has_the_same_answer_although_its_clock_was_stopped_since() {
        String key = newKey();
        Answer asked = api.authorize(key, UNKNOWN_ACT);

        told(asked.header("Location") + "/pieces-requests", newKey(), PIECE);

        assertThat(api.authorize(key, UNKNOWN_ACT).json()).isEqualTo(asked.json());
    }

    @Test
    void the_same_telling_sent_again_has_the_same_answer_whatever_came_after() {
        String address = api.authorize(newKey(), UNKNOWN_ACT).header("Location");
        String key = newKey();

        Answer first = told(address + "/pieces-requests", key, PIECE);
        told(address + "/pieces", newKey(), PIECE);
        Answer again = told(address + "/pieces-requests", key, PIECE);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        told(address + "/pieces-requests", key, "{\"piece\": \"devis\"}").assertProblem(409, "key-used");
        told(address + "/pieces", key, PIECE).assertProblem(409, "key-used");
    }

    @Test
    void where_nobody_is_waited_for_there_is_no_clock_to_stop() {
        String address = api.authorize(newKey(), Examples.CONSULTATION).header("Location");

        told(address + "/pieces-requests", newKey(), PIECE).assertProblem(409, "not-waiting");
        told("/api/v1/authorizations/" + UUID.randomUUID() + "/pieces", newKey(), PIECE)
                .assertProblem(404, "unknown");
    }

    @Test
    void a_body_that_names_no_piece_is_refused_with_all_that_is_wrong() {
        String address = api.authorize(newKey(), UNKNOWN_ACT).header("Location");

        Answer answer = api.post(address + "/pieces", "{\"piece\": 7, \"kind\": \"x\"}", "Accept-Language", "en")
                .assertProblem(400, "bad-request");

        assertThat(answer.errors())
                .containsExactly(
                        ": The header Idempotency-Key is missing or cannot be read",
                        "/piece: This is not a text",
                        "/kind: There is no such field");
    }

    private Answer told(String address, String key, String body) {
        return api.post(address, body, "Idempotency-Key", key);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
