package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.api.Examples;
import io.bareme.authorization.web.RunningApi.Answer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a person makes of a referred authorization, over HTTP. */
@ServiceTest
class ResolutionTest {

    private static final String APPROVED = "{\"by\": \"handler-7\", \"words\": \"vu avec le cabinet\"}";
    private static final String REFUSED =
            "{\"by\": \"doctor-2\", \"words\": \"sans indication\", \"refuse\": \"not-justified\"}";
    /** A semester of orthodontics without the scheme's agreement: a doctor must look. */
    private static final String MEDICAL = Examples.CONSULTATION.replace("NGAP G", "NGAP TO90");

    private static final String REFERRED = Examples.CONSULTATION.replace("NGAP G", "NGAP GXZ");

    @LocalServerPort
    private int port;

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    @Test
    void a_person_lifts_the_doubt_and_the_decision_takes_the_place_of_the_referred_one() {
        Answer referred = api.authorize(newKey(), REFERRED);
        String address = referred.header("Location");
        Answer settled = resolve(address, newKey(), APPROVED);

        assertThat(settled.status()).as(settled.response().body()).isEqualTo(201);
        assertThat(settled.at("/verdict")).startsWith("approved");
        assertThat(settled.at("/lines/0/complementary")).isEqualTo(referred.at("/lines/0/complementary"));
        assertThat(settled.json().at("/lines/0/reasons").toString())
                .contains("person-agreed", "vu avec le cabinet")
                .doesNotContain("\"refer\"");
        assertThat(settled.header("Location")).isEqualTo("/api/v1/authorizations/" + settled.at("/id"));
        assertThat(api.get(settled.header("Location")).at("/verdict")).isEqualTo(settled.at("/verdict"));
        assertThat(api.get(address).at("/deadline/state")).isEqualTo("settled");
        assertThat(api.replay(settled.at("/id")).at("/identical")).isEqualTo("true");
        assertThat(api.replay(referred.at("/id")).at("/identical")).isEqualTo("true");
        resolve(address, newKey(), APPROVED).assertProblem(409, "not-waiting");
    }

    @Test
    void what_a_person_settled_is_settled_for_the_invoice_which_names_their_decision() {
        String doubted = "\"charge\": \"30.00\", \"base\": \"20.00\"";
        String asked =
                Examples.CONSULTATION.replace("\"charge\": \"30.00\"", doubted).replace("prov-42", "prov-" + newKey());
        Answer referred = api.authorize(newKey(), asked);
        Answer settled = resolve(referred.header("Location"), newKey(), APPROVED);
        String number = settled.at("/commitment/number");
        String invoice = asked.replaceFirst(
                "\\{", "{\"invoice\": \"P-" + newKey().substring(0, 13) + "\", \"commitment\": \"" + number + "\",");

        Answer dearer = invoice(invoice.replace("\"30.00\"", "\"31.00\"")
                .replace("\"P-", "\"Q-")
                .replace("11-16", "11-17"));
        Answer invoiced = invoice(invoice);

        assertThat(referred.at("/verdict")).isEqualTo("referred");
        assertThat(dearer.at("/verdict")).isEqualTo("referred");
        assertThat(invoiced.status()).as(invoiced.response().body()).isEqualTo(201);
        assertThat(invoiced.at("/verdict")).isEqualTo("approved");
        assertThat(invoiced.at("/owed/0/amount")).isEqualTo(settled.at("/lines/0/complementary"));
        assertThat(invoiced.json().at("/lines/0/reasons").toString())
                .contains("commitment-met", "person-agreed", "(décision " + settled.at("/id") + ")");
        assertThat(api.replay(invoiced.at("/id")).at("/identical")).isEqualTo("true");
    }

    @Test
    void a_referred_invoice_is_paid_once_it_calls_on_an_authorization_of_its_care_that_a_person_settled() {
        String care = Examples.CONSULTATION
                .replace("\"charge\": \"30.00\"", "\"charge\": \"30.00\", \"base\": \"20.00\"")
                .replace("prov-42", "prov-" + newKey());
        String bill = care.replaceFirst("\\{", "{\"invoice\": \"R-" + newKey().substring(0, 13) + "\",");
        Answer referred = invoice(bill);
        String address = referred.header("Location");
        Answer again = api.post(address + "/correction", bill, "Idempotency-Key", newKey());
        String settled = resolve(api.authorize(newKey(), care).header("Location"), newKey(), APPROVED)
                .at("/commitment/number");

        Answer corrected = api.post(
                again.header("Location") + "/correction",
                bill.replaceFirst("\\{", "{\"commitment\": \"" + settled + "\","),
                "Idempotency-Key",
                newKey());

        assertThat(referred.at("/verdict")).isEqualTo("referred");
        assertThat(referred.json().has("owed")).isFalse();
        assertThat(again.at("/verdict")).as("nothing said otherwise").isEqualTo("referred");
        assertThat(corrected.status()).as(corrected.response().body()).isEqualTo(201);
        assertThat(corrected.at("/verdict")).isEqualTo("approved");
        assertThat(corrected.at("/supersedes")).isEqualTo(again.at("/id"));
        assertThat(corrected.json().at("/lines/0/reasons").toString()).contains("commitment-met", "person-agreed");
    }

    @Test
    void of_two_lines_of_an_act_the_refused_one_stays_refused_where_it_is_invoiced_and_the_other_is_paid() {
        String crown =
                "{\"act\": \"CCAM HBLD634\", \"date\": \"2026-11-16\", \"charge\": \"300.00\", \"base\": \"100.00\"}";
        String other = crown.replace("11-16", "11-17").replace("300.00", "500.00");
        String asked = "{\"member\": \"FR-000054\", \"provider\": {\"id\": \"prov-" + newKey()
                + "\", \"profession\": \"dentist\", \"category\": \"optam\"}, \"lines\": [";
        Answer referred = api.authorize(newKey(), asked + crown + ", " + other + "]}");
        Answer settled = resolve(referred.header("Location"), newKey(), REFUSED.replace("}", ", \"lines\": [1]}"));
        String invoice = asked.replaceFirst("\\{", "{\"commitment\": \"" + settled.at("/commitment/number") + "\", ");

        Answer refused = invoice(invoice.replaceFirst("\\{", "{\"invoice\": \"P-1\", ") + crown + "]}");
        Answer agreed = invoice(invoice.replaceFirst("\\{", "{\"invoice\": \"P-2\", ") + other + "]}");

        assertThat(settled.at("/verdict")).as(settled.response().body()).isEqualTo("approved-in-part");
        assertThat(settled.at("/lines/0/compulsory/net"))
                .as("the scheme's share is not the person's to refuse")
                .isEqualTo(referred.at("/lines/0/compulsory/net"))
                .isEqualTo("60.00");
        assertThat(settled.at("/lines/0/memberShare/refused")).isEqualTo("240.00");
        assertThat(refused.at("/verdict")).as(refused.response().body()).isEqualTo("refused");
        assertThat(refused.json().at("/lines/0/reasons").toString())
                .contains("beyond-commitment-refused", "person-not-justified");
        assertThat(agreed.at("/verdict")).as(agreed.response().body()).isEqualTo("approved");
        assertThat(agreed.json().at("/lines/0/reasons").toString()).contains("commitment-met");
        assertThat(agreed.at("/owed/0/amount")).isEqualTo(settled.at("/lines/1/complementary"));
        assertThat(api.replay(agreed.at("/id")).at("/identical")).isEqualTo("true");
    }

    private Answer invoice(String body) {
        return api.post("/api/v1/invoices", body, "Idempotency-Key", newKey());
    }

    @Test
    void a_person_refuses_with_a_reason_and_their_words() {
        String address = api.authorize(newKey(), REFERRED).header("Location");
        Answer refused = resolve(address, newKey(), REFUSED);

        assertThat(refused.at("/verdict")).isEqualTo("refused");
        assertThat(refused.at("/lines/0/complementary")).isEqualTo("0.00");
        assertThat(refused.json().at("/lines/0/reasons").toString())
                .contains("person-not-justified", "sans indication", "doctor-2");
        assertThat(api.replay(refused.at("/id")).at("/identical")).isEqualTo("true");
    }

    @Test
    void what_a_doctor_must_look_at_is_settled_by_a_medical_adviser_alone_whose_name_is_kept() {
        Answer referred = api.authorize(newKey(), MEDICAL);
        String resolution = referred.header("Location") + "/resolution";
        String key = newKey();
        String approved = APPROVED.replace("handler-7", "doctor-2");

        Answer byHandler = with("review").post(resolution, approved, "Idempotency-Key", key, "Accept-Language", "en");
        Answer meanwhile = api.get(referred.header("Location"));
        Answer byDoctor = with("medical-review").post(resolution, approved, "Idempotency-Key", key);

        assertThat(referred.at("/clock")).isEqualTo("day");
        assertThat(byHandler.assertProblem(403, "medical-review").at("/title")).isEqualTo("A doctor settles this");
        assertThat(byHandler.header("WWW-Authenticate")).contains("insufficient_scope", "scope=\"medical-review\"");
        assertThat(meanwhile.at("/deadline/state")).isEqualTo("running");
        assertThat(byDoctor.status()).as(byDoctor.response().body()).isEqualTo(201);
        assertThat(byDoctor.json().at("/lines/0/reasons").toString()).contains("person-agreed", "doctor-2");
    }

    @Test
    void a_handlers_case_is_not_a_medical_advisers_who_asks_for_pieces_of_their_own() {
        String address = api.authorize(newKey(), REFERRED).header("Location");
        RunningApi doctor = with("medical-review");

        Answer refused = doctor.post(address + "/resolution", APPROVED, "Idempotency-Key", newKey())
                .assertProblem(403, "forbidden");

        assertThat(refused.header("WWW-Authenticate")).contains("scope=\"review\"");
        assertThat(doctor.post(address + "/pieces-requests", "{\"piece\": \"devis\"}", "Idempotency-Key", newKey())
                        .status())
                .isEqualTo(201);
    }

    private RunningApi with(String scope) {
        String form = "grant_type=client_credentials&scope=" + scope;
        return RunningApi.with(port, Tokens.token(Tokens.ask(port, Tokens.demonstration(), form)));
    }

    @Test
    void the_same_resolution_sent_again_has_the_same_answer() {
        String address = api.authorize(newKey(), REFERRED).header("Location");
        String key = newKey();
        Answer first = resolve(address, key, APPROVED);
        Answer again = resolve(address, key, APPROVED);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        resolve(address, key, REFUSED).assertProblem(409, "key-used");
    }

    @Test
    void what_waits_for_nobody_is_not_resolved() {
        String approved = api.authorize(newKey(), Examples.CONSULTATION).header("Location");
        String incomplete = api.authorize(newKey(), Examples.CONSULTATION.replace("FR-000001", "FR-999999"))
                .header("Location");

        resolve(approved, newKey(), APPROVED).assertProblem(409, "not-waiting");
        Answer lacking = resolve(incomplete, newKey(), APPROVED).assertProblem(409, "incomplete");
        assertThat(lacking.at("/detail")).contains(incomplete + "/replacement");
        resolve("/api/v1/authorizations/" + UUID.randomUUID(), newKey(), APPROVED)
                .assertProblem(404, "unknown");
    }

    @Test
    void everything_that_is_wrong_with_a_resolution_is_told_at_once() {
        String address = api.authorize(newKey(), REFERRED).header("Location");
        Answer wrong = api.post(
                        address + "/resolution",
                        "{\"by\": \"two words\", \"refuse\": \"no\", \"lines\": [0]}",
                        "Accept-Language",
                        "en")
                .assertProblem(400, "bad-request");

        assertThat(wrong.errors())
                .containsExactly(
                        ": The header Idempotency-Key is missing or cannot be read",
                        "/by: This is not an identifier",
                        "/words: This field is required",
                        "/refuse: This is not one of the words",
                        "/lines: These are not numbers of lines");
        resolve(address, newKey(), REFUSED.replace("}", ", \"lines\": [2]}")).assertProblem(409, "no-such-line");
    }

    private Answer resolve(String address, String key, String body) {
        return api.post(address + "/resolution", body, "Idempotency-Key", key);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
