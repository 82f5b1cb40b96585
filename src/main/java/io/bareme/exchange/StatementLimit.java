package io.bareme.exchange;

import static io.bareme.exchange.Statement.plain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.adjudication.LineDecision;
import io.bareme.explanation.Language;
import io.bareme.explanation.Sentences;
import io.bareme.values.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one limit had and keeps: an amount, or a number of units. */
@Schema(name = "LimitUse")
@JsonInclude(Include.NON_NULL)
public record StatementLimit(
        @Schema(example = "contract-1") String contract,
        @Schema(example = "civil-year") String period,

        @Schema(description = "The period in the reader's language.", example = "per civil year")
        String periodText,

        @Schema(description = "Left before this line.", example = "400.00") @Nullable
        String amountBefore,

        @Schema(description = "Left after it.", example = "280.00") @Nullable
        String amountLeft,

        @Schema(description = "Units left before this line.") @Nullable
        Integer countBefore,

        @Schema(description = "Units left after it.") @Nullable
        Integer countLeft,

        @Schema(description = "The limit as printed, where several lines of the table share it.") @Nullable
        String wording,

        @Schema(description = "True for a deductible of the contract, that is kept back; absent elsewhere.") @Nullable
        Boolean deductible) {

    static StatementLimit of(LineDecision.LimitUse limit, Language language) {
        Money before = limit.remainingBefore();
        Money left = limit.remainingAmount();
        LineDecision.Shared shared = limit.shared();
        return new StatementLimit(
                limit.enrolment(),
                limit.wording(),
                Sentences.period(limit, language.locale()),
                before == null ? null : plain(before),
                left == null ? null : plain(left),
                limit.countBefore(),
                limit.remainingCount(),
                shared == null ? null : shared.wording(),
                shared != null && shared.deductible() ? Boolean.TRUE : null);
    }
}
