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
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Each test has a professional and clients of its own. */
@ServiceTest
class InvoicesOfClientsTest {

    private static final String INVOICES = "/api/v1/invoices";
    private static final String SECRET = "a-secret-of-more-than-thirty-two-characters";

    @LocalServerPort
    private int port;

    @Autowired
    private ApiClients clients;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String provider = "list-" + unique;
    private RunningApi api;

    @BeforeEach
    void ask() {
        api = client("clinic-" + unique);
    }

    private RunningApi client(String id, Operation... more) {
        return client(id, Set.of(), "", more);
    }

    /** @param asked of the token: as in {@code &scope=invoice}, or empty for all that the client may */
    private RunningApi client(String id, Set<String> carriers, String asked, Operation... more) {
        EnumSet<Operation> operations = EnumSet.of(Operation.INVOICE, Operation.AUTHORIZE);
        operations.addAll(List.of(more));
        clients.put(new ApiClient(Demonstration.TENANT, id, id, operations, carriers, 1000), SECRET);
        String credentials = id + "@" + Demonstration.TENANT + ":" + SECRET;
        String token = Tokens.token(Tokens.ask(port, credentials, "grant_type=client_credentials" + asked));
        return RunningApi.with(port, token);
    }

    @Test
    void the_newest_come_first_a_page_at_a_time_corrected_ones_too() {
        String first = invoice(api, "F1", "2026-11-16", "");
        String second = invoice(api, "F2", "2026-11-17", "");
        String corrected = sent(api, INVOICES + "/" + first + "/correction", "F1", "2026-11-18", "");

        Answer page = list("?size=2");

        assertThat(ids(page)).containsExactly(corrected, second);
        assertThat(page.at("/invoices/0/invoice")).isEqualTo("F1");
        assertThat(page.at("/invoices/0/provider")).isEqualTo(provider);
        assertThat(page.at("/invoices/0/member")).isEqualTo("FR-000001");
        assertThat(page.at("/invoices/0/supersedes")).isEqualTo(first);
        assertThat(page.at("/invoices/0/charge")).isEqualTo("30.00");
        assertThat(page.at("/invoices/0/verdict")).isEqualTo("approved");
        Answer rest = list("?size=2&after=" + page.at("/next"));
        assertThat(ids(rest)).containsExactly(first);
        assertThat(rest.at("/invoices/0/supersededBy")).isEqualTo(corrected);
        assertThat(page.json().at("/invoices/0").has("supersededBy")).isFalse();
        assertThat(rest.json().has("next")).isFalse();
    }

    @Test
    void they_are_found_by_what_people_know_of_them() {
        Answer promise = api.authorize(UUID.randomUUID().toString(), Examples.CONSULTATION);
        String commitment = promise.at("/commitment/number");
        String calling = invoice(api, "G1-" + unique, "2026-11-19", commitment.toLowerCase(Locale.ROOT));
        String alone = invoice(api, "G2-" + unique, "2026-11-18", "");
        String twice = invoice(api, "G3-" + unique, "2026-11-18", "");

        assertThat(ids(list("?number=G2-" + unique))).containsExactly(alone);
        assertThat(ids(list("?commitment=" + commitment))).containsExactly(calling);
        assertThat(list("?commitment=zz").assertProblem(400, "bad-request").at("/errors/0/pointer"))
                .isEqualTo("/commitment");
        assertThat(list("?commitment=" + commitment).at("/invoices/0/commitment"))
                .isEqualTo(commitment);
        assertThat(ids(list("?commitment=" + commitment.substring(0, 3) + "-" + commitment.substring(3))))
                .containsExactly(calling);
        assertThat(ids(list("?verdict=referred"))).containsExactly(twice);
        assertThat(ids(list("?provider=" + provider + "&verdict=approved"))).containsExactly(alone, calling);
        assertThat(ids(list("?member=FR-000001"))).containsExactly(twice, alone, calling);
        assertThat(ids(list("?member=FR-000002"))).isEmpty();
        String today = promise.at("/recorded").substring(0, 10);
        assertThat(ids(list("?from=" + today))).hasSize(3);
        assertThat(ids(list("?to=2020-01-01"))).isEmpty();
    }

    @Test
    void a_client_sees_its_own_and_who_may_see_all_those_of_others() {
        String own = invoice(api, "H1", "2026-11-16", "");
        RunningApi another = client("another-" + unique);
        RunningApi desk = client("desk-" + unique, Operation.EVERY_CLIENT);
        String theirs = invoice(another, "H2", "2026-11-17", "");

        assertThat(ids(list("?provider=" + provider))).containsExactly(own);
        assertThat(ids(another.get(INVOICES + "?provider=" + provider))).containsExactly(theirs);
        assertThat(ids(desk.get(INVOICES + "?provider=" + provider))).containsExactly(theirs, own);
        assertThat(api.get(INVOICES + "/" + own).status()).isEqualTo(200);
        another.get(INVOICES + "/" + own).assertProblem(404, "unknown");
        assertThat(desk.get(INVOICES + "/" + own).at("/id")).isEqualTo(own);
    }

    @Test
    void a_token_without_the_scope_and_a_client_held_to_carriers_see_their_own_alone() {
        String own = invoice(api, "N1", "2026-11-16", "");
        RunningApi narrow = client("narrow-" + unique, Set.of(), "&scope=invoice", Operation.EVERY_CLIENT);
        RunningApi held = client("held-" + unique, Set.of("TILLEULS"), "", Operation.EVERY_CLIENT);

        for (RunningApi one : List.of(narrow, held)) {
            one.get(INVOICES + "/" + own).assertProblem(404, "unknown");
            assertThat(ids(one.get(INVOICES + "?provider=" + provider))).isEmpty();
        }
    }

    @Test
    void of_another_clients_invoice_of_that_number_nothing_is_told_but_that_there_is_one() {
        String own = invoice(api, "I1", "2026-11-16", "");
        RunningApi another = client("another-" + unique);
        RunningApi desk = client("desk-" + unique, Operation.EVERY_CLIENT);

        Answer refused = send(another, INVOICES, "I1", "2026-11-20", "").assertProblem(409, "invoiced-before");
        Answer told = send(desk, INVOICES, "I1", "2026-11-20", "").assertProblem(409, "invoiced-before");

        assertThat(refused.response().body()).doesNotContain(own, "clinic-");
        assertThat(told.at("/detail")).contains(own);
    }

    @Test
    void what_an_invoice_sent_again_names_is_the_decision_that_stands_and_can_be_corrected() {
        String first = invoice(api, "J1", "2026-11-16", "");
        String corrected = sent(api, INVOICES + "/" + first + "/correction", "J1", "2026-11-17", "");

        Answer again = send(api, INVOICES, "J1", "2026-11-18", "").assertProblem(409, "invoiced-before");

        assertThat(again.at("/detail")).contains(corrected).doesNotContain(first);
        sent(api, INVOICES + "/" + corrected + "/correction", "J1", "2026-11-18", "");
    }

    @Test
    void of_the_same_care_of_another_client_neither_decision_nor_number_is_told() {
        String own = invoice(api, "number-of-" + unique, "2026-11-16", "");
        RunningApi another = client("another-" + unique);

        Answer again = send(another, INVOICES, "J2", "2026-11-16", "");

        assertThat(again.at("/verdict")).isEqualTo("referred");
        assertThat(again.response().body()).contains("care-invoiced-before").doesNotContain(own, "number-of-" + unique);
    }

    @Test
    void the_desk_is_told_of_the_same_care_of_another_client_what_the_sender_is_not() {
        String own = invoice(api, "seen-" + unique, "2026-11-16", "");
        RunningApi another = client("another-" + unique);
        RunningApi desk = client("desk-" + unique, Operation.EVERY_CLIENT, Operation.REPLAY);
        String again = sent(another, INVOICES, "J3", "2026-11-16", "");

        Answer found = desk.get(INVOICES + "/" + again, "Accept-Language", "en");

        assertThat(found.at("/lines/0/reasons/0/sentence"))
                .contains("invoice seen-" + unique + ", decision " + own + ":");
        assertThat(found.at("/lines/0/reasons/0/parameters/decision")).isEqualTo(own);
        assertThat(another.get(INVOICES + "/" + again).response().body()).doesNotContain(own, "seen-" + unique);
        assertThat(desk.replay(again).at("/identical")).isEqualTo("true");
    }

    @Test
    void the_desk_that_corrects_ones_invoice_is_told_which_of_another_had_the_care_of_the_commitment() {
        String commitment = api.authorize(UUID.randomUUID().toString(), Examples.CONSULTATION)
                .at("/commitment/number");
        String first = invoice(api, "M1", "2026-11-19", commitment);
        RunningApi desk = client("desk-" + unique, Operation.EVERY_CLIENT);
        String theirs = invoice(client("another-" + unique), "M2", "2026-11-17", "");

        Answer refused = send(desk, INVOICES + "/" + theirs + "/correction", "M2", "2026-11-19", commitment)
                .assertProblem(409, "invoiced-before");

        assertThat(refused.at("/detail")).contains(first);
    }

    @Test
    void a_correction_by_the_desk_belongs_to_the_client_that_sent_the_invoice() {
        String own = invoice(api, "K1", "2026-11-16", "");
        RunningApi desk = client("desk-" + unique, Operation.EVERY_CLIENT);

        String corrected = sent(desk, INVOICES + "/" + own + "/correction", "K1", "2026-11-17", "");
        String again = sent(api, INVOICES + "/" + corrected + "/correction", "K1", "2026-11-18", "");

        Answer found = api.get(INVOICES + "/" + corrected);
        assertThat(found.at("/supersedes")).isEqualTo(own);
        assertThat(found.at("/correctedBy")).isEqualTo("desk-" + unique);
        assertThat(api.get(INVOICES + "/" + again).json().has("correctedBy")).isFalse();
        assertThat(ids(list("?number=K1&provider=" + provider))).containsExactly(again, corrected, own);
    }

    @Test
    void what_cannot_be_read_is_told_at_once() {
        Answer refused = api.get(INVOICES + "?size=501&status=valid&to=soon", "Accept-Language", "en")
                .assertProblem(400, "bad-request");

        assertThat(refused.errors()).hasSize(3).anyMatch(error -> error.startsWith("/status: There is no such field"));
    }

    private String invoice(RunningApi by, String number, String day, String commitment) {
        return sent(by, INVOICES, number, day, commitment);
    }

    private String sent(RunningApi by, String path, String number, String day, String commitment) {
        Answer answer = send(by, path, number, day, commitment);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.at("/id");
    }

    private Answer send(RunningApi by, String path, String number, String day, String commitment) {
        String calls = commitment.isEmpty() ? "" : ", \"commitment\": \"" + commitment + "\"";
        return by.post(
                path,
                """
                {"member": "FR-000001", "invoice": "%s"%s,
                 "provider": {"id": "%s", "profession": "doctor", "category": "optam", "country": "FR"},
                 "lines": [{"act": "NGAP G", "date": "%s", "charge": "30.00"}]}
                """.formatted(number, calls, provider, day),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private Answer list(String query) {
        return api.get(INVOICES + query);
    }

    private static List<String> ids(Answer page) {
        assertThat(page.status()).as(page.response().body()).isEqualTo(200);
        return StreamSupport.stream(page.json().path("invoices").spliterator(), false)
                .map((JsonNode one) -> one.path("id").asString())
                .toList();
    }
}
