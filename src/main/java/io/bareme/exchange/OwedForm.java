package io.bareme.exchange;

import io.bareme.adjudication.Owed;
import io.swagger.v3.oas.annotations.media.Schema;

/** What one contract owes one payee. */
@Schema(name = "Owed", description = "What one contract owes one payee; negative where the payee owes it.")
public record OwedForm(
        @Schema(example = "E1") String enrolment,
        @Schema(example = "ccn-formation") String product,
        @Schema(example = "niveau-1") String level,

        @Schema(allowableValues = {"provider", "member"}) String payee,

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
