package io.bareme.exchange;

import io.bareme.exchange.Fields.Form;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * One line of a batch: a request as it would be sent to its own address.
 *
 * @param key the idempotency key; null where the line has none
 * @param operation one of {@link #OPERATIONS}
 * @param member whom the body names; null when it names nobody
 * @param body the bytes of the request, as they stand in the line
 */
public record BatchLine(
        @Nullable String key, String operation, @Nullable String member, byte[] body) {

    /** In the order in which they are told. */
    public static final List<String> OPERATIONS = List.of("simulation", "authorization", "invoice", "eligibility");

    /** What the address of a line tells where the line needs a key and has none. */
    public static final Problem NO_KEY = new Problem("/key", "", "missing-key", Map.of(), null);

    private static final Set<String> RECORDED = Set.of("authorization", "invoice");

    /**
     * Reads UTF-8 text; never throws, whatever the bytes. That a key is missing is told with whatever else is wrong with
     * the line; where nothing is, the address tells it with whatever is wrong with the body.
     */
    public static Read<BatchLine> read(byte[] json) {
        Read<BatchLine> read = line(json);
        return read instanceof Read.Refused<BatchLine>(List<Problem> problems) && lacksKey(json)
                ? new Read.Refused<>(
                        Stream.concat(Stream.of(NO_KEY), problems.stream()).toList())
                : read;
    }

    /** The key of a line that is refused for something else; null when it has none that may be used. */
    public static @Nullable String key(byte[] json) {
        Fields fields = fields(json);
        return fields == null ? null : fields.textOrNone("key", Form.KEY);
    }

    private static boolean lacksKey(byte[] json) {
        Fields fields = fields(json);
        return fields != null
                && !fields.has("key")
                && fields.has("operation")
                && RECORDED.contains(fields.get("operation").asString(""));
    }

    private static @Nullable Fields fields(byte[] json) {
        Problems unheard = new Problems();
        JsonNode root = JsonText.read(json, unheard);
        return root == null || !root.isObject() ? null : new Fields(root, "", unheard);
    }

    private static Read<BatchLine> line(byte[] json) {
        return Read.object(json, fields -> {
            String key = fields.textOrNone("key", Form.KEY);
            String operation = fields.word("operation", OPERATIONS);
            Fields body = fields.object("body");
            return operation == null || body == null
                    ? null
                    : new BatchLine(key, operation, member(fields.get("body")), raw(json));
        });
    }

    private static @Nullable String member(JsonNode body) {
        JsonNode member = body.path("member");
        return member.isString() ? member.stringValue() : null;
    }

    /** A request's bytes are what its key stands for: they are cut out of the line, not written anew. */
    private static byte[] raw(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        try (JsonParser parser = JsonText.parser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean body = parser.currentName().equals("body");
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (body) {
                    return text.substring(from, (int) parser.currentLocation().getCharOffset())
                            .getBytes(StandardCharsets.UTF_8);
                }
            }
        }
        throw new IllegalStateException("A line that was read has a body");
    }
}
