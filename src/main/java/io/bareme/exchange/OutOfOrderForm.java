package io.bareme.exchange;

import io.bareme.values.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** What care that came out of the order of its days would change. */
@Schema(name = "OutOfOrder")
public record OutOfOrderForm(
        @Schema(description = "Where it is listed, and approved.", example = "/api/v1/resequencings/0199…")
        String url,

        @Schema(description = "How many decisions would come out otherwise, this one included.", example = "3")
        int decisions,

        @Schema(description = "What contracts would pay more in all; below zero, less.", example = "0.00")
        String net) {

    public static OutOfOrderForm of(UUID decision, int decisions, Money net) {
        return new OutOfOrderForm("/api/v1/resequencings/" + decision, decisions, Statement.plain(net));
    }
}
