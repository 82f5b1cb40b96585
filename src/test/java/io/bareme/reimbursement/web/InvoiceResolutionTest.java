package io.bareme.reimbursement.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.access.ApiClient;
import io.bareme.access.ApiClients;
import io.bareme.access.Operation;
import io.bareme.affiliation.Demonstration;
import io.bareme.api.Examples;
import io.bareme.authorization.web.RunningApi;
import io.bareme.authorization.web.RunningApi.Answer;
import io.bareme.authorization.web.ServiceTest;
import io.bareme.authorization.web.Tokens;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a person makes of a referred invoice, over HTTP. Each test has a professional and clients of its own. */
@ServiceTest
class InvoiceResolutionTest {

    private static final String INVOICES = "/api/v1/invoices";
    private static final String SECRET = "a-secret-of-more-than-thirty-two-characters";

    @LocalServerPort
    private int port;

    @Autowired
    private ApiClients clients;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String care = Examples.CONSULTATION.replace("prov-42", "settle-" + unique);
    /** The base that it states is not that of the regulation: a handler must look. */
    private final String doubted = care.replace("\"charge\": \"30.00\"", "\"charge\": \"30.00\", \"base\": \"20.00\"");

    private RunningApi clinic;
    private RunningApi desk;
    private int number;

    @BeforeEach
    void ask() {
        clinic = client("clinic", Operation.INVOICE, Operation.AUTHORIZE, Operation.REPLAY);
        desk = client("desk", Operation.REVIEW, Operation.EVERY_CLIENT);
    }

    private RunningApi client(String name, Operation... operations) {
        String id = name + "-" + unique;
        var may = EnumSet.copyOf(List.of(operations));
        clients.put(new ApiClient(Demonstration.TENANT, id, id, may, Set.of(), 1000), SECRET);
        String credentials = id + "@" + Demonstration.TENANT + ":" + SECRET;
        return RunningApi.with(port, Tokens.token(Tokens.ask(port, credentials, "grant_type=client_credentials")));
    }

    @Test
    void what_a_person_approves_is_owed_and_takes_the_place_of_the_referred_invoice() {
        Answer referred = invoice(doubted);
        Answer settled = resolve(desk, referred, newKey(), Examples.APPROVAL);

        assertThat(referred.json().has("owed")).isFalse();
        assertThat(settled.status()).as(settled.response().body()).isEqualTo(201);
        assertThat(settled.at("/verdict")).isEqualTo("approved");
        assertThat(settled.at("/supersedes")).isEqualTo(referred.at("/id"));
        assertThat(settled.at("/owed/0/amount")).isEqualTo(settled.at("/lines/0/complementary"));
        assertThat(settled.json().at("/lines/0/reasons").toString())
                .contains("person-agreed", "tarif vu avec le cabinet")
                .doesNotContain("\"refer\"");
        assertThat(settled.header("Location")).isEqualTo(INVOICES + "/" + settled.at("/id"));
        assertThat(clinic.get(settled.header("Location")).json()).isEqualTo(settled.json());
        Answer replaced = clinic.get(referred.header("Location"));
        assertThat(replaced.at("/verdict")).isEqualTo("referred");
        assertThat(replaced.at("/supersededBy")).isEqualTo(settled.at("/id"));
        Answer listed = clinic.get(INVOICES + "?provider=settle-" + unique);
        assertThat(listed.at("/invoices/0/id")).isEqualTo(settled.at("/id"));
        assertThat(listed.at("/invoices/0/supersedes")).isEqualTo(referred.at("/id"));
        assertThat(clinic.replay(settled.at("/id")).at("/identical")).isEqualTo("true");
        resolve(desk, referred, newKey(), Examples.APPROVAL).assertProblem(409, "not-waiting");
        resolve(desk, settled, newKey(), Examples.APPROVAL).assertProblem(409, "not-waiting");
    }

    @Test
    void on_a_commitment_what_a_person_approves_uses_it_up() {
        Answer promise = clinic.authorize(newKey(), care);
        Answer referred = invoice(doubted, promise.at("/commitment/number"));

        Answer settled = resolve(desk, referred, newKey(), Examples.APPROVAL);

        assertThat(referred.at("/verdict")).isEqualTo("referred");
        assertThat(settled.json().at("/lines/0/reasons").toString()).contains("commitment-met", "person-agreed");
        assertThat(clinic.get(promise.header("Location")).at("/commitment/status"))
                .isEqualTo("used-up");
        assertThat(clinic.replay(settled.at("/id")).at("/identical")).isEqualTo("true");
    }

    @Test
    void what_a_person_refuses_owes_nothing() {
        Answer refused = resolve(desk, invoice(doubted), newKey(), Examples.REFUSAL);

        assertThat(refused.at("/verdict")).as(refused.response().body()).isEqualTo("refused");
        assertThat(refused.at("/totals/complementary")).isEqualTo("0.00");
        assertThat(refused.json().path("owed").isEmpty()).isTrue();
        assertThat(refused.json().at("/lines/0/reasons").toString()).contains("person-not-justified", "doctor-2");
    }

    @Test
    void care_that_came_twice_is_paid_twice_where_a_person_says_so() {
        Answer first = invoice(care);
        Answer settled = resolve(desk, invoice(care), newKey(), Examples.APPROVAL);

        assertThat(settled.at("/verdict")).as(settled.response().body()).isEqualTo("approved");
        assertThat(settled.at("/owed/0/amount")).isEqualTo(first.at("/owed/0/amount"));
        assertThat(settled.json().at("/lines/0/reasons").toString()).contains("care-invoiced-before", "handler-7");
    }

    @Test
    void the_same_resolution_sent_again_has_the_same_answer_and_another_is_a_conflict() {
        Answer referred = invoice(doubted);
        String key = newKey();
        Answer first = resolve(desk, referred, key, Examples.APPROVAL);
        Answer again = resolve(desk, referred, key, Examples.APPROVAL);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        resolve(desk, referred, key, Examples.REFUSAL).assertProblem(409, "key-used");
    }

    @Test
    void a_handler_does_not_settle_what_a_doctor_must_look_at_nor_a_doctor_what_is_a_handlers() {
        RunningApi doctor = client("doctor", Operation.MEDICAL_REVIEW, Operation.EVERY_CLIENT);
        Answer medical = invoice(care.replace("NGAP G", "NGAP TO90"));

        Answer byHandler = resolve(desk, medical, newKey(), Examples.APPROVAL);
        Answer byDoctor = resolve(doctor, medical, newKey(), Examples.APPROVAL);

        assertThat(medical.at("/clock")).isEqualTo("day");
        byHandler.assertProblem(403, "medical-review");
        assertThat(byDoctor.status()).as(byDoctor.response().body()).isEqualTo(201);
        resolve(doctor, invoice(doubted), newKey(), Examples.APPROVAL).assertProblem(403, "forbidden");
        resolve(clinic, medical, newKey(), Examples.APPROVAL).assertProblem(403, "forbidden");
    }

    @Test
    void what_is_no_invoice_of_theirs_that_waits_is_not_settled() {
        RunningApi another = client("another", Operation.REVIEW);
        Answer referred = invoice(doubted);
        Answer authorization = clinic.authorize(newKey(), doubted);
        Answer incomplete = invoice(care.replace("FR-000001", "FR-999999"));

        resolve(another, referred, newKey(), Examples.APPROVAL).assertProblem(404, "unknown");
        desk.post(
                        INVOICES + "/" + authorization.at("/id") + "/resolution",
                        Examples.APPROVAL,
                        "Idempotency-Key",
                        newKey())
                .assertProblem(404, "unknown");
        desk.post(
                        "/api/v1/authorizations/" + referred.at("/id") + "/resolution",
                        Examples.APPROVAL,
                        "Idempotency-Key",
                        newKey())
                .assertProblem(404, "unknown");
        Answer lacking = resolve(desk, incomplete, newKey(), Examples.APPROVAL).assertProblem(409, "incomplete");
        assertThat(lacking.at("/detail")).contains(incomplete.header("Location") + "/correction");
        resolve(desk, invoice(care.replace("11-16", "11-17")), newKey(), Examples.APPROVAL)
                .assertProblem(409, "not-waiting");
        resolve(desk, referred, newKey(), Examples.REFUSAL.replace("}", ", \"lines\": [2]}"))
                .assertProblem(409, "no-such-line");
    }

    private Answer invoice(String claim) {
        return invoice(claim, "");
    }

    private Answer invoice(String claim, String commitment) {
        String calls = commitment.isEmpty() ? "" : "\"commitment\": \"" + commitment + "\",";
        String header = "{\"invoice\": \"S-" + ++number + "\"," + calls;
        Answer answer = clinic.post(INVOICES, claim.replaceFirst("\\{", header), "Idempotency-Key", newKey());
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer;
    }

    private static Answer resolve(RunningApi by, Answer referred, String key, String body) {
        return by.post(referred.header("Location") + "/resolution", body, "Idempotency-Key", key);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
