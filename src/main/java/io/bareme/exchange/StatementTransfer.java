package io.bareme.exchange;

import static io.bareme.exchange.Statement.plain;

import io.bareme.adjudication.Payout;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One movement of money of an AMC file. */
@Schema(name = "Transfer")
public record StatementTransfer(
        @Schema(
                description = "The insurer pays now, is to be paid back, or contests a claim.",
                allowableValues = {"pay", "recover", "contest"})
        String kind,

        @Schema(allowableValues = {"member", "professional", "scheme"})
        String party,

        @Schema(example = "180.00") String amount,

        @Schema(example = "complement") String why) {

    static @Nullable List<StatementTransfer> of(@Nullable Payout payout) {
        return payout == null
                ? null
                : payout.transfers().stream()
                        .map(transfer -> new StatementTransfer(
                                Words.small(transfer.kind()),
                                Words.small(transfer.party()),
                                plain(transfer.amount()),
                                transfer.reason()))
                        .toList();
    }
}
