package io.bareme.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.adjudication.Finding;
import io.bareme.explanation.Language;
import io.bareme.explanation.Sentences;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why the line is not simply paid, or which variant of the table applies. */
@Schema(name = "Reason")
@JsonInclude(Include.NON_NULL)
public record StatementReason(
        @Schema(example = "variant-non-optam") String code,

        @Schema(allowableValues = {"refuse", "refer", "require", "choose", "deduct", "note"})
        String effect,

        @Schema(
                description = "Who must look, for what is referred.",
                allowableValues = {"handler", "doctor"})
        @Nullable
        String to,

        @Schema(description = "The piece that is missing.", example = "prescription") @Nullable
        String document,

        @Schema(description = "The same in the reader's language.") @Nullable
        String documentText,

        @Schema(description = "The permanent id of the rule that found it.")
        String rule,

        @Schema(description = "In the reader's language.") String sentence,

        Map<String, String> parameters) {

    static StatementReason of(Finding finding, Language language) {
        return new StatementReason(
                finding.reason(),
                effect(finding),
                finding instanceof Finding.Refer refer ? (refer.medical() ? "doctor" : "handler") : null,
                finding instanceof Finding.Require require ? require.document() : null,
                finding instanceof Finding.Require require ? Sentences.document(require, language.locale()) : null,
                finding.rule(),
                Sentences.reason(finding, language.locale()),
                finding.parameters());
    }

    private static String effect(Finding finding) {
        return switch (finding) {
            case Finding.Refuse refuse -> "refuse";
            case Finding.Refer refer -> "refer";
            case Finding.Require require -> "require";
            case Finding.Choose choose -> "choose";
            case Finding.Deduct deduct -> "deduct";
            case Finding.Note note -> "note";
        };
    }
}
