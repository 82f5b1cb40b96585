package io.bareme.resequencing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.affiliation.Demonstration;
import io.bareme.authorization.web.RunningApi;
import io.bareme.authorization.web.RunningApi.Answer;
import io.bareme.authorization.web.ServiceTest;
import io.bareme.decision.Caller;
import io.bareme.decision.Deciding;
import io.bareme.decision.Households;
import io.bareme.journal.StoredDecision;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Over HTTP. FR-000006 has 30 € a session of osteopathy, at most 3 a year. */
@ServiceTest
class ResequencingApiTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Deciding deciding;

    private Households given;
    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
        given = new Households(deciding, new Caller(Demonstration.TENANT, "demonstration-client", Set.of(), true));
    }

    private StoredDecision session(String day) {
        return given.given("FR-000006", "osteopathie", day, 1, "55.00");
    }

    @Test
    void what_care_out_of_order_changes_is_listed_and_corrected_once() {
        List<UUID> march = Stream.of("2025-03-03", "2025-03-10", "2025-03-17")
                .map(this::session)
                .map(StoredDecision::id)
                .toList();
        UUID february = session("2025-02-10").id();
        String address = "/api/v1/resequencings/" + february;

        Answer listed = api.get(address);

        assertThat(listed.status()).as(listed.response().body()).isEqualTo(200);
        assertThat(texts(listed, "/decisions", "decision"))
                .containsExactly(february.toString(), march.getLast().toString());
        assertThat(texts(listed, "/decisions", "net")).containsExactly("30.00", "-30.00");
        assertThat(listed.at("/net")).isEqualTo("0.00");
        assertThat(listed.at("/currency")).isEqualTo("EUR");
        assertThat(listed.at("/decisions/1/lines/0/complementaryBefore")).isEqualTo("30.00");
        assertThat(listed.at("/decisions/1/lines/0/complementaryAfter")).isEqualTo("0.00");
        assertThat(listed.at("/decisions/1/lines/0/memberShareAfter")).isEqualTo("55.00");
        assertThat(listed.at("/decisions/1/owed/0/payee")).isEqualTo("provider");
        assertThat(listed.at("/decisions/1/owed/0/amount")).isEqualTo("-30.00");

        String approval = "{\"version\": \"" + listed.at("/version") + "\"}";
        Answer corrected = api.post(address + "/approval", approval, "Idempotency-Key", "march-in-order");
        Answer again = api.post(address + "/approval", approval, "Idempotency-Key", "march-in-order");

        assertThat(corrected.status()).as(corrected.response().body()).isEqualTo(201);
        assertThat(corrected.header("Location")).isEqualTo(address);
        assertThat(texts(corrected, "/decisions", "supersedes"))
                .containsExactly(february.toString(), march.getLast().toString());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(corrected.json());
        assertThat(api.get(address).json().path("decisions")).isEmpty();
        texts(corrected, "/decisions", "decision")
                .forEach(made -> assertThat(api.replay(made).at("/identical")).isEqualTo("true"));
        api.post(address + "/approval", approval, "Idempotency-Key", "march-once-more")
                .assertProblem(409, "order-changed");
        api.post(address + "/approval", "{\"version\": \"another\"}", "Idempotency-Key", "march-in-order")
                .assertProblem(409, "key-used");
    }

    @Test
    void what_is_not_there_or_cannot_be_read_is_refused() {
        String nobody = "/api/v1/resequencings/" + UUID.randomUUID();

        api.get(nobody).assertProblem(404, "unknown");
        api.get("/api/v1/resequencings/1").assertProblem(404, "unknown");
        api.post(nobody + "/approval", "{\"version\": \"v\"}", "Idempotency-Key", "nobody")
                .assertProblem(404, "unknown");
        Answer refused = api.post(nobody + "/approval", "{\"vers\": 1}").assertProblem(400, "bad-request");
        assertThat(refused.errors()).hasSize(3);
    }

    private static List<String> texts(Answer answer, String list, String field) {
        return StreamSupport.stream(answer.json().at(list).spliterator(), false)
                .map(JsonNode.class::cast)
                .map(one -> one.path(field).asString())
                .toList();
    }
}
