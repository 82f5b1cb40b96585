package io.bareme.adjudication;

import io.bareme.values.Money;
import java.util.List;

/** Shares a line's charge out among payers and member, so that all shares add up to the charge. */
final class ShareOut {

    private ShareOut() {}

    /**
     * @param kept what deductibles of the contracts kept back
     * @param paidNow what the contracts pay now: more than they bear in the end where they advance the scheme's share
     * @param thirdParty whether the payers pay the professional directly for this line
     */
    static Shares of(
            Claim claim,
            ResolvedLine line,
            CompulsoryShare compulsory,
            List<Shares.ContractShare> contracts,
            Money kept,
            Money paidNow,
            boolean thirdParty,
            boolean refused) {
        Money charge = line.charge();
        Money zero = Money.zero(charge.currency());
        Money complementary =
                contracts.stream().map(Shares.ContractShare::amount).reduce(zero, Money::plus);
        Money solidarityOnPenalty = compulsory.solidarityOnPenalty();
        Money penalty = compulsory.penalty().minus(solidarityOnPenalty);
        Money deductions = compulsory.penalty().plus(compulsory.participation()).plus(compulsory.franchise());
        Money left = charge.minus(compulsory.legal().minus(deductions))
                .minus(compulsory.otherPayers())
                .minus(complementary)
                .minus(penalty)
                .minus(compulsory.participation())
                .minus(compulsory.franchise());
        Money deductible = kept.min(left);
        Money unpaid = left.minus(deductible);
        Money copaymentLeft = compulsory
                .copayment(line)
                .minus(complementary)
                .minus(deductible)
                .orZero()
                .min(unpaid);
        Shares.MemberShare member = refused
                ? new Shares.MemberShare(zero, zero, penalty, compulsory.participation(), compulsory.franchise(), left)
                : new Shares.MemberShare(
                        copaymentLeft,
                        unpaid.minus(copaymentLeft),
                        penalty,
                        compulsory.participation(),
                        compulsory.franchise(),
                        zero,
                        deductible.isPositive() ? deductible : null);
        Money paidByScheme = claim.dossier() == Dossier.FULL_ADVANCE ? zero : compulsory.legal();
        Money counter = thirdParty
                ? charge.minus(paidByScheme)
                        .minus(compulsory.otherPayers().minus(solidarityOnPenalty))
                        .minus(paidNow)
                : charge;
        return new Shares(
                charge,
                line.base().amount(),
                compulsory.rate(),
                compulsory.legal(),
                compulsory.penalty(),
                compulsory.participation(),
                compulsory.franchise(),
                compulsory.localScheme(),
                compulsory.solidarity(),
                contracts,
                member,
                counter,
                compulsory.copayment(line));
    }
}
