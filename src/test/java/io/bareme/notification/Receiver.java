package io.bareme.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** A client's own server, on this machine: it takes what is sent to it, or fails, or hangs. */
final class Receiver implements AutoCloseable {

    /** Answers nothing for longer than anybody waits. */
    static final int HANGS = 0;
    /** Closes the connection. */
    static final int FORGETS = -1;

    private final HttpServer server;
    private final List<Message> received = new CopyOnWriteArrayList<>();
    private volatile IntUnaryOperator answers = _ -> 204;

    /** What came. */
    record Message(String id, String timestamp, String signature, String body) {}

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** What is answered to the first message, the second, … from 0. */
    void answer(IntUnaryOperator status) {
        answers = status;
    }

    List<Message> received() {
        return received;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Message(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                body));
        int status = answers.applyAsInt(received.size() - 1);
        if (status == HANGS) {
            pause();
        } else if (status != FORGETS) {
            exchange.getResponseHeaders().set("Location", url());
            exchange.sendResponseHeaders(status, status == 200 ? 0 : -1);
            if (status == 200) {
                endless(exchange);
            }
        }
        exchange.close();
    }

    /** An answer without an end: whoever reads it all never comes back. */
    private static void endless(HttpExchange exchange) {
        try {
            for (int n = 0; n < 10_000; n++) {
                exchange.getResponseBody().write(new byte[10_000]);
            }
        } catch (IOException closed) {
            // as it should be
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
