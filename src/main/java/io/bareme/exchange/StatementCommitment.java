package io.bareme.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.adjudication.CareLine;
import io.bareme.values.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an approved authorization promises, and what has become of it. */
@Schema(name = "Commitment", description = "What an approved authorization promises.")
@JsonInclude(Include.NON_NULL)
public record StatementCommitment(
        @Schema(description = "To be told on the invoice; its last sign checks the others.", example = "A26K7P3WQ9XR")
        String number,

        @Schema(allowableValues = {"valid", "used", "used-up", "expired", "cancelled", "replaced"})
        String status,

        @Schema(description = "First day of the care that is promised.", example = "2026-11-16")
        LocalDate validFrom,

        @Schema(description = "Last day of the care that is promised.", example = "2027-02-20")
        LocalDate validUntil,

        @Schema(description = "Its approved lines, of which something is left to invoice.")
        List<Left> linesLeft) {

    /** What is left of one line. */
    @Schema(name = "CommittedLine")
    @JsonInclude(Include.NON_NULL)
    public record Left(
            @Schema(description = "Of the authorization.", example = "1")
            int number,

            @Schema(example = "LOCAL osteopathie") String act,
            @Nullable String part,

            @Schema(description = "Units left, of those that were approved.", example = "3")
            int quantity,

            @Schema(description = "What complementary contracts may still pay as promised.", example = "90.00")
            String complementary) {

        public static Left of(CareLine line, int quantity, Money amount) {
            return new Left(
                    line.number(),
                    line.act().toString(),
                    line.circumstances().part(),
                    quantity,
                    Statement.plain(amount));
        }
    }
}
