package io.bareme.exchange;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One contract of an inline cover. */
@Schema(name = "Contract")
public record ContractForm(
        @Schema(example = "ccn-formation") String product,
        @Schema(example = "niveau-1") String level,

        @Schema(description = "The first day of care it covers; 1990-01-01 when absent.", example = "2018-01-01")
        LocalDate from,

        @Schema(description = "The last day of care it covers; open when absent.") @Nullable
        LocalDate to) {}
