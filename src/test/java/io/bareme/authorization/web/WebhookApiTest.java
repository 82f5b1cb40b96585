package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.affiliation.Demonstration;
import io.bareme.api.Examples;
import io.bareme.authorization.web.RunningApi.Answer;
import io.bareme.notification.Event;
import io.bareme.tenancy.Tenancy;
import io.bareme.tenancy.TenantConnections;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Addresses of webhooks over HTTP, to which nothing is sent, and what would be told there. */
@ServiceTest
class WebhookApiTest {

    private static final String PATH = "/api/v1/webhooks";
    /** By its number, so that no name is looked up. */
    private static final String ADDRESS =
            "{\"url\": \"https://93.184.216.34/hook\", \"events\": [\"deadline.breached\"]}";

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource database;

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    @AfterEach
    void remove() {
        for (JsonNode webhook : api.get(PATH).json().path("webhooks")) {
            delete(webhook.path("id").asString());
        }
    }

    @Test
    void an_address_is_added_with_a_secret_shown_once_listed_and_removed() {
        Answer added = add(newKey(), ADDRESS);
        Answer listed = api.get(PATH);

        assertThat(added.status()).as(added.response().body()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo(PATH + "/" + added.at("/id"));
        assertThat(added.header("Cache-Control")).isEqualTo("no-store");
        assertThat(added.at("/secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(listed.at("/webhooks/0/url")).isEqualTo("https://93.184.216.34/hook");
        assertThat(listed.at("/webhooks/0/events/0")).isEqualTo("deadline.breached");
        assertThat(listed.response().body()).doesNotContain("whsec_");
        assertThat(delete(added.at("/id")).status()).isEqualTo(204);
        delete(added.at("/id")).assertProblem(404, "unknown");
        assertThat(api.get(PATH).json().path("webhooks").size()).isZero();
    }

    @Test
    void the_same_request_sent_again_adds_nothing() {
        String key = newKey();
        Answer added = add(key, ADDRESS);
        Answer again = add(key, ADDRESS);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(added.json());
        add(key, ADDRESS + " ").assertProblem(409, "key-used");
        assertThat(api.get(PATH).json().path("webhooks").size()).isEqualTo(1);
    }

    @Test
    void an_address_of_this_machine_or_without_encryption_is_refused() {
        for (String url : new String[] {
            "http://127.0.0.1:" + port, "https://localhost/", "https://10.0.0.1/", "http://93.184.216.34/", "hook"
        }) {
            Answer answer = api.post(
                            PATH, "{\"url\": \"" + url + "\"}", "Idempotency-Key", newKey(), "Accept-Language", "en")
                    .assertProblem(400, "bad-request");
            assertThat(answer.errors()).containsExactly("/url: This address cannot be used");
        }
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        Answer answer = api.post(PATH, "{\"events\": [\"deadline.breach\"], \"on\": 1}", "Accept-Language", "en")
                .assertProblem(400, "bad-request");

        assertThat(answer.errors())
                .containsExactly(
                        ": The header Idempotency-Key is missing or cannot be read",
                        "/events/0: This is not one of the words",
                        "/url: This field is required",
                        "/on: There is no such field");
        assertThat(answer.at("/errors/1/maybe")).isEqualTo("deadline.breached");
    }

    @Test
    void an_address_that_is_to_be_told_of_nothing_is_refused_and_not_told_of_everything() {
        Answer answer =
                add(newKey(), ADDRESS.replace("\"deadline.breached\"", "")).assertProblem(400, "bad-request");

        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/events");
        assertThat(api.get(PATH).json().path("webhooks").size()).isZero();
        assertThat(add(newKey(), ADDRESS.replace("[\"deadline.breached\"]", "null"))
                        .json()
                        .path("events")
                        .size())
                .as("absent, all")
                .isEqualTo(Event.words().size());
    }

    @Test
    void what_was_given_up_is_listed_page_by_page() {
        assertThat(api.get(PATH + "/dead-letters?size=500&after=7").json().toString())
                .isEqualTo("{\"deadLetters\":[]}");
        assertThat(api.get(PATH + "/dead-letters?size=501&after=-1&q=1&size=2", "Accept-Language", "en")
                        .assertProblem(400, "bad-request")
                        .errors())
                .containsExactly(
                        "/after: This is not a whole number",
                        "/size: This number is out of bounds",
                        "/size: This parameter of the address is there 2 times",
                        "/q: There is no such field");
        api.post(PATH + "/dead-letters/" + UUID.randomUUID() + "/retry", "").assertProblem(404, "unknown");
    }

    @Test
    void a_persons_decision_is_told_before_what_follows_it_with_the_moment_at_which_it_was_recorded() {
        String path = "/api/v1/authorizations/";
        String referred = api.authorize(newKey(), Examples.CONSULTATION.replace("NGAP G", "NGAP GXZ"))
                .at("/id");
        String person = "{\"by\": \"handler-7\", \"words\": \"vu avec le cabinet\"}";
        String settled = made(path + referred + "/resolution", person).at("/id");
        made(path + settled + "/extension", "{\"validUntil\": \"2027-03-31\"}");
        made(path + settled + "/cancellation", "{\"reason\": \"erreur\"}");

        List<Told> told = told(settled);

        assertThat(told)
                .extracting(Told::kind)
                .containsExactly("authorization.decided", "commitment.extended", "commitment.cancelled");
        assertThat(told).extracting(Told::at).isSorted();
        assertThat(told.getFirst().at()).isEqualTo(told.getFirst().recorded());
    }

    private Answer made(String path, String body) {
        Answer made = api.post(path, body, "Idempotency-Key", newKey());
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        return made;
    }

    private record Told(String kind, Instant at, Instant recorded) {}

    /** In the order in which it is passed on. */
    private List<Told> told(String decision) {
        return Tenancy.as(
                Demonstration.TENANT,
                () -> JdbcClient.create(TenantConnections.inRole(database, "bareme_journal"))
                        .sql("""
                        select n.kind, n.at, d.recorded_at from journal.notice n
                        join journal.decision d on d.tenant = n.tenant and d.id = n.decision
                        where n.decision = cast(? as uuid) order by n.position
                        """)
                        .param(decision)
                        .query((row, _) -> new Told(
                                row.getString("kind"),
                                row.getTimestamp("at").toInstant(),
                                row.getTimestamp("recorded_at").toInstant()))
                        .list());
    }

    private Answer add(String key, String body) {
        return api.post(PATH, body, "Idempotency-Key", key);
    }

    private Answer delete(String id) {
        return RunningApi.send(api.headed(PATH + "/" + id).method("DELETE", BodyPublishers.noBody()));
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
