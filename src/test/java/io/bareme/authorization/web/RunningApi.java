package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service over HTTP, as a program would. */
public final class RunningApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String root;
    private final Supplier<String> token;

    /** Asks as the client of the demonstration. */
    public RunningApi(int port) {
        this(port, () -> Tokens.of(port, Tokens.demonstration()));
    }

    private RunningApi(int port, Supplier<String> token) {
        this.root = "http://127.0.0.1:" + port;
        this.token = token;
    }

    /** Asks with another token; empty for none. */
    public static RunningApi with(int port, String token) {
        return new RunningApi(port, () -> token);
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The text at a JSON pointer; empty when nothing stands there. */
        public String at(String pointer) {
            return json().at(pointer).asString("");
        }

        /** Each problem as {@code pointer: message}. */
        public List<String> errors() {
            return StreamSupport.stream(json().path("errors").spliterator(), false)
                    .map(error -> error.path("pointer").asString() + ": "
                            + error.path("message").asString())
                    .toList();
        }

        public Answer assertProblem(int status, String type) {
            assertThat(status()).as(response.body()).isEqualTo(status);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(at("/type")).isEqualTo("urn:bareme:problem:" + type);
            assertThat(at("/status")).isEqualTo(String.valueOf(status));
            assertThat(at("/title")).isNotBlank().isNotEqualTo("title." + type);
            assertThat(at("/detail")).isNotBlank().isNotEqualTo("detail." + type);
            assertThat(response.body()).doesNotContain("Exception", "\tat ", "io.bareme");
            return this;
        }
    }

    public Answer get(String path, String... headers) {
        return send(headed(path, headers).GET());
    }

    public Answer post(String path, String body, String... headers) {
        return send(
                headed(path, headers).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    public Answer simulate(String claim, String... headers) {
        return post("/api/v1/simulations", claim, headers);
    }

    public Answer authorize(String key, String claim, String... headers) {
        return send(headed("/api/v1/authorizations", headers)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(claim)));
    }

    public Answer replay(String id) {
        return send(headed("/api/v1/decisions/" + id + "/replay").POST(BodyPublishers.noBody()));
    }

    /** Asks so many times at once, each with its number, from 0; the answers in that order. */
    static List<Answer> atOnce(int many, IntFunction<Answer> ask) {
        try (ExecutorService callers = Executors.newFixedThreadPool(many)) {
            List<CompletableFuture<Answer>> answers = IntStream.range(0, many)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> ask.apply(number), callers))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    HttpRequest.Builder headed(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        if (path.startsWith("/api/") && !token.get().isEmpty()) {
            request.header("Authorization", "Bearer " + token.get());
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
