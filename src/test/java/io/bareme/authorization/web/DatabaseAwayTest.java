package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.api.Examples;
import io.bareme.authorization.web.RunningApi.Answer;
import io.bareme.database.ServiceDatabase;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Authorizations while tables cannot be read. */
@ServiceTest
@Isolated("it takes the tables away from the service that other tests share")
class DatabaseAwayTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ServiceDatabase database;

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    @Test
    void rights_that_cannot_be_read_pend_the_case_they_never_lose_it() {
        Answer answer = without("affiliation", () -> api.authorize(newKey(), Examples.CONSULTATION));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        assertThat(answer.at("/verdict")).isEqualTo("referred");
        assertThat(answer.at("/lines/0/reasons/0/code")).isEqualTo("engine-failure");
        assertThat(api.get(answer.header("Location")).json()).isEqualTo(answer.json());
    }

    @Test
    void an_invoice_that_came_meanwhile_on_a_commitment_that_nobody_made_waits_for_its_correction_and_for_no_person() {
        String care = Examples.CONSULTATION
                .replace("prov-42", "prov-" + newKey())
                .replaceFirst("\\{", "{\"invoice\": \"F-1\",");
        String onNothing = care.replaceFirst("\\{", "{\"commitment\": \"A26K7P3WQ9XR\",");
        Answer refused = invoice("/api/v1/invoices", onNothing);

        Answer pending = without("affiliation", () -> invoice("/api/v1/invoices", onNothing));
        String address = pending.header("Location");
        Answer settled = invoice(address + "/resolution", "{\"by\": \"handler-7\", \"words\": \"vu\"}");
        Answer meanwhile = api.get(address);
        Answer corrected = invoice(address + "/correction", care);

        assertThat(refused.assertProblem(400, "bad-claim").at("/errors/0/pointer"))
                .isEqualTo("/commitment");
        assertThat(pending.at("/verdict")).as(pending.response().body()).isEqualTo("referred");
        assertThat(settled.assertProblem(409, "still-waits").at("/detail")).contains("engine-failure");
        assertThat(meanwhile.json()).as("nothing was recorded").isEqualTo(pending.json());
        assertThat(corrected.at("/verdict")).as(corrected.response().body()).isEqualTo("approved");
        assertThat(corrected.at("/supersedes")).isEqualTo(pending.at("/id"));
    }

    private Answer invoice(String address, String body) {
        return api.post(address, body, "Idempotency-Key", newKey());
    }

    @Test
    void where_nothing_can_be_recorded_the_same_request_may_come_again() {
        String key = newKey();

        Answer refused = without("journal", () -> api.authorize(key, Examples.CONSULTATION))
                .assertProblem(503, "unavailable");
        Answer again = api.authorize(key, Examples.CONSULTATION);
        Answer invoice = without("journal", () -> invoice("/api/v1/invoices", Examples.INVOICE))
                .assertProblem(503, "unavailable");

        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(refused.at("/detail")).contains("la même clé");
        assertThat(invoice.at("/detail")).isEqualTo(refused.at("/detail"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.at("/verdict")).isEqualTo("approved");
    }

    @Test
    void where_nothing_can_be_read_the_caller_is_told_to_ask_again() {
        String id = UUID.randomUUID().toString();

        for (Supplier<Answer> ask : List.<Supplier<Answer>>of(
                () -> api.get("/api/v1/authorizations/" + id),
                () -> api.replay(id),
                () -> api.simulate(Examples.CONSULTATION))) {
            Answer answer = without("journal", ask).assertProblem(503, "unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.at("/detail")).contains("demander de nouveau").doesNotContain("clé");
        }
    }

    /** Asks while the tables of one room are away. */
    private Answer without(String schema, Supplier<Answer> ask) {
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(
                database.url(), database.owner().user(), database.owner().password()));
        owner.sql("alter schema " + schema + " rename to away").update();
        try {
            return ask.get();
        } finally {
            owner.sql("alter schema away rename to " + schema).update();
        }
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
