package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.access.ApiClient;
import io.bareme.access.ApiClients;
import io.bareme.access.Operation;
import io.bareme.affiliation.Demonstration;
import io.bareme.api.Examples;
import io.bareme.authorization.web.RunningApi.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class CommitmentTest {

    private static final String AUTHORIZATIONS = "/api/v1/authorizations";
    /** 30 € a session, at most 3 a year. */
    private static final String SESSIONS = """
            {"member": "FR-000006", "provider": {"id": "prov-c", "profession": "osteopath"},
             "lines": [{"act": "LOCAL osteopathie", "date": "2024-12-%s", "charge": "%s", "quantity": %d}]}""";

    private static final String SECRET = "a-secret-of-more-than-thirty-two-characters";

    @LocalServerPort
    private int port;

    @Autowired
    private ApiClients clients;

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    @Test
    void an_approved_authorization_tells_its_commitment_and_is_found_by_its_number() {
        Answer asked = approved();
        String number = asked.at("/commitment/number");

        assertThat(number).matches("A26[2-9A-HJ-NP-TV-Z]{9}");
        assertThat(asked.at("/commitment/status")).isEqualTo("valid");
        assertThat(asked.at("/commitment/validFrom")).isEqualTo("2026-11-16");
        assertThat(asked.at("/commitment/validUntil")).isEqualTo("2027-02-20");
        assertThat(asked.at("/commitment/linesLeft/0/act")).isEqualTo("NGAP G");
        assertThat(asked.at("/commitment/linesLeft/0/complementary")).isEqualTo("9.00");
        assertThat(api.get(AUTHORIZATIONS + "/" + number.toLowerCase(Locale.ROOT))
                        .json())
                .isEqualTo(asked.json());
        api.get(AUTHORIZATIONS + "/" + number.substring(0, 11) + (number.endsWith("2") ? "3" : "2"))
                .assertProblem(404, "unknown");
    }

    @Test
    void a_referred_authorization_promises_nothing() {
        Answer asked = api.authorize(newKey(), Examples.CONSULTATION.replace("NGAP G", "NGAP GXZ"));

        assertThat(asked.json().has("commitment")).isFalse();
        change(asked, "extension", "{\"validUntil\": \"2027-03-31\"}").assertProblem(409, "no-commitment");
    }

    @Test
    void a_cancelled_commitment_gives_back_its_sessions() {
        Answer asked = api.authorize(newKey(), SESSIONS.formatted("02", "110.00", 2));
        assertThat(countBefore()).isEqualTo("1");
        String key = newKey();
        String body = "{\"reason\": \"le patient renonce\"}";

        Answer cancelled = change(key, asked, "cancellation", body);
        Answer again = change(key, asked, "cancellation", body);

        assertThat(cancelled.status()).as(cancelled.response().body()).isEqualTo(201);
        assertThat(cancelled.at("/commitment/status")).isEqualTo("cancelled");
        assertThat(cancelled.json().at("/commitment/linesLeft").size()).isZero();
        assertThat(countBefore()).isEqualTo("3");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(cancelled.json());
        change(key, asked, "cancellation", "{\"reason\": \"autre\"}").assertProblem(409, "key-used");
        Answer ended = change(newKey(), asked, "cancellation", body, "Accept-Language", "en")
                .assertProblem(409, "commitment-ended");
        assertThat(ended.at("/detail")).contains("is cancelled");
        change(asked, "extension", "{\"validUntil\": \"2027-03-01\"}").assertProblem(409, "commitment-ended");
        replacement(asked, SESSIONS.formatted("03", "55.00", 1)).assertProblem(409, "commitment-ended");
    }

    private String countBefore() {
        return api.simulate(SESSIONS.formatted("20", "55.00", 1)).at("/lines/0/limits/0/countBefore");
    }

    @Test
    void an_extended_commitment_holds_until_its_new_day_and_the_answers_of_then_stay() {
        Answer asked = approved();
        String key = newKey();

        Answer extended = change(key, asked, "extension", "{\"validUntil\": \"2027-03-31\", \"reason\": \"congés\"}");
        Answer later = change(asked, "extension", "{\"validUntil\": \"2027-04-30\"}");

        assertThat(extended.status()).as(extended.response().body()).isEqualTo(201);
        assertThat(extended.at("/commitment/validUntil")).isEqualTo("2027-03-31");
        assertThat(later.at("/commitment/validUntil")).isEqualTo("2027-04-30");
        assertThat(change(key, asked, "extension", "{\"validUntil\": \"2027-03-31\", \"reason\": \"congés\"}")
                        .json())
                .isEqualTo(extended.json());
        assertThat(api.get(AUTHORIZATIONS + "/" + asked.at("/id")).at("/commitment/validUntil"))
                .isEqualTo("2027-04-30");
        Answer earlier = change(
                        newKey(), asked, "extension", "{\"validUntil\": \"2027-04-30\"}", "Accept-Language", "en")
                .assertProblem(400, "bad-request");
        assertThat(earlier.errors()).containsExactly("/validUntil: The commitment cannot hold until this day");
        assertThat(earlier.at("/errors/0/allowed")).isEqualTo("2027-05-01 to 2027-05-21");
        Answer beyond = change(
                        newKey(), asked, "extension", "{\"validUntil\": \"2027-05-22\"}", "Accept-Language", "en")
                .assertProblem(400, "bad-request");
        assertThat(beyond.errors()).isEqualTo(earlier.errors());
        assertThat(beyond.at("/errors/0/allowed")).isEqualTo("2027-05-01 to 2027-05-21");
        assertThat(change(asked, "extension", "{\"validUntil\": \"2027-05-21\"}")
                        .status())
                .isEqualTo(201);
        assertThat(change(newKey(), asked, "extension", "{\"validUntil\": \"2027-05-22\"}", "Accept-Language", "en")
                        .assertProblem(400, "bad-request")
                        .at("/errors/0/allowed"))
                .isEqualTo("no later day than 2027-05-21");
    }

    @Test
    void care_planned_far_ahead_is_promised_until_its_day_and_no_longer() {
        Answer asked = api.authorize(newKey(), Examples.CONSULTATION.replace("2026-11-16", "2027-09-01"));

        assertThat(asked.at("/verdict")).isEqualTo("approved");
        assertThat(asked.at("/commitment/validFrom")).isEqualTo("2026-11-22");
        assertThat(asked.at("/commitment/validUntil")).isEqualTo("2027-09-01");
        assertThat(change(newKey(), asked, "extension", "{\"validUntil\": \"2027-09-02\"}", "Accept-Language", "en")
                        .assertProblem(400, "bad-request")
                        .at("/errors/0/allowed"))
                .isEqualTo("no later day than 2027-09-01");
    }

    @Test
    void a_replacement_is_decided_as_if_the_first_had_taken_nothing() {
        Answer asked = api.authorize(newKey(), SESSIONS.formatted("04", "165.00", 3));
        assertThat(asked.at("/lines/0/complementary")).isEqualTo("90.00");
        String key = newKey();

        Answer replaced = replacement(key, asked, SESSIONS.formatted("05", "165.00", 3));
        Answer again = replacement(key, asked, SESSIONS.formatted("05", "165.00", 3));

        assertThat(replaced.status()).as(replaced.response().body()).isEqualTo(201);
        assertThat(replaced.at("/lines/0/complementary")).isEqualTo("90.00");
        assertThat(replaced.at("/supersedes")).isEqualTo(asked.at("/id"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(replaced.json());
        assertThat(api.get(AUTHORIZATIONS + "/" + asked.at("/id")).at("/commitment/status"))
                .isEqualTo("replaced");
        Answer gone = replacement(newKey(), asked, SESSIONS.formatted("06", "55.00", 1))
                .assertProblem(409, "superseded");
        assertThat(gone.at("/detail")).contains(replaced.at("/id"));
        replacement(replaced, Examples.CONSULTATION).assertProblem(400, "bad-claim");
        assertThat(api.replay(replaced.at("/id")).at("/identical")).isEqualTo("true");
        change(replaced, "cancellation", "{\"reason\": \"fin de l'essai\"}");
    }

    @Test
    void what_is_wrong_with_a_change_is_told_at_once() {
        Answer asked = approved();

        Answer wrong = api.post(
                        AUTHORIZATIONS + "/" + asked.at("/id") + "/cancellation",
                        "{\"why\": \"x\"}",
                        "Accept-Language",
                        "en")
                .assertProblem(400, "bad-request");

        assertThat(wrong.errors())
                .containsExactly(
                        ": The header Idempotency-Key is missing or cannot be read",
                        "/reason: This field is required",
                        "/why: There is no such field");
        api.post(AUTHORIZATIONS + "/" + UUID.randomUUID() + "/cancellation", "{\"reason\": \"x\"}")
                .assertProblem(404, "unknown");
        api.post(AUTHORIZATIONS + "/" + UUID.randomUUID() + "/replacement", Examples.CONSULTATION)
                .assertProblem(404, "unknown");
    }

    @Test
    void authorizations_are_listed_page_by_page_by_what_is_asked_for() {
        String consultation = Examples.CONSULTATION.replace("FR-000001", "FR-000035");
        List<String> three = Stream.generate(
                        () -> api.authorize(newKey(), consultation).at("/id"))
                .limit(3)
                .toList();
        Answer first = api.get(AUTHORIZATIONS + "?member=FR-000035&status=valid&size=2");
        Answer second = api.get(AUTHORIZATIONS + "?member=FR-000035&status=valid&size=1&after=" + first.at("/next"));
        String number = first.at("/authorizations/0/commitment/number");

        assertThat(ids(first)).containsExactly(three.get(2), three.get(1));
        assertThat(ids(second)).containsExactly(three.getFirst());
        assertThat(first.at("/authorizations/0/complementary")).isEqualTo("9.00");
        assertThat(ids(api.get(AUTHORIZATIONS + "?number=" + number))).containsExactly(three.get(2));
        assertThat(ids(api.get(AUTHORIZATIONS + "?number=" + number + "&verdict=refused")))
                .isEmpty();
        assertThat(ids(api.get(AUTHORIZATIONS + "?from=2020-01-01&to=2020-12-31")))
                .isEmpty();
        assertThat(ids(api.get(AUTHORIZATIONS + "?from=2020-01-01&to=2999-12-31&size=1")))
                .hasSize(1);
        assertThat(ids(api.get(AUTHORIZATIONS + "?verdict=referred"))).doesNotContainAnyElementsOf(three);
        char misread = number.charAt(11) == '2' ? '3' : '2';
        for (String impossible : List.of("zz", number.substring(0, 11) + misread)) {
            assertThat(api.get(AUTHORIZATIONS + "?number=" + impossible, "Accept-Language", "en")
                            .assertProblem(400, "bad-request")
                            .errors())
                    .containsExactly("/number: This cannot be the number of a commitment");
        }
        Answer wrong = api.get(
                        AUTHORIZATIONS + "?status=open&size=501&colour=red&from=yesterday", "Accept-Language", "en")
                .assertProblem(400, "bad-request");
        assertThat(wrong.errors())
                .containsExactlyInAnyOrder(
                        "/status: This is not one of the words",
                        "/size: This number is out of bounds",
                        "/colour: There is no such field",
                        "/from: This is not a day");
    }

    @Test
    void another_client_has_neither_the_numbers_nor_the_list_of_this_one() {
        Answer asked = approved();
        clients.put(
                new ApiClient(
                        Demonstration.TENANT,
                        "another",
                        "another",
                        EnumSet.of(Operation.AUTHORIZE, Operation.INVOICE),
                        Set.of(),
                        1000),
                SECRET);
        RunningApi another = RunningApi.with(
                port,
                Tokens.token(Tokens.ask(
                        port, "another@" + Demonstration.TENANT + ":" + SECRET, "grant_type=client_credentials")));

        another.get(AUTHORIZATIONS + "/" + asked.at("/id")).assertProblem(404, "unknown");
        another.get(AUTHORIZATIONS + "/" + asked.at("/commitment/number")).assertProblem(404, "unknown");
        another.post(AUTHORIZATIONS + "/" + asked.at("/id") + "/cancellation", "{\"reason\": \"x\"}")
                .assertProblem(404, "unknown");
        assertThat(ids(another.get(AUTHORIZATIONS + "?member=FR-000001"))).isEmpty();
        Answer invoice = RunningApi.send(another.headed("/api/v1/invoices")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", newKey())
                .POST(BodyPublishers.ofString(Examples.INVOICE.replace(
                        "\"F-2026-0117\",",
                        "\"F-other\", \"commitment\": \"" + asked.at("/commitment/number") + "\","))));
        assertThat(invoice.assertProblem(400, "bad-claim").at("/errors/0/pointer"))
                .isEqualTo("/commitment");
    }

    private static List<String> ids(Answer page) {
        assertThat(page.status()).as(page.response().body()).isEqualTo(200);
        return StreamSupport.stream(page.json().path("authorizations").spliterator(), false)
                .map((JsonNode one) -> one.path("id").asString())
                .toList();
    }

    private Answer approved() {
        Answer asked = api.authorize(newKey(), Examples.CONSULTATION);
        assertThat(asked.at("/verdict")).isEqualTo("approved");
        return asked;
    }

    private Answer change(Answer of, String what, String body) {
        return change(newKey(), of, what, body);
    }

    private Answer change(String key, Answer of, String what, String body, String... headers) {
        return RunningApi.send(api.headed(AUTHORIZATIONS + "/" + of.at("/id") + "/" + what, headers)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer replacement(Answer of, String claim) {
        return replacement(newKey(), of, claim);
    }

    private Answer replacement(String key, Answer of, String claim) {
        return change(key, of, "replacement", claim);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
