package io.bareme.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bareme.explanation.Language;
import io.bareme.explanation.Messages;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one place of a claim.
 *
 * @param pointer JSON pointer of the place (RFC 6901); empty for the whole text
 * @param value what stands there, shortened; empty where something is missing
 * @param code which sentence of {@code messages/problems} says what is wrong and what was allowed
 * @param parameters what the sentences name
 * @param maybe what was perhaps meant; null when nothing comes near
 */
public record Problem(
        String pointer,
        String value,
        String code,
        Map<String, String> parameters,
        @Nullable String maybe) {

    /** The day of receipt, of what is received on the day it comes. */
    static final String NOT_TODAY = "received-not-today";

    private static final Messages MESSAGES = new Messages("problems");

    public Problem {
        parameters = Map.copyOf(parameters);
    }

    /** A problem as people and programs read it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Problem", description = "One thing wrong with one place of the request.")
    public record Told(
            @Schema(
                    description = "JSON pointer of the place (RFC 6901); empty for the whole body.",
                    example = "/lines/0/charge")
            String pointer,

            @Schema(description = "What stands there, shortened.", example = "\"539,00\"")
            String value,

            @Schema(description = "What is wrong, in the language of Accept-Language.")
            String message,

            @Schema(description = "What could have stood there.")
            String allowed,

            @Schema(description = "What was perhaps meant; absent when nothing comes near.", example = "539.00")
            @Nullable
            String maybe) {}

    /** Whether the same text was without it on an earlier day: it may have been taken then. */
    public boolean dependsOnToday() {
        return code.equals(NOT_TODAY);
    }

    public Told in(Language language) {
        return new Told(
                pointer,
                value,
                MESSAGES.say("problem." + code, parameters, language.locale()),
                MESSAGES.say("allowed." + code, parameters, language.locale()),
                maybe);
    }
}
