package io.bareme.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON as RFC 8259 writes it: UTF-8, each name once in its object, nothing after the value, no NaN, numbers exact.
 * Bounds: {@value #DEEPEST} levels, {@value #LONGEST_NUMBER} digits.
 */
final class JsonText {

    private static final int DEEPEST = 20;
    private static final int LONGEST_NUMBER = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /** The value, or null when a problem was reported. */
    static @Nullable JsonNode read(byte[] bytes, Problems problems) {
        String text = decode(bytes);
        if (text == null) {
            problems.add("", null, "not-utf8", null);
            return null;
        }
        if (text.isBlank()) {
            problems.add("", null, "nothing", null);
            return null;
        }
        try (JsonParser parser = MAPPER.createParser(text)) {
            return read(parser, problems);
        }
    }

    /** Of text that can be read. */
    static JsonParser parser(String text) {
        return MAPPER.createParser(text);
    }

    private static @Nullable JsonNode read(JsonParser parser, Problems problems) {
        try {
            JsonNode node = MAPPER.readTree(parser);
            if (parser.nextToken() != null) {
                report(problems, "after-the-end", "", parser.currentLocation());
                return null;
            }
            return node;
        } catch (NumberFormatException | ArithmeticException beyond) {
            report(problems, "exponent-beyond", pointer(parser), parser.currentLocation());
        } catch (StreamConstraintsException beyond) {
            report(problems, "beyond-limits", "", parser.currentLocation());
        } catch (JacksonException broken) {
            if (String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate Object property")) {
                report(problems, "name-twice", pointer(parser), parser.currentLocation());
            } else {
                report(problems, "not-json", "", parser.currentLocation());
            }
        }
        return null;
    }

    private static String pointer(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    private static void report(Problems problems, String code, String pointer, TokenStreamLocation at) {
        problems.add(
                pointer,
                null,
                code,
                null,
                "line",
                at.getLineNr(),
                "column",
                at.getColumnNr(),
                "deepest",
                DEEPEST,
                "digits",
                LONGEST_NUMBER);
    }

    /** Strict UTF-8, a byte order mark left out; null when it is not UTF-8. */
    private static @Nullable String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
