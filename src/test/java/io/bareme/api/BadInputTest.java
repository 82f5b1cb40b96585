package io.bareme.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bareme.authorization.web.RunningApi;
import io.bareme.authorization.web.RunningApi.Answer;
import io.bareme.authorization.web.ServiceTest;
import io.bareme.authorization.web.Tokens;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Callers that send slowly, in part or far too much, and who try out secrets. */
@ServiceTest
class BadInputTest {

    @LocalServerPort
    private int port;

    private String token;

    @BeforeEach
    void ask() {
        token = Tokens.of(port, Tokens.demonstration());
    }

    private String head(String length) {
        return "POST /api/v1/authorizations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nAccept-Language: en\r\nContent-Type: application/json\r\nIdempotency-Key: "
                + UUID.randomUUID() + "\r\n" + length + "\r\n\r\n";
    }

    /** What comes back once the text is sent and nothing else. */
    private String answer(String text) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(25_000);
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            StringBuilder answer = new StringBuilder();
            byte[] piece = new byte[4_096];
            int read = socket.getInputStream().read(piece);
            while (read > 0 && !answer.toString().endsWith("}")) {
                answer.append(new String(piece, 0, read, StandardCharsets.UTF_8));
                read = answer.toString().endsWith("0\r\n\r\n")
                        ? -1
                        : socket.getInputStream().read(piece);
            }
            return answer.toString();
        }
    }

    @Test
    void a_hundred_million_bytes_are_refused_without_being_read() throws IOException {
        long before = System.nanoTime();

        String answer = answer(head("Content-Length: 100000000") + "{");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:bareme:problem:too-large");
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }

    @Test
    void a_caller_who_falls_silent_is_told_or_left_within_seconds() {
        CompletableFuture<String> body = sent(head("Content-Length: 200") + "{\"member\": ");
        CompletableFuture<String> chunks = sent(head("Transfer-Encoding: chunked") + "5\r\n{\"mem\r\n");
        CompletableFuture<String> headers = sent("POST /api/v1/authorizations HTTP/1.1\r\nHost: local");

        assertThat(body.join()).startsWith("HTTP/1.1 408").contains("urn:bareme:problem:unfinished");
        assertThat(chunks.join()).startsWith("HTTP/1.1 408").contains("urn:bareme:problem:unfinished");
        assertThat(headers.join()).isEmpty();
    }

    @Test
    void half_a_request_for_a_token_ends_its_connection_and_is_no_failure() throws Exception {
        String form = "POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n%s\r\n\r\n";
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try {
            assertThat(brokenOff(form.formatted("Content-Length: 90") + "grant_type=client_cre"))
                    .isEmpty();
            assertThat(brokenOff(form.formatted("Transfer-Encoding: chunked") + "5\r\ngrant\r\n"))
                    .isEmpty();
            Thread.sleep(500); // the connection is closed before a failure would be logged
        } finally {
            root.detachAppender(log);
        }

        assertThat(log.list)
                .extracting(event -> event.getThrowableProxy() == null
                        ? ""
                        : event.getThrowableProxy().getMessage())
                .noneMatch(failure -> String.valueOf(failure).contains("sendError()"));
    }

    @Test
    void a_body_that_breaks_off_is_told_to_be_unfinished() throws IOException {
        String body = brokenOff(head("Content-Length: 147") + "{\"member\": \"FR-000001\", \"lines\": [{\"act\"");
        String chunks = brokenOff(head("Transfer-Encoding: chunked") + "5\r\n{\"mem\r\n");

        assertThat(body).startsWith("HTTP/1.1 408").contains("urn:bareme:problem:unfinished");
        assertThat(chunks).startsWith("HTTP/1.1 408").contains("urn:bareme:problem:unfinished");
    }

    /** What comes back to a caller who sends the text and nothing more, ever, and still listens. */
    private String brokenOff(String text) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(25_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void an_address_that_no_server_can_read_is_a_problem_and_no_page() throws IOException {
        String end = " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";

        for (String address : List.of("/api/v1/auth|orizations", "/api/v1/members{1}", "\u0001\u0002")) {
            assertThat(brokenOff("GET " + address + end))
                    .startsWith("HTTP/1.1 400")
                    .contains("urn:bareme:problem:refused")
                    .doesNotContain("<html");
        }
    }

    private CompletableFuture<String> sent(String text) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return answer(text);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    @Test
    void who_tries_out_secrets_is_slowed_and_nobody_else() {
        String guessed = "guessed@" + UUID.randomUUID().toString().substring(0, 8);

        Stream.generate(() -> secret(guessed))
                .limit(10)
                .forEach(answer -> assertThat(answer.status()).isEqualTo(401));
        Answer slowed = secret(guessed);

        assertThat(slowed.status()).as(slowed.response().body()).isEqualTo(429);
        assertThat(slowed.at("/type")).isEqualTo("urn:bareme:problem:too-many");
        assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(1, 60);
        assertThat(secret("another@tenant").status()).isEqualTo(401);
        assertThat(Tokens.ask(port, Tokens.demonstration(), "grant_type=client_credentials")
                        .status())
                .isEqualTo(200);
    }

    private Answer secret(String client) {
        return Tokens.ask(port, client + ":" + UUID.randomUUID(), "grant_type=client_credentials");
    }

    @Test
    void a_number_of_somebody_else_takes_no_longer_and_says_no_more_than_one_of_nobody() {
        RunningApi api = new RunningApi(port);
        Answer one = api.get("/api/v1/authorizations/" + UUID.randomUUID());
        Answer other = api.get("/api/v1/authorizations/nobody");

        assertThat(one.response().body()).isEqualTo(other.response().body());
        assertThat(one.status()).isEqualTo(404);
    }
}
