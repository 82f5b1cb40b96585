package io.bareme.exchange;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;

/**
 * Where a client is to be told, and of what.
 *
 * @param url as it was sent; whether messages may go there is another matter
 * @param events each of them; all when it said none
 */
@Schema(name = "WebhookRequest")
public record WebhookForm(
        @Schema(
                description = "https; a host of the internet.",
                example = "https://example.org/bareme",
                maxLength = 2000)
        String url,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                description = "What to be told of; all when absent. An empty list is refused.",
                                example = "[\"authorization.decided\"]"),
                minItems = 1,
                schema =
                        @Schema(
                                allowableValues = {
                                    "authorization.decided",
                                    "authorization.expired",
                                    "authorization.cancelled",
                                    "invoice.decided",
                                    "invoice.expired",
                                    "commitment.extended",
                                    "commitment.used",
                                    "commitment.used-up",
                                    "commitment.returned",
                                    "commitment.expired",
                                    "commitment.cancelled",
                                    "commitment.replaced",
                                    "deadline.warning",
                                    "deadline.breached"
                                }))
        List<String> events) {

    private static final int LONGEST = 2000;

    public WebhookForm {
        events = List.copyOf(events);
    }

    /** @param words of all events */
    public static Read<WebhookForm> read(byte[] json, Collection<String> words) {
        return Read.object(json, fields -> {
            List<String> events = fields.words("events", words);
            if (fields.has("events")
                    && fields.get("events").isArray()
                    && fields.get("events").isEmpty()) {
                fields.refuse("events", "list-size", null, "least", 1, "most", words.size(), "size", 0);
            }
            String url = fields.required("url", "text") == null ? null : url(fields);
            return url == null ? null : new WebhookForm(url, events.isEmpty() ? List.copyOf(words) : events);
        });
    }

    private static @org.jspecify.annotations.Nullable String url(Fields fields) {
        var node = fields.get("url");
        if (!node.isString()
                || node.stringValue().isBlank()
                || node.stringValue().length() > LONGEST) {
            fields.refuse("url", "not-a-url", null);
            return null;
        }
        return node.stringValue();
    }
}
