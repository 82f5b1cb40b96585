package io.bareme.exchange;

import static io.bareme.exchange.Statement.plain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Payout;
import io.bareme.adjudication.Shares;
import io.bareme.adjudication.Step;
import io.bareme.explanation.Language;
import io.bareme.explanation.Sentences;
import io.bareme.values.Money;
import io.bareme.values.Source;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

        List<Reason> reasons,

        @Schema(description = "How each figure came about, in order.")
        List<Explained> explanation,

        List<LimitUse> limits,

        @Schema(description = "What moves now, in a file of a Moroccan complementary contract; absent elsewhere.")
        @Nullable
        List<Transfer> payout) {

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

    /** Why the line is not simply paid, or which variant of the table applies. */
    @Schema(name = "Reason")
    @JsonInclude(Include.NON_NULL)
    public record Reason(
            @Schema(example = "variant-non-optam") String code,

            @Schema(allowableValues = {"refuse", "refer", "require", "choose", "deduct", "note"})
            String effect,

            @Schema(
                    description = "Who must look, for what is referred.",
                    allowableValues = {"handler", "doctor"})
            @Nullable
            String to,

            @Schema(description = "The piece that is missing.", example = "prescription") @Nullable
            String document,

            @Schema(description = "The same in the reader's language.") @Nullable
            String documentText,

            @Schema(description = "The permanent id of the rule that found it.")
            String rule,

            @Schema(description = "In the reader's language.")
            String sentence,

            Map<String, String> parameters) {

        static Reason of(Finding finding, Language language) {
            return new Reason(
                    finding.reason(),
                    effect(finding),
                    finding instanceof Finding.Refer refer ? (refer.medical() ? "doctor" : "handler") : null,
                    finding instanceof Finding.Require require ? require.document() : null,
                    finding instanceof Finding.Require require ? Sentences.document(require, language.locale()) : null,
                    finding.rule(),
                    Sentences.reason(finding, language.locale()),
                    finding.parameters());
        }

        private static String effect(Finding finding) {
            return switch (finding) {
                case Finding.Refuse refuse -> "refuse";
                case Finding.Refer refer -> "refer";
                case Finding.Require require -> "require";
                case Finding.Choose choose -> "choose";
                case Finding.Deduct deduct -> "deduct";
                case Finding.Note note -> "note";
            };
        }
    }

    /** One step of the computation. */
    @Schema(name = "Step")
    @JsonInclude(Include.NON_NULL)
    public record Explained(
            @Schema(example = "term-share") String code,

            @Schema(description = "In the reader's language.")
            String sentence,

            @Schema(description = "What the step comes to.", example = "108.00") @Nullable
            String amount,

            @Schema(description = "True where the step rests on a value below official; absent elsewhere.") @Nullable
            Boolean weak,

            Map<String, String> parameters,

            @Schema(description = "The table's cell, or the clause.") @Nullable
            Origin source) {

        static Explained of(Step step, Language language) {
            Money amount = step.amount();
            return new Explained(
                    step.code(),
                    Sentences.step(step, language.locale()),
                    amount == null ? null : plain(amount),
                    Sentences.isWeak(step) ? Boolean.TRUE : null,
                    step.parameters(),
                    step.source() == null ? null : Origin.of(step.source()));
        }
    }

    /** Where a value or a guarantee stands. */
    @Schema(name = "Source")
    public record Origin(
            @Schema(description = "The file of the edition.")
            String file,

            @Schema(description = "The line, cell or key in it.")
            String place,

            @Schema(description = "The article, publication or page.")
            String reference,

            @Schema(
                    description = "Law; other official text; press or a third party; inferred; general knowledge.",
                    allowableValues = {"LAW", "OFF", "PRESS", "INF", "MEM"})
            String confidence) {

        public static Origin of(Source source) {
            return new Origin(
                    source.file(),
                    source.place(),
                    source.reference(),
                    source.confidence().name());
        }
    }

    /** What one limit had and keeps: an amount, or a number of units. */
    @Schema(name = "LimitUse")
    @JsonInclude(Include.NON_NULL)
    public record LimitUse(
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

            @Schema(description = "True for a deductible of the contract, that is kept back; absent elsewhere.")
            @Nullable
            Boolean deductible) {

        static LimitUse of(LineDecision.LimitUse limit, Language language) {
            Money before = limit.remainingBefore();
            Money left = limit.remainingAmount();
            LineDecision.Shared shared = limit.shared();
            return new LimitUse(
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

    /** One movement of money of an AMC file. */
    @Schema(name = "Transfer")
    public record Transfer(
            @Schema(
                    description = "The insurer pays now, is to be paid back, or contests a claim.",
                    allowableValues = {"pay", "recover", "contest"})
            String kind,

            @Schema(allowableValues = {"member", "professional", "scheme"})
            String party,

            @Schema(example = "180.00") String amount,

            @Schema(example = "complement") String why) {

        static @Nullable List<Transfer> of(@Nullable Payout payout) {
            return payout == null
                    ? null
                    : payout.transfers().stream()
                            .map(transfer -> new Transfer(
                                    Words.small(transfer.kind()),
                                    Words.small(transfer.party()),
                                    plain(transfer.amount()),
                                    transfer.reason()))
                            .toList();
        }
    }

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
                        .map(finding -> Reason.of(finding, language))
                        .toList(),
                decided.steps().stream()
                        .map(step -> Explained.of(step, language))
                        .toList(),
                decided.limits().stream()
                        .map(limit -> LimitUse.of(limit, language))
                        .toList(),
                Transfer.of(decided.payout()));
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
