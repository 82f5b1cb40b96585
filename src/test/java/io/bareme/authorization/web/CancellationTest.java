package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.api.Examples;
import io.bareme.authorization.web.RunningApi.Answer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cancelling what waits, over HTTP. */
@ServiceTest
class CancellationTest {

    private static final String REFERRED = Examples.CONSULTATION.replace("NGAP G", "NGAP GXZ");
    private static final String CANCELLED = "{\"reason\": \"le patient renonce aux soins\"}";
    private static final String APPROVED = "{\"by\": \"handler-7\", \"words\": \"vu\"}";

    @LocalServerPort
    private int port;

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    @Test
    void who_asked_cancels_what_waits_for_a_person_and_nobody_settles_it_any_more() {
        Answer referred = api.authorize(newKey(), REFERRED);
        String address = referred.header("Location");
        String key = newKey();

        Answer cancelled = send(address + "/cancellation", key, CANCELLED);
        Answer again = send(address + "/cancellation", key, CANCELLED);

        assertThat(cancelled.status()).as(cancelled.response().body()).isEqualTo(201);
        assertThat(cancelled.at("/id")).isEqualTo(referred.at("/id"));
        assertThat(cancelled.at("/verdict")).isEqualTo("referred");
        assertThat(cancelled.at("/deadline/state")).isEqualTo("cancelled");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(cancelled.json());
        assertThat(api.get(address).json()).isEqualTo(cancelled.json());
        send(address + "/cancellation", key, CANCELLED.replace("renonce", "renoncera"))
                .assertProblem(409, "key-used");
        send(address + "/cancellation", newKey(), CANCELLED).assertProblem(409, "request-cancelled");
        send(address + "/resolution", newKey(), APPROVED).assertProblem(409, "request-cancelled");
        send(address + "/replacement", newKey(), REFERRED).assertProblem(409, "request-cancelled");
        send(address + "/pieces-requests", newKey(), "{\"piece\": \"devis\"}").assertProblem(409, "not-waiting");
        assertThat(api.get("/api/v1/authorizations?member=FR-000001&verdict=referred&size=500")
                        .json()
                        .path("authorizations")
                        .valueStream()
                        .filter(one -> one.path("id").asString().equals(referred.at("/id")))
                        .map(one -> one.path("cancelled").asBoolean()))
                .containsExactly(true);
    }

    @Test
    void what_is_incomplete_is_cancelled_too_and_what_was_settled_is_not() {
        Answer incomplete = api.authorize(newKey(), Examples.CONSULTATION.replace("FR-000001", "FR-999998"));
        Answer referred = api.authorize(newKey(), REFERRED);
        Answer settled = send(referred.header("Location") + "/resolution", newKey(), APPROVED);

        Answer cancelled = send(incomplete.header("Location") + "/cancellation", newKey(), CANCELLED);

        assertThat(cancelled.json().at("/deadline").toString()).isEqualTo("{\"state\":\"cancelled\"}");
        Answer late = send(referred.header("Location") + "/cancellation", newKey(), CANCELLED)
                .assertProblem(409, "superseded");
        assertThat(late.at("/detail")).contains(settled.at("/id"));
    }

    private Answer send(String address, String key, String body) {
        return api.post(address, body, "Idempotency-Key", key);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
