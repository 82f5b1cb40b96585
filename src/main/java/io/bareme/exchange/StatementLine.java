package io.bareme.exchange;

import static io.bareme.exchange.Statement.plain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Shares;
import io.bareme.explanation.Language;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a statement. */
@Schema(name = "StatementLine")
@JsonInclude(Include.NON_NULL)
public record StatementLine(
        @Schema(example = "1") int number,
        @Schema(example = "CCAM HBLD634") String act,
        @Schema(example = "2024-06-01") LocalDate date,
        @Schema(example = "1") int quantity,

        @Schema(allowableValues = {"approved", "approved-in-part", "referred", "incomplete", "refused"})
        String verdict,

        @Schema(example = "539.00") String charge,

        @Schema(description = "Reimbursement base for the whole quantity.", example = "120.00")
        String base,

        @Schema(description = "Compulsory rate; absent where a flat participation replaces it.", example = "60 %")
        @Nullable
        String rate,

        Compulsory compulsory,
        OtherPayers otherPayers,

        @Schema(description = "Each complementary contract, in its order of payment.")
        List<ContractShare> contracts,

        @Schema(description = "What all complementary contracts pay.", example = "108.00")
        String complementary,

        @Schema(
                description = "Ticket modérateur: base less legal compulsory share and other payers.",
                example = "48.00")
        String copayment,

        @Schema(description = "What the member bears in the end, by cause.")
        MemberShare memberShare,

        @Schema(description = "What the professional collects now under third-party payment.", example = "359.00")
        String payableAtCounter,

        List<StatementReason> reasons,

        @Schema(description = "How each figure came about, in order.")
        List<StatementStep> explanation,

        List<StatementLimit> limits,

        @Schema(description = "What moves now, in a file of a Moroccan complementary contract; absent elsewhere.")
        @Nullable
        List<StatementTransfer> payout) {

    /** The compulsory scheme's share. */
    @Schema(name = "Compulsory")
    public record Compulsory(
            @Schema(description = "The legal share, on which contracts are computed.", example = "72.00")
            String legal,

            @Schema(description = "Taken off outside the care pathway.", example = "0.00")
            String pathwayPenalty,

            @Schema(description = "Flat participation taken off.", example = "0.00")
            String participation,

            @Schema(description = "Medical deductible taken off.", example = "0.00")
            String franchise,

            @Schema(description = "What the scheme pays in the end.", example = "72.00")
            String net) {}

    /** Those who pay beside the compulsory scheme. */
    @Schema(name = "OtherPayers")
    public record OtherPayers(
            @Schema(description = "Régime local d'Alsace-Moselle.", example = "0.00")
            String localScheme,

            @Schema(description = "Complémentaire santé solidaire (C2S).", example = "0.00")
            String solidarity) {}

    /** What one contract pays, and the line of its table that it rests on. */
    @Schema(name = "ContractShare")
    @JsonInclude(Include.NON_NULL)
    public record ContractShare(
            @Schema(example = "contract-1") String contract,
            @Schema(example = "ccn-formation") String product,
            @Schema(example = "niveau-1") String level,
            @Nullable String line,

            @Schema(description = "The cell as printed.", example = "150 % BR") @Nullable
            String wording,

            @Schema(example = "108.00") String amount,

            @Schema(description = "What a lump sum gives above the charge: paid, and no share of it; absent elsewhere.")
            @Nullable
            String beyondCharge) {}

    /** What the member bears, by cause. */
    @Schema(name = "MemberShare")
    public record MemberShare(
            @Schema(example = "359.00") String total,
            @Schema(example = "0.00") String copayment,
            @Schema(example = "359.00") String overrun,
            @Schema(example = "0.00") String pathwayPenalty,
            @Schema(example = "0.00") String participation,
            @Schema(example = "0.00") String franchise,

            @Schema(description = "What deductibles of contracts kept back and nobody else pays.", example = "0.00")
            String deductible,

            @Schema(example = "0.00") String refused) {}

    static StatementLine of(CareLine asked, LineDecision decided, Language language) {
        Shares shares = decided.shares();
        return new StatementLine(
                asked.number(),
                asked.act().toString(),
                asked.date(),
                asked.quantity(),
                Words.small(decided.verdict()),
                plain(shares.charge()),
                plain(shares.base()),
                shares.rate() == null ? null : shares.rate().toString(),
                compulsory(shares),
                new OtherPayers(plain(shares.localScheme()), plain(shares.solidarity())),
                shares.contracts().stream().map(StatementLine::contract).toList(),
                plain(shares.complementary()),
                plain(shares.copayment()),
                member(shares.member()),
                plain(shares.payableAtCounter()),
                decided.findings().stream()
                        .map(finding -> StatementReason.of(finding, language))
                        .toList(),
                decided.steps().stream()
                        .map(step -> StatementStep.of(step, language))
                        .toList(),
                decided.limits().stream()
                        .map(limit -> StatementLimit.of(limit, language))
                        .toList(),
                StatementTransfer.of(decided.payout()));
    }

    private static Compulsory compulsory(Shares shares) {
        return new Compulsory(
                plain(shares.compulsory()),
                plain(shares.pathwayPenalty()),
                plain(shares.participation()),
                plain(shares.franchise()),
                plain(shares.compulsoryNet()));
    }

    private static ContractShare contract(Shares.ContractShare share) {
        return new ContractShare(
                share.enrolment(),
                share.product(),
                share.level(),
                share.line(),
                share.wording(),
                plain(share.amount()),
                share.beyondCharge() == null ? null : plain(share.beyondCharge()));
    }

    private static MemberShare member(Shares.MemberShare share) {
        return new MemberShare(
                plain(share.total()),
                plain(share.copayment()),
                plain(share.overrun()),
                plain(share.pathwayPenalty()),
                plain(share.participation()),
                plain(share.franchise()),
                plain(share.keptBack()),
                plain(share.refused()));
    }
}
