package io.bareme.batch.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to one line of a batch.
 *
 * @param number of the line in the body, from 1; blank lines count
 * @param key as the line gave it; null when it gave none that could be read
 * @param status as its own address would answer
 * @param location of what was recorded; null elsewhere
 * @param replayed whether it was answered before
 * @param retryAfter seconds to wait; null elsewhere
 * @param body JSON
 */
record AnsweredLine(
        int number,
        @Nullable String key,
        int status,
        @Nullable String location,
        boolean replayed,
        @Nullable String retryAfter,
        byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One line of JSON with its end. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 128);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberProperty("line", number);
            said(json, "key", key);
            json.writeNumberProperty("status", status);
            said(json, "location", location);
            if (replayed) {
                json.writeBooleanProperty("replayed", true);
            }
            said(json, "retryAfter", retryAfter);
            json.writeName("body");
            json.writeRawValue(body.length == 0 ? "null" : new String(body, StandardCharsets.UTF_8).replace('\n', ' '));
            json.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void said(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
