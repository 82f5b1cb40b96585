package io.bareme.eligibility.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.access.ApiClient;
import io.bareme.access.ApiClients;
import io.bareme.access.Operation;
import io.bareme.affiliation.Affiliations;
import io.bareme.affiliation.Correction;
import io.bareme.affiliation.Demonstration;
import io.bareme.api.Examples;
import io.bareme.authorization.web.RunningApi;
import io.bareme.authorization.web.RunningApi.Answer;
import io.bareme.authorization.web.ServiceTest;
import io.bareme.authorization.web.Tokens;
import io.bareme.values.DateRange;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class EligibilityTest {

    private static final String PATH = "/api/v1/eligibility";

    @LocalServerPort
    private int port;

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private ApiClients clients;

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    private Answer ok(String body) {
        Answer answer = api.post(PATH, body, "Accept-Language", "en");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }

    private static String asking(String member, String more) {
        return "{\"member\": \"%s\"%s}".formatted(member, more);
    }

    @Test
    void rights_are_told_with_the_contracts_and_what_their_tables_say_of_optics() {
        Answer answer = ok(Examples.ELIGIBILITY);

        assertThat(answer.at("/state")).isEqualTo("open");
        assertThat(answer.at("/scheme")).isEqualTo("fr-general");
        assertThat(answer.at("/contracts/0/product")).isEqualTo("ccn-formation");
        assertThat(answer.at("/contracts/0/since")).isEqualTo("2020-01-01");
        assertThat(answer.at("/contracts/0/renewals/0/part")).isEqualTo("frame");
        assertThat(answer.at("/families/0/family")).startsWith("optical");
        assertThat(answer.at("/families/0/guarantees/0/wording")).isNotBlank();
        assertThat(answer.at("/families/0/guarantees/0/source/place")).contains("niveau-2");
        assertThat(answer.json().path("families"))
                .allSatisfy(
                        family -> assertThat(family.path("family").asString()).startsWith("optical"));
    }

    @Test
    void what_an_authorization_reserves_stands_apart_and_is_left_no_more() {
        Answer before = ok(asking("FR-000003", ", \"families\": [\"alternative.osteopathy\"]"));
        String claim = """
                {"member": "FR-000003", "provider": {"id": "prov-9", "profession": "any"},
                 "lines": [{"act": "LOCAL osteopathie", "date": "2026-11-16", "charge": "55.00"}]}
                """;
        Answer decided = api.authorize(UUID.randomUUID().toString(), claim);
        assertThat(decided.status()).as(decided.response().body()).isEqualTo(201);

        Answer after = ok(asking("FR-000003", ", \"families\": [\"alternative.osteopathy\"]"));

        JsonNode limit = decided.json().at("/lines/0/limits/0");
        assertThat(limit.isMissingNode()).as(decided.response().body()).isFalse();
        String left = limit.has("amountLeft")
                ? limit.path("amountLeft").asString()
                : limit.path("countLeft").asString();
        assertThat(lefts(after)).contains(left);
        assertThat(lefts(before)).isNotEqualTo(lefts(after));
        assertThat(after.response().body()).containsPattern("\"reserved(Count)?\":(\"[1-9]|[1-9])");
    }

    private static java.util.List<String> lefts(Answer answer) {
        return StreamSupport.stream(answer.json().findParents("left").spliterator(), false)
                .map(counter -> counter.path("left").asString())
                .collect(java.util.stream.Collectors.collectingAndThen(
                        java.util.stream.Collectors.toList(), amounts -> {
                            answer.json().findValues("leftCount").forEach(count -> amounts.add(count.asString()));
                            return amounts;
                        }));
    }

    @Test
    void closed_waiting_and_suspended_rights_say_so_and_from_when() {
        Answer suspended = ok(asking("FR-000006", ""));
        assertThat(suspended.at("/state")).isEqualTo("suspended");

        Answer before = ok(asking("FR-000006", ", \"date\": \"2022-01-01\""));
        assertThat(before.at("/state")).isEqualTo("waiting");
        assertThat(before.at("/stateText")).isEqualTo("To come, from 1 March 2022");
        assertThat(before.json().path("families")).isEmpty();

        Answer open = ok(asking("FR-000006", ", \"date\": \"2026-08-31\""));
        assertThat(open.at("/state")).isEqualTo("open");
    }

    @Test
    void rights_are_told_as_they_were_known() {
        String asked = ", \"date\": \"2026-11-20\", \"families\": [\"optical\"]";
        affiliations.correct(
                Demonstration.TENANT,
                new Correction.Enrolled(
                        "FR-000002",
                        "FR-F001",
                        "FR-E0002",
                        DateRange.from(LocalDate.of(2026, 11, 19)),
                        "regime-general",
                        1,
                        true));

        assertThat(ok(asking("FR-000002", asked)).at("/state")).isEqualTo("suspended");
        assertThat(ok(asking("FR-000002", asked + ", \"knownAt\": \"2026-11-01T00:00:00Z\""))
                        .at("/state"))
                .isEqualTo("open");
    }

    @Test
    void nobody_and_somebody_of_another_carrier_are_answered_alike() {
        var held = new ApiClient(
                Demonstration.TENANT, "arganier", "Arganier", Set.of(Operation.ELIGIBILITY), Set.of("ARGANIER"), 600);
        clients.put(held, "a-secret-of-the-tests");
        RunningApi theirs = RunningApi.with(port, Tokens.of(port, held.number() + ":a-secret-of-the-tests"));

        Answer nobody = theirs.post(PATH, asking("FR-999999", ""));
        Answer somebody = theirs.post(PATH, asking("FR-000001", ""));

        nobody.assertProblem(404, "unknown");
        assertThat(somebody.status()).isEqualTo(404);
        assertThat(somebody.response().body()).isEqualTo(nobody.response().body());
        assertThat(theirs.post("/api/v1/simulations", Examples.CONSULTATION).status())
                .isEqualTo(403);
    }

    @Test
    void a_question_that_cannot_be_read_is_told_everything_at_once() {
        Answer answer = api.post(
                PATH,
                "{\"membre\": \"FR-000001\", \"date\": \"16/11/2026\", \"knownAt\": \"yesterday\", \"families\": [\"opticle\"]}",
                "Accept-Language",
                "en");

        answer.assertProblem(400, "bad-request");
        assertThat(answer.errors())
                .containsExactly(
                        "/member: This field is required",
                        "/date: This is not a day",
                        "/knownAt: This is not a moment",
                        "/families/0: There is no such care family",
                        "/membre: There is no such field");
        assertThat(answer.at("/errors/3/maybe")).isEqualTo("optical");
    }
}
