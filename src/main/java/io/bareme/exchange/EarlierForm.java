package io.bareme.exchange;

import io.bareme.adjudication.EarlierCare;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Care already given. */
@Schema(name = "EarlierCare")
public record EarlierForm(
        @Schema(example = "CCAM HBLD634") String act,
        @Schema(example = "2024-05-01") LocalDate date,

        @Schema(description = "The professional's number.", example = "prov-42")
        String provider,

        @Schema(example = "539.00") BigDecimal charge,
        @Nullable String part,

        @Schema(minimum = "1", maximum = "999", defaultValue = "1")
        int quantity,

        @Schema(description = "What the compulsory scheme paid for it, when known.") @Nullable
        BigDecimal compulsory) {

    EarlierCare toEarlierCare(Currency currency) {
        return new EarlierCare(
                Words.act(act),
                date,
                provider,
                Money.of(charge, currency),
                part,
                quantity == 1 ? null : quantity,
                compulsory == null ? null : Money.of(compulsory, currency));
    }
}
