package io.bareme.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bareme.adjudication.Owed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one contract owes one payee. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Owed",
        description =
                "What one contract owes one payee; negative where the payee owes it. Without a contract where none"
                        + " bears anything of care that was paid before.")
public record OwedForm(
        @Schema(example = "E1") @Nullable String enrolment,
        @Schema(example = "ccn-formation") @Nullable String product,
        @Schema(example = "niveau-1") @Nullable String level,

        @Schema(allowableValues = {"provider", "member", "scheme"})
        String payee,

        @Schema(example = "30.00") String amount) {

    public static OwedForm of(Owed owed) {
        return new OwedForm(
                owed.enrolment(),
                owed.product(),
                owed.level(),
                Words.small(owed.payee()),
                Statement.plain(owed.amount()));
    }
}
