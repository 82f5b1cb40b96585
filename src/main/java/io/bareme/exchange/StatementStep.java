package io.bareme.exchange;

import static io.bareme.exchange.Statement.plain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.adjudication.Step;
import io.bareme.explanation.Language;
import io.bareme.explanation.Sentences;
import io.bareme.values.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of the computation. */
@Schema(name = "Step")
@JsonInclude(Include.NON_NULL)
public record StatementStep(
        @Schema(example = "term-share") String code,

        @Schema(description = "In the reader's language.") String sentence,

        @Schema(description = "What the step comes to.", example = "108.00") @Nullable
        String amount,

        @Schema(description = "True where the step rests on a value below official; absent elsewhere.") @Nullable
        Boolean weak,

        Map<String, String> parameters,

        @Schema(description = "The table's cell, or the clause.") @Nullable
        Origin source) {

    static StatementStep of(Step step, Language language) {
        Money amount = step.amount();
        return new StatementStep(
                step.code(),
                Sentences.step(step, language.locale()),
                amount == null ? null : plain(amount),
                Sentences.isWeak(step) ? Boolean.TRUE : null,
                step.parameters(),
                step.source() == null ? null : Origin.of(step.source()));
    }
}
