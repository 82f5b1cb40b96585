package io.bareme.resequencing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.authorization.web.RunningApi;
import io.bareme.authorization.web.RunningApi.Answer;
import io.bareme.authorization.web.ServiceTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Over HTTP. FR-000191 has 30 € a session of osteopathy, at most 3 a year. */
@ServiceTest
class ResequencingApiTest {

    @LocalServerPort
    private int port;

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    private Answer session(String day) {
        String invoice = """
                {"member": "FR-000191", "invoice": "OST-%s", "provider": {"id": "osteo-in-order", "profession": "osteopath"},
                 "lines": [{"act": "LOCAL osteopathie", "date": "%s", "charge": "55.00"}]}""".formatted(day, day);
        Answer answer = api.post("/api/v1/invoices", invoice, "Idempotency-Key", "in-order-" + day);
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 201);
        return answer;
    }

    @Test
    void what_care_out_of_order_changes_is_listed_and_corrected_once() {
        List<Answer> sent = Stream.of("2025-03-03", "2025-03-10", "2025-03-17")
                .map(this::session)
                .toList();
        assertThat(sent).noneMatch(answer -> answer.json().has("resequencing"));
        List<UUID> march =
                sent.stream().map(answer -> UUID.fromString(answer.at("/id"))).toList();
        Answer late = session("2025-02-10");
        UUID february = UUID.fromString(late.at("/id"));
        String address = "/api/v1/resequencings/" + february;
        assertThat(late.at("/resequencing/url")).isEqualTo(address);
        assertThat(late.at("/resequencing/decisions")).isEqualTo("2");
        assertThat(late.at("/resequencing/net")).isEqualTo("0.00");

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
        assertThat(session("2025-02-10").json()).as("the answer it had").isEqualTo(late.json());
        texts(corrected, "/decisions", "decision")
                .forEach(made -> assertThat(api.replay(made).at("/identical")).isEqualTo("true"));
        api.post(address + "/approval", approval, "Idempotency-Key", "march-once-more")
                .assertProblem(409, "order-changed");
        api.post(address + "/approval", "{\"version\": \"another\"}", "Idempotency-Key", "march-in-order")
                .assertProblem(409, "key-used");
    }

    @Test
    void files_of_moroccan_complementary_contracts_are_told_not_to_be_put_in_order() {
        Answer november = file("2026-11-10");
        Answer late = file("2026-10-20");

        assertThat(november.json().has("resequencing")).isFalse();
        assertThat(late.at("/verdict")).isEqualTo("approved");
        assertThat(late.at("/resequencing/decisions")).isEqualTo("0");
        assertThat(late.at("/resequencing/net")).isEqualTo("0.00");
        assertThat(late.at("/resequencing/files")).isEqualTo("2");
        Answer listed = api.get(late.at("/resequencing/url"));
        assertThat(texts(listed, "/staying", "why")).containsExactly("file", "file");
        assertThat(texts(listed, "/staying", "decision")).contains(november.at("/id"), late.at("/id"));
    }

    /** MA-000008 has a complementary contract; nobody else asks for that household. */
    private Answer file(String day) {
        String file = """
                {"member": "MA-000008", "invoice": "ACC-%s", "dossier": "full-advance",
                 "provider": {"id": "clinic-in-order", "profession": "clinic", "category": "private", "country": "MA"},
                 "lines": [{"act": "FORFAIT_MA ACC-VB", "date": "%s", "charge": "3000.00"}]}""".formatted(day, day);
        Answer answer = api.post("/api/v1/invoices", file, "Idempotency-Key", "file-" + day);
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 201);
        return answer;
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
