package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.authorization.web.RunningApi.Answer;
import io.bareme.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens as a program asks for them. */
public final class Tokens {

    /** Shorter than tokens live. */
    private static final long GOOD_NANOS = 300_000_000_000L;

    private record Had(String token, long at) {}

    private static final Map<String, Had> HAD = new ConcurrentHashMap<>();

    private Tokens() {}

    /** Of the demonstration, as {@code client:secret}. */
    public static String demonstration() {
        try {
            return Files.readString(Database.demonstrationClient()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For all that the client may do. */
    public static String of(int port, String credentials) {
        return HAD.compute(
                        port + " " + credentials,
                        (_, had) -> had != null && System.nanoTime() - had.at() < GOOD_NANOS
                                ? had
                                : new Had(
                                        token(ask(port, credentials, "grant_type=client_credentials")),
                                        System.nanoTime()))
                .token();
    }

    public static String token(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.at("/access_token");
    }

    public static Answer ask(int port, String credentials, String form) {
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return RunningApi.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }
}
