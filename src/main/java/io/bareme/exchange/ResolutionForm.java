package io.bareme.exchange;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Review;
import io.bareme.exchange.Fields.Form;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a person decided on an authorization or an invoice that was referred to them.
 *
 * @param refuse why they refuse; null where they approve
 * @param lines the numbers of the lines they refuse; empty for all of them
 */
@Schema(name = "Resolution")
public record ResolutionForm(
        @Schema(description = "Who decided, pseudonymous.", example = "handler-7", maxLength = 60)
        String by,

        @Schema(
                description = "Why, on one line; nothing that tells the illness or the person.",
                example = "tarif vu avec le cabinet",
                maxLength = 200)
        String words,

        @Schema(
                description = "Why the care is refused; absent where it is approved.",
                allowableValues = {"not-covered", "not-justified", "piece-missing", "other"})
        Review.@Nullable Reason refuse,

        @Schema(description = "The numbers of the lines that are refused, the others are approved; all when absent.")
        List<Integer> lines) {

    private static final Map<String, Review.Reason> REASONS = reasons();

    public ResolutionForm {
        lines = List.copyOf(lines);
    }

    /** On that decision, whose doubts they saw: those of lines that they do not refuse are lifted. */
    public Review on(Decision referred) {
        List<Integer> refused = refuse == null ? List.of() : lines.isEmpty() ? all(referred) : lines;
        return new Review(
                by,
                words,
                Review.liftable(referred, refused),
                refuse == null ? null : new Review.Refusal(refused, refuse));
    }

    private static List<Integer> all(Decision referred) {
        return referred.lines().stream().map(LineDecision::number).toList();
    }

    public static Read<ResolutionForm> read(byte[] json) {
        return Read.object(json, fields -> {
            String by = fields.text("by", Form.IDENTIFIER);
            String words = fields.text("words", Form.LINE);
            String refuse = fields.wordOrNone("refuse", REASONS.keySet());
            List<Integer> lines = lines(fields);
            if (!fields.has("refuse") && !lines.isEmpty()) {
                fields.refuse("lines", "lines-of-what", null);
            }
            return by == null || words == null
                    ? null
                    : new ResolutionForm(by, words, refuse == null ? null : REASONS.get(refuse), lines);
        });
    }

    private static List<Integer> lines(Fields fields) {
        if (!fields.has("lines")) {
            return List.of();
        }
        JsonNode list = fields.get("lines");
        TreeSet<Integer> numbers = new TreeSet<>();
        for (JsonNode one : list) {
            if (one.isInt() && one.intValue() >= 1 && one.intValue() <= Claim.MAX_LINES) {
                numbers.add(one.intValue());
            }
        }
        if (!list.isArray() || numbers.isEmpty() || numbers.size() != list.size()) {
            fields.refuse("lines", "not-line-numbers", null, "most", Claim.MAX_LINES);
        }
        return List.copyOf(numbers);
    }

    private static Map<String, Review.Reason> reasons() {
        Map<String, Review.Reason> reasons = new LinkedHashMap<>();
        Arrays.stream(Review.Reason.values()).forEach(reason -> reasons.put(reason.word(), reason));
        return reasons;
    }
}
