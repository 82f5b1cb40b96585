package io.bareme.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.values.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What care that came out of the order of its days would change. */
@Schema(name = "OutOfOrder")
@JsonInclude(Include.NON_NULL)
public record OutOfOrderForm(
        @Schema(description = "Where it is listed, and approved.", example = "/api/v1/resequencings/0199…")
        String url,

        @Schema(
                description = "How many decisions would come out otherwise, this one included; perhaps none.",
                example = "3")
        int decisions,

        @Schema(description = "What contracts would pay more in all; below zero, less.", example = "0.00")
        String net,

        @Schema(
                description =
                        "How many files of Moroccan complementary contracts, on care from that day on, are not put in"
                                + " order: a person looks at them. Absent where there is none.")
        @Nullable
        Integer files) {

    public static OutOfOrderForm of(UUID decision, int decisions, Money net, int files) {
        return new OutOfOrderForm(
                "/api/v1/resequencings/" + decision, decisions, Statement.plain(net), files == 0 ? null : files);
    }
}
