package io.bareme.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.access.ApiClient;
import io.bareme.access.ApiClients;
import io.bareme.access.Operation;
import io.bareme.affiliation.Demonstration;
import io.bareme.api.RandomRequests.Request;
import io.bareme.authorization.web.ServiceTest;
import io.bareme.authorization.web.Tokens;
import io.bareme.decision.Decider;
import io.bareme.tenancy.Tenancy;
import io.bareme.tenancy.TenantConnections;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is sent to the API, made of its own document: no failure, of the engine neither, nothing recorded of what was refused, every refusal
 * a problem that names its places. {@code -Dfuzz=50000} sends so many.
 */
@ServiceTest
class FuzzTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FEW = 400;
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_122);
    /** Of its own: other tests record meanwhile. */
    private static final ApiClient CLIENT =
            new ApiClient(Demonstration.TENANT, "fuzz", "Fuzz", EnumSet.allOf(Operation.class), Set.of(), 1_000_000);

    private static final String SECRET = "a-secret-of-the-tests";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource database;

    @Autowired
    private ApiClients clients;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Integer> answers = new TreeMap<>();
    private long slowest;

    @Test
    void whatever_is_sent_is_answered_and_what_is_refused_leaves_nothing() throws Exception {
        JsonNode document =
                JSON.readTree(ask(HttpRequest.newBuilder(at("/v3/api-docs"))).body());
        RandomRequests requests = new RandomRequests(document, SEED);
        assertThat(requests.operations()).isGreaterThan(4);
        int number = Integer.getInteger("fuzz", FEW);
        clients.put(CLIENT, SECRET);
        String before = recorded();
        for (int n = 0; n < number; n++) {
            Request request = requests.next();
            HttpResponse<String> answer = send(request);
            check(request, answer);
            answer.headers().firstValue("Location").ifPresent(location -> requests.saw(location.replaceAll(".*/", "")));
            boolean mayRecord = answer.statusCode() < 300 && !request.method().equals("GET");
            if (mayRecord || n % 50 == 0) {
                before = recorded();
            } else if (answer.statusCode() >= 400) {
                assertThat(recorded()).as(request.toString()).isEqualTo(before);
            }
            if (n % 5_000 == 4_999) {
                System.out.printf("%d: %s, slowest %d ms%n", n + 1, answers, slowest / 1_000_000);
            }
        }
        System.out.printf("fuzz: %d requests %s, slowest %d ms%n", number, answers, slowest / 1_000_000);
        assertThat(answers.keySet()).contains("200", "400", "404");
    }

    private void check(Request request, HttpResponse<String> answer) {
        int status = answer.statusCode();
        answers.merge(String.valueOf(status), 1, Integer::sum);
        assertThat(status == 503 || status < 500)
                .as("%s%n%d %s", request, status, answer.body())
                .isTrue();
        if (status < 300 && request.path().startsWith("/api/")) {
            assertThat(answer.body()).as(request.toString()).doesNotContain(Decider.ENGINE_FAILURE);
        }
        if (status >= 400
                && request.path().startsWith("/api/")
                && !request.path().replaceFirst("\\?.*", "").contains("%")
                && request.path().length() < 6_000) {
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as("%s%n%d %s", request, status, answer.body())
                    .isEqualTo("application/problem+json");
            JsonNode problem = JSON.readTree(answer.body());
            String type = problem.path("type").asString();
            assertThat(type).as(request.toString()).startsWith("urn:bareme:problem:");
            assertThat(problem.path("title").asString()).isNotBlank();
            assertThat(answer.body()).doesNotContain("Exception", "\\tat ", "io.bareme");
            if (type.endsWith(":bad-claim") || type.endsWith(":bad-request")) {
                assertThat(problem.path("errors"))
                        .as(request.toString())
                        .isNotEmpty()
                        .allSatisfy(error -> {
                            assertThat(error.has("pointer")).isTrue();
                            assertThat(error.path("message").asString())
                                    .isNotBlank()
                                    .doesNotStartWith("problem.");
                            assertThat(error.path("allowed").asString())
                                    .isNotBlank()
                                    .doesNotStartWith("allowed.");
                        });
            }
        }
        if (status == 200 && request.path().startsWith("/api/v1/batches")) {
            answer.body().lines().forEach(line -> {
                int one = JSON.readTree(line).path("status").asInt();
                answers.merge("line " + one, 1, Integer::sum);
                assertThat(one == 503 || one < 500).as("%s%n%s", request, line).isTrue();
            });
        }
    }

    private HttpResponse<String> send(Request request) throws IOException, InterruptedException {
        HttpRequest.Builder one = HttpRequest.newBuilder(at(request.path()))
                .header("Authorization", "Bearer " + Tokens.of(port, CLIENT.number() + ":" + SECRET))
                .method(
                        request.method(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(one::header);
        try {
            return ask(one);
        } catch (HttpTimeoutException tooLong) {
            throw new AssertionError("No answer within " + LONGEST + " to " + request, tooLong);
        }
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<String> answer =
                client.send(request.timeout(LONGEST).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        slowest = Math.max(slowest, System.nanoTime() - begun);
        return answer;
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** How much the journal holds of what this client asked for. */
    private String recorded() {
        return Tenancy.as(
                Demonstration.TENANT,
                () -> JdbcClient.create(TenantConnections.inRole(database, "bareme_journal"))
                        .sql("""
                                with mine as materialized (
                                    select id from journal.decision where tenant = :tenant and client = :client)
                                select concat_ws(' ',
                                    (select count(*) from mine),
                                    (select count(*) from journal.request where tenant = :tenant and client = :client),
                                    (select count(*) from journal.ledger l join mine on mine.id = l.decision),
                                    (select count(*) from journal.commitment where client = :client))
                                """)
                        .param("tenant", CLIENT.tenant())
                        .param("client", CLIENT.id())
                        .query(String.class)
                        .single());
    }
}
