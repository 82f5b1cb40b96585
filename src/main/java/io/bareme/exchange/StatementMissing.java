package io.bareme.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.Verdict;
import io.bareme.explanation.Language;
import io.bareme.explanation.Sentences;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that an incomplete claim lacks, each as the field of the claim that says it, and where to send the whole claim. */
@Schema(name = "Missing", description = "All that an incomplete claim lacks. Its clock has not started.")
@JsonInclude(Include.NON_NULL)
public record StatementMissing(
        @Schema(
                description = "Where the whole claim is sent with what was missing; absent from simulations.",
                example = "/api/v1/authorizations/01980000-0000-7000-8000-000000000000/replacement")
        @Nullable
        String sendTo,

        List<Field> fields) {

    /** One field of the claim. */
    @Schema(name = "MissingField")
    public record Field(
            @Schema(description = "Its place in the claim.", example = "/prescribed")
            String pointer,

            @Schema(description = "The piece that says it.", example = "prescription")
            String document,

            @Schema(description = "The same in the reader's language.", example = "The prescription")
            String documentText) {}

    /** Which field says what stands in each document; {@code #} is a line. */
    static final Map<String, String> FIELDS = Map.of(
            "member-number", "/member",
            "prescription", "/prescribed",
            "scheme-statement-day", "/statement",
            "scheme-statement", "/lines/#/compulsory",
            "recourse-statement", "/lines/#/claimedByScheme",
            "earlier-statement", "/lines/#/alreadyPaid",
            "care-sheet", "/lines/#/coefficient",
            "illness", "/lines/#/illness",
            "part", "/lines/#/part");

    /** Null where nothing is missing. */
    static @Nullable StatementMissing of(@Nullable UUID id, ClaimKind kind, Decision decision, Language language) {
        Map<String, Field> fields = new LinkedHashMap<>();
        decision.lines().stream()
                .filter(line -> line.verdict() == Verdict.INCOMPLETE)
                .flatMap(line -> line.findings().stream())
                .filter(Finding.Require.class::isInstance)
                .map(Finding.Require.class::cast)
                .map(missing -> field(missing, language))
                .forEach(field -> fields.putIfAbsent(field.pointer(), field));
        return fields.isEmpty()
                ? null
                : new StatementMissing(id == null ? null : address(id, kind), List.copyOf(fields.values()));
    }

    private static Field field(Finding.Require missing, Language language) {
        String place = FIELDS.getOrDefault(missing.document(), "/lines/#");
        return new Field(
                place.replace("#", String.valueOf(missing.line() - 1)),
                missing.document(),
                Sentences.document(missing, language.locale()));
    }

    private static String address(UUID id, ClaimKind kind) {
        return kind == ClaimKind.INVOICE
                ? "/api/v1/invoices/" + id + "/correction"
                : "/api/v1/authorizations/" + id + "/replacement";
    }
}
