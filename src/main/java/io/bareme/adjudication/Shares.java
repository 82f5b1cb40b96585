package io.bareme.adjudication;

import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who bears how much of one line's charge. What the compulsory scheme really pays is {@link #compulsoryNet()}; all
 * payers and the member together bear exactly the charge.
 *
 * @param base base de remboursement, for the whole quantity
 * @param rate the compulsory rate; null where a flat participation replaces it
 * @param compulsory the legal compulsory share, before penalty, participation and franchise
 * @param localScheme régime local d'Alsace-Moselle
 * @param solidarity complémentaire santé solidaire (C2S)
 * @param contracts each complementary contract, in its order of payment
 * @param payableAtCounter what the professional collects now
 * @param computedCopayment the copayment that the contracts were computed on; null in decisions of before it was kept
 */
public record Shares(
        Money charge,
        Money base,
        @Nullable Rate rate,
        Money compulsory,
        Money pathwayPenalty,
        Money participation,
        Money franchise,
        Money localScheme,
        Money solidarity,
        List<ContractShare> contracts,
        MemberShare member,
        Money payableAtCounter,
        @Nullable Money computedCopayment) {

    public Shares {
        contracts = List.copyOf(contracts);
    }

    /** Where no copayment was worked out: it is read from base and shares. */
    public Shares(
            Money charge,
            Money base,
            @Nullable Rate rate,
            Money compulsory,
            Money pathwayPenalty,
            Money participation,
            Money franchise,
            Money localScheme,
            Money solidarity,
            List<ContractShare> contracts,
            MemberShare member,
            Money payableAtCounter) {
        this(
                charge,
                base,
                rate,
                compulsory,
                pathwayPenalty,
                participation,
                franchise,
                localScheme,
                solidarity,
                contracts,
                member,
                payableAtCounter,
                null);
    }

    /**
     * What one complementary contract pays, and the cell it rests on; no cell when none applies.
     *
     * @param beyondCharge what a lump sum gives above what was left of the charge: paid, and no share of the charge; null
     *     when there is none
     */
    public record ContractShare(
            String enrolment,
            String product,
            String level,
            @Nullable String line,
            @Nullable String wording,
            Money amount,
            @Nullable Money beyondCharge) {

        /** Of a contract that pays nothing beyond the charge. */
        public ContractShare(
                String enrolment,
                String product,
                String level,
                @Nullable String line,
                @Nullable String wording,
                Money amount) {
            this(enrolment, product, level, line, wording, amount, null);
        }
    }

    /**
     * What the member bears in the end (reste à charge), by cause.
     *
     * @param deductible what deductibles of contracts kept back and nobody else pays; null when there is none, and in
     *     decisions of before it was told apart, where it stands as copayment or overrun
     */
    public record MemberShare(
            Money copayment,
            Money overrun,
            Money pathwayPenalty,
            Money participation,
            Money franchise,
            Money refused,
            @Nullable Money deductible) {

        /** Where no contract keeps a deductible. */
        public MemberShare(
                Money copayment,
                Money overrun,
                Money pathwayPenalty,
                Money participation,
                Money franchise,
                Money refused) {
            this(copayment, overrun, pathwayPenalty, participation, franchise, refused, null);
        }

        public Money total() {
            return copayment
                    .plus(overrun)
                    .plus(pathwayPenalty)
                    .plus(participation)
                    .plus(franchise)
                    .plus(refused)
                    .plus(keptBack());
        }

        /** The deductible, nothing where there is none. */
        public Money keptBack() {
            return deductible == null ? Money.zero(refused.currency()) : deductible;
        }
    }

    /** The compulsory share less what the scheme deducts from it. */
    public Money compulsoryNet() {
        return compulsory.minus(pathwayPenalty).minus(participation).minus(franchise);
    }

    public Money otherPayers() {
        return localScheme.plus(solidarity);
    }

    public Money complementary() {
        return contracts.stream().map(ContractShare::amount).reduce(Money.zero(charge.currency()), Money::plus);
    }

    /** What lump sums give above the charge; no share of it. */
    public Money beyondCharge() {
        Money total = Money.zero(charge.currency());
        for (ContractShare contract : contracts) {
            Money beyond = contract.beyondCharge();
            total = beyond == null ? total : total.plus(beyond);
        }
        return total;
    }

    /**
     * Ticket modérateur: base less legal compulsory share and other payers; none on an act that the scheme refused. The
     * one that formulas and the legal frame were computed on, where the decision keeps it.
     */
    public Money copayment() {
        return computedCopayment != null
                ? computedCopayment
                : charge.min(base).minus(compulsory).minus(otherPayers()).orZero();
    }
}
