package io.bareme.batch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.access.ApiClient;
import io.bareme.access.ApiClients;
import io.bareme.access.Operation;
import io.bareme.affiliation.Demonstration;
import io.bareme.authorization.web.RunningApi;
import io.bareme.authorization.web.ServiceTest;
import io.bareme.authorization.web.Tokens;
import io.bareme.tenancy.Tenancy;
import io.bareme.tenancy.TenantConnections;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class BatchTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SECRET = "a-secret-of-the-tests";
    /** Of its own: other tests record meanwhile. */
    private static final ApiClient CLIENT = new ApiClient(
            Demonstration.TENANT, "batch-tests", "Batches", EnumSet.allOf(Operation.class), Set.of(), 60_000);

    @LocalServerPort
    private int port;

    @Autowired
    private ApiClients clients;

    @Autowired
    private DataSource database;

    private String token;

    @BeforeEach
    void ask() {
        clients.put(CLIENT, SECRET);
        token = Tokens.of(port, CLIENT.number() + ":" + SECRET);
    }

    private static String claim(String member, String charge) {
        return """
                {"member": "%s", "provider": {"id": "prov-7", "profession": "general-practitioner", "category": "optam"}, \
                "lines": [{"act": "NGAP G", "date": "2026-11-16", "charge": "%s"}]}""".formatted(member, charge);
    }

    private static String line(String key, String operation, String body) {
        return "{\"key\": \"%s\", \"operation\": \"%s\", \"body\": %s}".formatted(key, operation, body);
    }

    private HttpResponse<String> send(String token, String body) throws IOException, InterruptedException {
        return send(token, body, "application/x-ndjson");
    }

    private HttpResponse<String> send(String token, String body, String type) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/batches"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private List<JsonNode> answers(String... lines) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(token, String.join("\n", lines) + "\n");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        return answer.body().lines().map(JSON::readTree).toList();
    }

    @Test
    void each_line_is_answered_in_its_order_as_at_its_own_address_whatever_its_neighbours() throws Exception {
        String key = UUID.randomUUID().toString();
        List<JsonNode> answers = answers(
                line("s", "simulation", claim("FR-000001", "30.00")),
                "this is no JSON",
                line(key, "authorization", claim("FR-000001", "31.00")),
                "",
                line(key, "authorization", claim("FR-000001", "31.00")),
                line(key, "authorization", claim("FR-000001", "32.00")),
                line("x", "refund", claim("FR-000001", "30.00")),
                line("y", "simulation", claim("FR-000001", "30,00")),
                "{\"operation\": \"authorization\", \"body\": " + claim("FR-000001", "30.00") + "}",
                line("", "invoice", claim("FR-000001", "30.00")),
                line("e", "eligibility", "{\"member\": \"FR-000001\", \"families\": [\"optical\"]}"),
                line("long", "simulation", "{\"member\": \"" + "x".repeat(InputLines.LONGEST) + "\"}"),
                line("last", "eligibility", "{\"member\": \"FR-999999\"}"));

        assertThat(answers.stream().map(answer -> answer.path("line").asInt()))
                .containsExactly(1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13);
        assertThat(answers.stream().map(answer -> answer.path("status").asInt()))
                .containsExactly(200, 400, 201, 200, 409, 400, 400, 400, 400, 200, 413, 404);
        assertThat(answers.get(3).path("replayed").asBoolean()).isTrue();
        assertThat(answers.get(3).path("body")).isEqualTo(answers.get(2).path("body"));
        assertThat(answers.get(2).path("location").asString()).startsWith("/api/v1/authorizations/");
        assertThat(answers.get(6).at("/body/errors/0/pointer").asString()).isEqualTo("/lines/0/charge");
        assertThat(answers.subList(7, 9).stream().map(answer -> answer.at("/body/errors/0")))
                .allSatisfy(error -> {
                    assertThat(error.path("pointer").asString()).isEqualTo("/key");
                    assertThat(error.path("allowed").asString())
                            .isEqualTo("1 to 200 visible ASCII characters, a new key for each request");
                });

        RunningApi alone = RunningApi.with(port, token);
        assertThat(alone.simulate(claim("FR-000001", "30.00"), "Accept-Language", "en")
                        .json())
                .isEqualTo(answers.get(0).path("body"));
        assertThat(alone.authorize(key, claim("FR-000001", "31.00")).header("Idempotency-Replayed"))
                .as("the bytes of the body are those of the line")
                .isEqualTo("true");
    }

    @Test
    void a_line_that_is_refused_gives_its_key_back_and_one_without_a_key_is_told_all_that_is_wrong() throws Exception {
        String body = claim("FR-000001", "30,00");
        List<JsonNode> answers = answers(
                line("x", "refund", body),
                "{\"operation\": \"authorization\", \"body\": " + body + "}",
                "{\"operation\": \"invoice\", \"on\": 1, \"body\": " + body + "}",
                line("", "invoice", body));

        assertThat(answers.stream().map(answer -> answer.path("key").asString("none")))
                .containsExactly("x", "none", "none", "none");
        assertThat(answers.stream().map(BatchTest::pointers))
                .containsExactly(
                        List.of("/operation"),
                        List.of("/key", "/lines/0/charge"),
                        List.of("/key", "/on"),
                        List.of("/key"));
    }

    private static List<String> pointers(JsonNode answer) {
        return answer.at("/body/errors")
                .valueStream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    @Test
    void lines_in_another_encoding_than_utf_8_are_refused_unread() throws Exception {
        HttpResponse<String> latin = send(
                token, line("é", "simulation", claim("FR-000001", "30.00")), "application/x-ndjson;charset=latin1");
        HttpResponse<String> utf8 = send(
                token, line("e", "simulation", claim("FR-000001", "30.00")), "application/x-ndjson; charset=\"UTF-8\"");

        assertThat(latin.statusCode()).as(latin.body()).isEqualTo(415);
        assertThat(latin.body()).contains("urn:bareme:problem:not-json", "application/x-ndjson");
        assertThat(utf8.statusCode()).isEqualTo(200);
    }

    @Test
    void many_lines_are_recorded_once_each_and_a_second_sending_finds_them() throws Exception {
        String batch = UUID.randomUUID().toString();
        String[] lines = IntStream.range(0, 60)
                .mapToObj(n -> line(batch + n, "authorization", claim("FR-00000" + (1 + n % 5), "3" + n % 10 + ".00")))
                .toArray(String[]::new);
        long before = decisions();

        List<JsonNode> first = answers(lines);
        List<JsonNode> second = answers(lines);

        assertThat(first).hasSize(60).allMatch(answer -> answer.path("status").asInt() == 201);
        assertThat(second).allMatch(answer -> answer.path("replayed").asBoolean());
        assertThat(decisions() - before).isEqualTo(60);
    }

    @Test
    void a_line_takes_the_scope_of_its_operation() throws Exception {
        ApiClient simulates = new ApiClient(
                Demonstration.TENANT, "batch-simulates", "Simulates", Set.of(Operation.SIMULATE), Set.of(), 600);
        clients.put(simulates, SECRET);
        String body = line("a", "simulation", claim("FR-000001", "30.00")) + "\n"
                + line("b", "authorization", claim("FR-000001", "30.00")) + "\n";
        long before = decisions();

        List<JsonNode> answers = send(Tokens.of(port, simulates.number() + ":" + SECRET), body)
                .body()
                .lines()
                .map(JSON::readTree)
                .toList();

        assertThat(answers.stream().map(answer -> answer.path("status").asInt()))
                .containsExactly(200, 403);
        assertThat(answers.get(1).at("/body/detail").asString()).contains("authorize");
        assertThat(decisions()).isEqualTo(before);
    }

    @Test
    void each_line_counts_as_a_request_and_waits_for_its_turn() throws Exception {
        ApiClient slow =
                new ApiClient(Demonstration.TENANT, "batch-slow", "Slow", Set.of(Operation.SIMULATE), Set.of(), 120);
        clients.put(slow, SECRET);
        String body = (line("a", "simulation", claim("FR-000001", "30.00")) + "\n").repeat(121);

        HttpResponse<String> answer = send(Tokens.of(port, slow.number() + ":" + SECRET), body);

        assertThat(answer.body()
                        .lines()
                        .map(JSON::readTree)
                        .map(line -> line.path("status").asInt()))
                .hasSize(121)
                .containsOnly(200);
        HttpResponse<String> next = send(Tokens.of(port, slow.number() + ":" + SECRET), "\n");
        String left = next.headers().firstValue("RateLimit").orElse("").replaceAll(".*r=(\\d+);.*", "$1");
        assertThat(Integer.parseInt(left)).as("the lines counted").isLessThan(110);
    }

    @Test
    void answers_come_while_lines_are_still_sent_and_a_half_line_is_no_line() throws Exception {
        long before = decisions();
        String first = line(UUID.randomUUID().toString(), "authorization", claim("FR-000001", "33.00")) + "\n";
        String half = line(UUID.randomUUID().toString(), "authorization", claim("FR-000001", "34.00"));

        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/batches HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            chunk(out, first);
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                            .lines()
                            .takeWhile(text -> !text.startsWith("{\"line\":1"))
                            .collect(Collectors.joining("\n")))
                    .contains("200");
            chunk(out, half);
        }

        Thread.sleep(1_000);
        assertThat(decisions() - before).isEqualTo(1);
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Test
    void a_batch_is_announced_as_lines_of_json() {
        RunningApi api = new RunningApi(port);
        api.post("/api/v1/batches", "{}", "Accept-Language", "en").assertProblem(415, "not-json");
        assertThat(api.post("/api/v1/batches", "{}", "Accept-Language", "en").at("/detail"))
                .isEqualTo("Allowed: Content-Type: application/x-ndjson.");
    }

    private long decisions() {
        return Tenancy.as(
                Demonstration.TENANT,
                () -> JdbcClient.create(TenantConnections.inRole(database, "bareme_journal"))
                        .sql("select count(*) from journal.decision where client like 'batch-%'")
                        .query(Long.class)
                        .single());
    }
}
