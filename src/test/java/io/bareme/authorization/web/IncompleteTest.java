package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.api.Examples;
import io.bareme.authorization.web.RunningApi.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an incomplete authorization lacks, and how it is completed, over HTTP. */
@ServiceTest
class IncompleteTest {

    /** Without the day of the prescription, and without the ear. */
    private static final String LACKING = """
            {"member": "FR-000021",
             "provider": {"id": "prov-42", "profession": "any", "country": "FR"},
             "lines": [{"act": "LOCAL kinesitherapie", "date": "2026-11-16", "charge": "16.13"},
                       {"act": "LOCAL aide-auditive-classe-1-adulte", "date": "2026-11-17", "charge": "950.00"}]}""";

    private static final String WHOLE = LACKING.replace("\"950.00\"", "\"950.00\", \"part\": \"left\"")
            .replaceFirst("\\{", "{\"prescribed\": \"2026-11-10\",");
    private static final String PIECE = "{\"piece\": \"ordonnance\"}";

    @LocalServerPort
    private int port;

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    @Test
    void it_names_every_field_that_is_missing_and_the_address_that_takes_the_whole_claim() {
        Answer incomplete = api.authorize(newKey(), LACKING, "Accept-Language", "en");

        assertThat(incomplete.at("/verdict")).isEqualTo("incomplete");
        assertThat(incomplete.at("/missing/sendTo")).isEqualTo(incomplete.header("Location") + "/replacement");
        assertThat(pointers(incomplete)).containsExactlyInAnyOrder("/prescribed", "/lines/1/part");
        assertThat(incomplete.json().at("/missing/fields").toString())
                .contains("The prescription", "The tooth, the eye or the ear");
        assertThat(api.get(incomplete.header("Location"), "Accept-Language", "en")
                        .json())
                .isEqualTo(incomplete.json());
    }

    @Test
    void with_what_was_missing_it_is_decided_anew_and_its_clock_starts() {
        Answer incomplete = api.authorize(newKey(), LACKING);
        String withDoubt = WHOLE.replace("LOCAL kinesitherapie", "NGAP GXZ");

        Answer completed = send(incomplete.at("/missing/sendTo"), newKey(), withDoubt);

        assertThat(incomplete.json().at("/deadline").toString()).isEqualTo("{\"state\":\"not-started\"}");
        assertThat(completed.status()).as(completed.response().body()).isEqualTo(201);
        assertThat(completed.at("/verdict")).isEqualTo("referred");
        assertThat(completed.at("/supersedes")).isEqualTo(incomplete.at("/id"));
        assertThat(completed.json().has("missing")).isFalse();
        assertThat(completed.at("/deadline/state")).isEqualTo("running");
        assertThat(completed.at("/deadline/at")).isEqualTo("2026-11-22T13:00:00Z");
    }

    @Test
    void a_number_that_nobody_bears_is_replaced_by_the_right_one() {
        Answer incomplete = api.authorize(newKey(), Examples.CONSULTATION.replace("FR-000001", "FR-999997"));

        Answer completed = send(incomplete.at("/missing/sendTo"), newKey(), Examples.CONSULTATION);

        assertThat(pointers(incomplete)).containsExactly("/member");
        assertThat(completed.status()).as(completed.response().body()).isEqualTo(201);
        assertThat(completed.at("/verdict")).isEqualTo("approved");
        assertThat(completed.at("/supersedes")).isEqualTo(incomplete.at("/id"));
        send(completed.header("Location") + "/replacement", newKey(), Examples.CONSULTATION.replace("01\"", "04\""))
                .assertProblem(400, "bad-claim");
    }

    @Test
    void a_document_alone_does_not_complete_it_and_the_answer_says_what_does() {
        String address = api.authorize(newKey(), LACKING).header("Location");

        for (String way : List.of("/pieces", "/pieces-requests")) {
            Answer told = send(address + way, newKey(), PIECE).assertProblem(409, "incomplete");
            assertThat(told.at("/detail")).contains(address + "/replacement", "missing");
        }
        send(address + "/replacement", newKey(), WHOLE);
        send(address + "/pieces", newKey(), PIECE).assertProblem(409, "not-waiting");
    }

    @Test
    void a_simulation_names_what_is_missing_too() {
        Answer simulated = api.simulate(LACKING);

        assertThat(simulated.json().at("/missing").has("sendTo")).isFalse();
        assertThat(pointers(simulated)).containsExactly("/lines/1/part");
    }

    private static List<String> pointers(Answer answer) {
        return answer.json()
                .at("/missing/fields")
                .valueStream()
                .map(field -> field.path("pointer").asString())
                .toList();
    }

    private Answer send(String address, String key, String body) {
        return api.post(address, body, "Idempotency-Key", key);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
