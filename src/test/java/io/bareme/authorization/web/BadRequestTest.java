package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.api.Examples;
import io.bareme.authorization.web.RunningApi.Answer;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What {@code ClaimReaderTest} lists in full, seen over HTTP; and what only HTTP can get wrong. */
@ServiceTest
class BadRequestTest {

    private static final String SIMULATIONS = "/api/v1/simulations";

    @LocalServerPort
    private int port;

    @Autowired
    private HealthEndpointGroups groups;

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    @Test
    void everything_wrong_is_told_in_french_unless_english_is_asked_for() {
        String claim = Examples.CROWN.replace("539.00", "539,00").replace("2024-06-01", "01/06/2024");

        Answer french = api.simulate(claim).assertProblem(400, "bad-claim");
        Answer english = api.simulate(claim, "Accept-Language", "en-GB").assertProblem(400, "bad-claim");

        assertThat(french.header("Content-Language")).isEqualTo("fr");
        assertThat(french.errors())
                .containsExactly("/lines/0/date: Ce n'est pas un jour", "/lines/0/charge: Ce n'est pas un montant");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(english.errors())
                .containsExactly("/lines/0/date: This is not a day", "/lines/0/charge: This is not an amount");
        assertThat(english.at("/errors/0/maybe")).isEqualTo("2024-06-01");
        assertThat(english.at("/errors/1/maybe")).isEqualTo("539.00");
    }

    @Test
    void an_unknown_product_or_level_is_named_with_the_nearest() {
        Answer product = api.simulate(Examples.CROWN.replace("ccn-formation", "ccn-formations"));
        Answer level = api.simulate(Examples.CROWN.replace("niveau-1", "niveau-9"), "Accept-Language", "en");

        assertThat(product.assertProblem(400, "bad-claim").at("/errors/0/maybe"))
                .isEqualTo("ccn-formation");
        assertThat(level.assertProblem(400, "bad-claim").errors())
                .containsExactly("/cover/contracts/0/level: This product has no such level");
        assertThat(level.at("/errors/0/allowed")).contains("niveau-1").contains("niveau-2");
    }

    @Test
    void an_unknown_product_and_all_else_that_is_wrong_are_told_at_once() {
        Answer answer = api.simulate(
                Examples.CROWN
                        .replace("539.00", "539,00")
                        .replace("\"level\": \"niveau-1\"", "\"level\": \"niveau-9\", \"levl\": 1"),
                "Accept-Language",
                "en");

        assertThat(answer.assertProblem(400, "bad-claim").errors())
                .containsExactly(
                        "/cover/contracts/0/levl: There is no such field",
                        "/lines/0/charge: This is not an amount",
                        "/cover/contracts/0/level: This product has no such level");
    }

    @Test
    void a_product_of_another_country_than_the_scheme_is_refused_at_its_place() {
        Answer answer = api.simulate(Examples.CROWN.replace("fr-general", "ma-cnss"), "Accept-Language", "en");

        assertThat(answer.assertProblem(400, "bad-claim").errors())
                .containsExactly("/cover/contracts/0/product: This product is not of the scheme's country");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{\"lines\": NaN}",
                "{\"lines\": [1e400]}",
                "null",
                "[]",
                "{\"a\": {\"b\": {\"c\": {\"d\": {\"e\": {\"f\": {\"g\": {\"h\": {\"i\": {\"j\": {\"k\": {\"l\": {\"m\": {\"n\":"
                        + " {\"o\": {\"p\": {\"q\": {\"r\": {\"s\": {\"t\": {\"u\": 1}}}}}}}}}}}}}}}}}}}}}"
            })
    void text_that_is_no_claim_is_a_problem_not_a_failure(String body) {
        assertThat(api.simulate(body).assertProblem(400, "bad-claim").errors()).isNotEmpty();
    }

    @Test
    void a_claim_of_501_lines_is_refused_by_their_number() {
        String line = "{\"act\": \"NGAP G\", \"date\": \"2024-03-01\", \"charge\": \"26.50\"}";
        String claim = "{\"member\": \"FR-000001\", \"lines\": [%s]}";

        Answer refused = api.simulate(
                claim.formatted(String.join(",", Collections.nCopies(501, line))), "Accept-Language", "en");
        Answer decided = api.simulate(claim.formatted(String.join(",", Collections.nCopies(500, line))));

        assertThat(refused.assertProblem(400, "bad-claim").errors())
                .containsExactly("/lines: The list has 501 elements");
        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.json().path("lines").size()).isEqualTo(500);
    }

    @Test
    void a_body_of_more_than_a_million_bytes_is_not_read() {
        api.simulate(" ".repeat(1_000_001)).assertProblem(413, "too-large");
        api.send(api.headed(SIMULATIONS)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(
                                () -> new java.io.ByteArrayInputStream(new byte[1_000_001]))))
                .assertProblem(413, "too-large");
    }

    @Test
    void a_body_that_is_not_announced_as_json_is_refused() {
        api.send(api.headed(SIMULATIONS).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}")))
                .assertProblem(415, "not-json");
        api.send(api.headed(SIMULATIONS).POST(BodyPublishers.noBody())).assertProblem(415, "not-json");
        api.send(api.headed(SIMULATIONS).header("Content-Type", "nonsense").POST(BodyPublishers.ofString("{}")))
                .assertProblem(415, "not-json");
    }

    @Test
    void json_in_another_encoding_than_utf8_is_refused() {
        api.send(api.headed(SIMULATIONS)
                        .header("Content-Type", "application/json;charset=ISO-8859-1")
                        .POST(BodyPublishers.ofString(Examples.CROWN)))
                .assertProblem(415, "not-json");
        assertThat(api.send(api.headed(SIMULATIONS)
                                .header("Content-Type", "application/json; charset=\"UTF-8\"")
                                .POST(BodyPublishers.ofString(Examples.CROWN)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_compressed_body_is_refused_as_such() {
        Answer answer = api.send(api.headed(SIMULATIONS)
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(new byte[] {31, -117, 8, 0})))
                .assertProblem(415, "encoded");

        assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
        assertThat(api.send(api.headed(SIMULATIONS)
                                .header("Content-Type", "application/json")
                                .header("Content-Encoding", "identity")
                                .POST(BodyPublishers.ofString(Examples.CROWN)))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x", "multipart/mixed; boundary="})
    void parts_are_no_claim(String type) {
        api.send(api.headed(SIMULATIONS).header("Content-Type", type).POST(BodyPublishers.ofString("--x\r\nrest")))
                .assertProblem(415, "not-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%2Fb", "a%5Cb", "%2e%2e%2f", "%C0%AF", ";"})
    void an_id_that_the_server_itself_cannot_read_is_a_problem_too(String id) {
        Answer answer = api.get("/api/v1/authorizations/" + id);

        answer.assertProblem(answer.status(), answer.status() == 404 ? "unknown" : "refused");
        assertThat(answer.status()).isIn(400, 404);
    }

    @Test
    void what_the_server_refuses_before_reading_on_is_a_problem_too() throws IOException {
        String traced = raw("TRACE /api/v1/simulations HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        String encoded = raw("GET /api/v1/authorizations/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        String header = raw("GET /api/v1/authorizations/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Long: "
                + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(traced).startsWith("HTTP/1.1 405 ").contains("application/problem+json", "\"status\":405");
        assertThat(encoded).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "\"status\":400");
        assertThat(header)
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json")
                .doesNotContain("<html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/authorizations?size=1&member=%ff",
                "GET /api/v1/authorizations?member=%zz",
                "GET /api/v1/authorizations?member=%4",
                "GET /api/v1/invoices?member=%C3",
                "GET /api/v1/decisions/replays?member=%e0%80",
                "GET /api/v1/webhooks/dead-letters?member=%ed%a0%80",
                "POST /api/v1/decisions/x/replay?member=%ff",
                "GET /api/v1/nowhere?member=%ff"
            })
    void a_parameter_in_a_broken_encoding_is_named_whatever_the_address(String request) throws IOException {
        String answer = raw(request + " HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "urn:bareme:problem:bad-request")
                .containsOnlyOnce("\"pointer\"")
                .contains("\"pointer\":\"/member\"", "This parameter of the address is in a broken encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /products?lang=%ff", "GET /?lang=%zz", "POST /oauth2/token?client_id=%ff"})
    void a_broken_encoding_is_no_failure_of_a_page_or_of_tokens(String request) throws IOException {
        assertThat(raw(request + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void a_form_in_a_broken_encoding_is_no_failure_either() throws IOException {
        assertThat(raw("POST /oauth2/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 13\r\nConnection: close\r\n\r\nclient_id=%ff"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void a_parameter_without_a_name_or_given_twice_is_refused() {
        api.get("/api/v1/authorizations?=x").assertProblem(400, "refused");
        assertThat(api.get("/api/v1/invoices?member=A&member=B&from=2026-11-22&to=2026-11-21", "Accept-Language", "en")
                        .assertProblem(400, "bad-request")
                        .errors())
                .containsExactly(
                        "/to: The last day is before the first",
                        "/member: This parameter of the address is there 2 times");
    }

    @Test
    void without_its_database_the_service_is_not_ready() {
        assertThat(groups.get("readiness"))
                .isNotNull()
                .satisfies(ready -> assertThat(ready.isMember("db")).isTrue());
        assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void nobody_asks_for_the_address_of_errors() {
        assertThat(api.get("/error").status()).isEqualTo(404);
        assertThat(api.get("/error", "Accept", "text/html").status()).isEqualTo(404);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void unknown_addresses_methods_and_forms_are_told() {
        api.get("/api/v1/nowhere").assertProblem(404, "unknown");
        assertThat(api.get(SIMULATIONS).assertProblem(405, "method").header("Allow"))
                .isEqualTo("POST");
        api.simulate(Examples.CROWN, "Accept", "image/png").assertProblem(406, "not-acceptable");
    }
}
