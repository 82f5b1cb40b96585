package io.bareme.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Decision;
import io.bareme.explanation.Language;
import io.bareme.explanation.Sentences;
import io.bareme.values.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A decision as JSON: the statement (décompte) of a claim. Amounts are texts with two decimals, all in one currency,
 * named once.
 *
 * @param id of a recorded decision; null for a simulation
 */
@Schema(name = "Statement", description = "The decision on a claim, every figure explained.")
@JsonInclude(Include.NON_NULL)
public record Statement(
        @Schema(description = "The recorded decision; absent from simulations.") @Nullable
        UUID id,

        @Schema(description = "When it was recorded; absent from simulations.") @Nullable
        Instant recorded,

        @Schema(example = "simulation") String kind,
        @Schema(example = "2024-06-03") LocalDate received,

        @Schema(description = "The beneficiary; absent where the claim stated the rights.") @Nullable
        String member,

        @Schema(
                description = "The answer. A referred claim bears the amounts it would have if it were accepted.",
                allowableValues = {"approved", "approved-in-part", "referred", "incomplete", "refused"})
        String verdict,

        @Schema(description = "The verdict in the reader's language.", example = "Approved")
        String verdictText,

        @Schema(
                description =
                        "How soon it is settled: now, within the hour by a handler, within the day by a doctor, or"
                                + " not before what is missing has come.",
                allowableValues = {"instant", "hour", "day", "not-started"})
        String clock,

        @Schema(example = "EUR") String currency,
        List<StatementLine> lines,
        Totals totals,

        @Schema(description = "Content hash of the edition (rules, regulation, tables) that decided.")
        String edition,

        @Schema(description = "Version of the engine.", example = "0.1.0")
        String engine,

        @Schema(description = "Of a recorded authorization that waits, or waited, for a person or for what is missing.")
        @Nullable
        StatementDeadline deadline,

        @Schema(description = "What an approved authorization promises; absent from any other.") @Nullable
        StatementCommitment commitment,

        @Schema(description = "The earlier decision that this one takes the place of.") @Nullable
        UUID supersedes,

        @Schema(description = "The later decision that took its place, where it is looked up after that.") @Nullable
        UUID supersededBy,

        @Schema(description = "The client that corrected the earlier decision, where another one had sent that.")
        @Nullable
        String correctedBy,

        @Schema(
                description = "What complementary contracts owe since this invoice was settled, beside what they owed"
                        + " before; negative where it is owed to them. Absent from what is not settled.")
        @Nullable
        List<OwedForm> owed,

        @Schema(
                description =
                        "Of an invoice on care that came out of the order of its days, where that order matters: what"
                                + " it would change, as it was when the invoice was decided.")
        @Nullable
        OutOfOrderForm resequencing,

        @Schema(description = "Of an incomplete claim: all that it lacks, and where it is sent with it.") @Nullable
        StatementMissing missing) {

    /** The same, with its deadline; null for one that was settled at once. */
    public Statement with(@Nullable StatementDeadline told) {
        return with(told, commitment, supersedes, supersededBy, correctedBy, owed, resequencing);
    }

    /** The same, with what it promises; null for one that promises nothing. */
    public Statement with(@Nullable StatementCommitment promised) {
        return with(deadline, promised, supersedes, supersededBy, correctedBy, owed, resequencing);
    }

    /** The same, in the place of an earlier decision; null for the first on its claim. */
    public Statement inPlaceOf(@Nullable UUID earlier) {
        return with(deadline, commitment, earlier, supersededBy, correctedBy, owed, resequencing);
    }

    /** The same, with the decision that took its place; null for one that stands. */
    public Statement supersededBy(@Nullable UUID later) {
        return with(deadline, commitment, supersedes, later, correctedBy, owed, resequencing);
    }

    /** The same, corrected by another client than the one that sent the earlier; null where it is the same. */
    public Statement correctedBy(@Nullable String client) {
        return with(deadline, commitment, supersedes, supersededBy, client, owed, resequencing);
    }

    /** The same, with what is owed; null for one that is not settled. */
    public Statement owing(@Nullable List<OwedForm> amounts) {
        return with(deadline, commitment, supersedes, supersededBy, correctedBy, amounts, resequencing);
    }

    /** The same, with what its care changes that came out of order; null where it changes nothing. */
    public Statement outOfOrder(@Nullable OutOfOrderForm found) {
        return with(deadline, commitment, supersedes, supersededBy, correctedBy, owed, found);
    }

    private Statement with(
            @Nullable StatementDeadline until,
            @Nullable StatementCommitment promised,
            @Nullable UUID earlier,
            @Nullable UUID later,
            @Nullable String by,
            @Nullable List<OwedForm> amounts,
            @Nullable OutOfOrderForm order) {
        return new Statement(
                id,
                recorded,
                kind,
                received,
                member,
                verdict,
                verdictText,
                clock,
                currency,
                lines,
                totals,
                edition,
                engine,
                until,
                promised,
                earlier,
                later,
                by,
                amounts,
                order,
                missing);
    }

    /** Sums over the lines. */
    @Schema(name = "Totals")
    public record Totals(
            @Schema(example = "539.00") String charge,
            @Schema(example = "120.00") String base,

            @Schema(description = "Legal compulsory share.", example = "72.00")
            String compulsory,

            @Schema(description = "What the compulsory scheme pays in the end.", example = "72.00")
            String compulsoryNet,

            @Schema(example = "0.00") String otherPayers,
            @Schema(example = "108.00") String complementary,
            @Schema(example = "359.00") String memberShare,
            @Schema(example = "359.00") String payableAtCounter) {}

    /** The statement of a decision that is not recorded. */
    public static Statement of(Claim claim, Decision decision, String engine, Language language) {
        return of(claim, decision, engine, language, null, null);
    }

    /** The statement of a recorded decision. */
    public static Statement recorded(
            UUID id, Instant recorded, Claim claim, Decision decision, String engine, Language language) {
        return of(claim, decision, engine, language, id, recorded);
    }

    private static Statement of(
            Claim claim,
            Decision decision,
            String engine,
            Language language,
            @Nullable UUID id,
            @Nullable Instant recorded) {
        String person = claim.person();
        return new Statement(
                id,
                recorded,
                Words.small(claim.kind()),
                claim.received(),
                person.equals(CoverForm.SIMULATED) ? null : person,
                Words.small(decision.verdict()),
                Sentences.verdict(decision.verdict(), language.locale()),
                Words.small(decision.clock()),
                claim.lines().getFirst().charge().currency().name(),
                IntStream.range(0, decision.lines().size())
                        .mapToObj(i -> StatementLine.of(
                                claim.lines().get(i), decision.lines().get(i), language))
                        .toList(),
                totals(decision),
                decision.edition(),
                engine,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                StatementMissing.of(id, claim.kind(), decision, language));
    }

    private static Totals totals(Decision decision) {
        return new Totals(
                sum(decision, shares -> shares.charge()),
                sum(decision, shares -> shares.base()),
                sum(decision, shares -> shares.compulsory()),
                sum(decision, shares -> shares.compulsoryNet()),
                sum(decision, shares -> shares.otherPayers()),
                sum(decision, shares -> shares.complementary()),
                sum(decision, shares -> shares.member().total()),
                sum(decision, shares -> shares.payableAtCounter()));
    }

    private static String sum(Decision decision, Function<io.bareme.adjudication.Shares, Money> figure) {
        return decision.lines().stream()
                .map(line -> figure.apply(line.shares()))
                .reduce(Money::plus)
                .map(Statement::plain)
                .orElse("0.00");
    }

    /** {@code 1234.50}. */
    static String plain(Money money) {
        return money.amount().toPlainString();
    }
}
