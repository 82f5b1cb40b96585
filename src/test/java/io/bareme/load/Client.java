package io.bareme.load;

import io.bareme.load.Line.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One caller of a service, with one connection at a time. */
final class Client implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final long TOKEN_GOOD_NANOS = 300_000_000_000L;

    private static final Map<Path, Token> TOKENS = new ConcurrentHashMap<>();

    /** One for all clients of this program, as one program would have it. */
    private record Token(String words, long since) {}

    private final Path credentials;
    private @Nullable Line line;
    private int port;

    /** @param access the service's folder of keys and credentials */
    Client(Path access) {
        this.credentials = access.resolve("demonstration-client");
    }

    /** Asks for an authorization. Throws {@link IOException} when no whole answer came. */
    Reply authorize(int port, String key, String body) throws IOException {
        return api(port, "POST", "/api/v1/authorizations", body, "Idempotency-Key: " + key);
    }

    /** Any address of the API, with a token. */
    Reply api(int port, String method, String path, String body, String... more) throws IOException {
        String[] headers = new String[more.length + 2];
        headers[0] = "Authorization: Bearer " + token(port);
        headers[1] = "Content-Type: application/json";
        System.arraycopy(more, 0, headers, 2, more.length);
        return send(port, method, path, body, headers);
    }

    Reply send(int port, String method, String path, String body, String... headers) throws IOException {
        try {
            Reply reply = line(port).send(method, path, body, headers);
            if (reply.header("connection").equals("close")) {
                close();
            }
            return reply;
        } catch (IOException | RuntimeException broken) {
            close();
            throw broken instanceof IOException io ? io : new IOException(broken);
        }
    }

    private Line line(int to) throws IOException {
        Line open = line;
        if (open == null || port != to) {
            close();
            open = Line.to(to);
            port = to;
            line = open;
        }
        return open;
    }

    private String token(int port) throws IOException {
        Token known = TOKENS.get(credentials);
        if (known == null || System.nanoTime() - known.since() > TOKEN_GOOD_NANOS) {
            synchronized (TOKENS) {
                if (TOKENS.get(credentials) == known) {
                    TOKENS.put(credentials, new Token(newToken(port), System.nanoTime()));
                }
            }
        }
        return TOKENS.get(credentials).words();
    }

    private String newToken(int port) throws IOException {
        String basic = Base64.getEncoder()
                .encodeToString(Files.readString(credentials).strip().getBytes(StandardCharsets.UTF_8));
        Reply reply = send(
                port,
                "POST",
                "/oauth2/token",
                "grant_type=client_credentials",
                "Authorization: Basic " + basic,
                "Content-Type: application/x-www-form-urlencoded");
        Matcher found = TOKEN.matcher(reply.text());
        if (!found.find()) {
            throw new IOException("No token: " + reply.status() + " " + reply.text());
        }
        return found.group(1);
    }

    @Override
    public void close() {
        Line open = line;
        if (open != null) {
            open.close();
            line = null;
        }
    }
}
