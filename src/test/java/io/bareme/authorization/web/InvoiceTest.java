package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.api.Examples;
import io.bareme.authorization.web.RunningApi.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class InvoiceTest {

    private static final String INVOICES = "/api/v1/invoices";

    @LocalServerPort
    private int port;

    /** Another for each test: what one professional invoiced is compared. */
    private final String provider = "prov-" + UUID.randomUUID();

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    @Test
    void an_invoice_on_a_commitment_is_paid_as_promised_and_uses_it_up() {
        Answer asked = api.authorize(newKey(), Examples.CONSULTATION);
        String key = newKey();
        String body = invoice(newNumber(), asked.at("/commitment/number"), "30.00");

        Answer invoiced = send(key, INVOICES, body);
        Answer again = send(key, INVOICES, body);

        assertThat(invoiced.status()).as(invoiced.response().body()).isEqualTo(201);
        assertThat(invoiced.at("/kind")).isEqualTo("invoice");
        assertThat(invoiced.at("/lines/0/complementary")).isEqualTo("9.00");
        assertThat(invoiced.at("/owed/0/payee")).isEqualTo("provider");
        assertThat(invoiced.at("/owed/0/amount")).isEqualTo("9.00");
        assertThat(invoiced.json().at("/lines/0/reasons").toString()).contains("commitment-met");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(invoiced.json());
        assertThat(api.get(invoiced.header("Location")).json()).isEqualTo(invoiced.json());
        Answer used = api.get("/api/v1/authorizations/" + asked.at("/id"));
        assertThat(used.at("/commitment/status")).isEqualTo("used-up");
        assertThat(used.json().at("/commitment/linesLeft").size()).isZero();
        assertThat(api.replay(invoiced.at("/id")).at("/identical")).isEqualTo("true");
        api.get("/api/v1/invoices/" + asked.at("/id")).assertProblem(404, "unknown");
    }

    @Test
    void the_same_invoice_under_another_key_names_the_first() {
        String body = invoice(newNumber(), null, "30.00");
        Answer first = send(newKey(), INVOICES, body);

        Answer second = send(newKey(), INVOICES, body).assertProblem(409, "invoiced-before");

        assertThat(second.at("/detail")).contains(first.at("/id"));
        assertThat(second.at("/errors/0/pointer")).isEqualTo("/invoice");
    }

    @Test
    void the_same_care_invoiced_again_on_its_commitment_names_the_first() {
        Answer asked = api.authorize(newKey(), Examples.CONSULTATION);
        String commitment = asked.at("/commitment/number");
        Answer first = send(newKey(), INVOICES, invoice(newNumber(), commitment, "30.00"));

        Answer second = send(newKey(), INVOICES, invoice(newNumber(), commitment, "30.00"))
                .assertProblem(409, "invoiced-before");

        assertThat(second.at("/detail")).contains(first.at("/id"));
        assertThat(second.at("/errors/0/allowed"))
                .as("a remainder repeats care, and names no commitment")
                .contains("\"remainder\"");
    }

    @Test
    void the_same_care_under_another_number_waits_for_a_person_and_names_the_first() {
        String number = newNumber();
        Answer first = send(newKey(), INVOICES, invoice(number, null, "30.00"));

        Answer second = send(newKey(), INVOICES, invoice(newNumber(), null, "30.00"), "Accept-Language", "en");

        assertThat(second.status()).as(second.response().body()).isEqualTo(201);
        assertThat(second.at("/verdict")).isEqualTo("referred");
        assertThat(second.json().at("/lines/0/reasons").toString())
                .contains("care-invoiced-before", "invoice " + number + ", decision " + first.at("/id"));
        assertThat(second.json().has("owed")).isFalse();
        assertThat(api.replay(second.at("/id")).at("/identical")).isEqualTo("true");
    }

    @Test
    void a_correction_takes_its_place_and_tells_what_is_owed_either_way() {
        String number = newNumber();
        Answer first = send(newKey(), INVOICES, invoice(number, null, "30.00"));
        String correction = INVOICES + "/" + first.at("/id") + "/correction";

        Answer corrected = send(newKey(), correction, invoice(number, null, "20.00"));

        assertThat(corrected.status()).as(corrected.response().body()).isEqualTo(201);
        assertThat(corrected.at("/supersedes")).isEqualTo(first.at("/id"));
        assertThat(corrected.at("/owed/0/amount")).startsWith("-");
        send(newKey(), correction, invoice(number, null, "25.00")).assertProblem(409, "superseded");
        send(newKey(), correction, invoice("other", null, "25.00")).assertProblem(400, "bad-claim");
        send(newKey(), INVOICES + "/" + UUID.randomUUID() + "/correction", invoice(number, null, "1.00"))
                .assertProblem(404, "unknown");
    }

    @Test
    void an_invoice_is_no_authorization_to_be_replaced_cancelled_or_settled() {
        Answer invoiced = send(newKey(), INVOICES, invoice(newNumber(), null, "30.00"));
        String address = "/api/v1/authorizations/" + invoiced.at("/id");

        assertThat(invoiced.status()).as(invoiced.response().body()).isEqualTo(201);
        api.get(address).assertProblem(404, "unknown");
        Stream.of(
                        Map.entry("/replacement", Examples.CONSULTATION),
                        Map.entry("/cancellation", "{\"reason\": \"x\"}"),
                        Map.entry("/extension", "{\"lastDay\": \"2027-01-31\"}"),
                        Map.entry("/resolution", "{\"by\": \"x\", \"words\": \"x\"}"),
                        Map.entry("/pieces-requests", "{\"piece\": \"x\"}"),
                        Map.entry("/pieces", "{\"piece\": \"x\"}"))
                .forEach(change -> send(newKey(), address + change.getKey(), change.getValue())
                        .assertProblem(404, "unknown"));
        assertThat(api.get(INVOICES + "/" + invoiced.at("/id")).json()).isEqualTo(invoiced.json());
    }

    @Test
    void what_is_wrong_with_an_invoice_is_told_at_once() {
        Answer wrong = send(newKey(), INVOICES, """
                {"member": "FR-000001", "provider": {"profession": "doctor"}, "kind": "authorization",
                 "lines": [{"act": "NGAP G", "date": "2026-11-23", "charge": "30.00"}]}""", "Accept-Language", "en").assertProblem(400, "bad-claim");
        Answer noSuch = send(newKey(), INVOICES, invoice(newNumber(), "A26AAAAAAAAA", "30.00"))
                .assertProblem(400, "bad-claim");

        assertThat(wrong.errors())
                .containsExactlyInAnyOrder(
                        "/kind: This is not one of the words",
                        "/provider/id: This field is required",
                        "/invoice: This field is required",
                        "/lines/0/date: This day is out of bounds");
        assertThat(noSuch.at("/errors/0/pointer")).isEqualTo("/commitment");
        api.authorize(newKey(), Examples.CONSULTATION.replaceFirst("\\{", "{\"invoice\": \"F1\","))
                .assertProblem(400, "bad-claim");
    }

    private String invoice(String number, String commitment, String charge) {
        String calls = commitment == null ? "" : "\"commitment\": \"" + commitment + "\",";
        return Examples.INVOICE
                .replace("\"invoice\": \"F-2026-0117\",", "\"invoice\": \"" + number + "\"," + calls)
                .replace("prov-42", provider)
                .replace("30.00", charge);
    }

    private Answer send(String key, String path, String body, String... headers) {
        return RunningApi.send(api.headed(path, headers)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static String newNumber() {
        return "F-" + UUID.randomUUID().toString().substring(0, 18);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
