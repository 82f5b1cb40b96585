package io.bareme.adjudication;

import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What the compulsory scheme and those beside it pay for one care line.
 *
 * @param rate null where a flat participation replaces the percentage
 * @param legal the legal share, on which complementary contracts are computed
 * @param penalty majoration outside the pathway, deducted from the legal share
 * @param participation participation forfaitaire, deducted
 * @param franchise franchise médicale, deducted
 * @param localScheme régime local d'Alsace-Moselle
 * @param solidarity C2S
 * @param fictive what the scheme would have paid for an act it refused; nothing otherwise
 */
record CompulsoryShare(
        @Nullable Rate rate,
        Money legal,
        Money penalty,
        Money participation,
        Money franchise,
        Money localScheme,
        Money solidarity,
        Money fictive) {

    static CompulsoryShare nothing(Currency currency) {
        Money zero = Money.zero(currency);
        return new CompulsoryShare(Rate.ZERO, zero, zero, zero, zero, zero, zero, zero);
    }

    static CompulsoryShare of(Rate rate, Money legal) {
        Money zero = Money.zero(legal.currency());
        return new CompulsoryShare(rate, legal, zero, zero, zero, zero, zero, zero);
    }

    /** The act was refused: nothing is paid, and what would have been is kept for reconstructed bases. */
    CompulsoryShare refused() {
        Money zero = Money.zero(legal.currency());
        return new CompulsoryShare(rate, zero, zero, zero, zero, zero, zero, legal);
    }

    /** What C2S bears of the pathway penalty, beside its share of the copayment. */
    Money solidarityOnPenalty() {
        return solidarity.isPositive() ? penalty : Money.zero(legal.currency());
    }

    /** Base less legal share and other payers (ticket modérateur); none on an act that the scheme refused. */
    Money copayment(ResolvedLine line) {
        if (line.refusedByScheme()) {
            return Money.zero(legal.currency());
        }
        return line.charge()
                .min(line.base().amount())
                .minus(legal)
                .minus(besideLegal())
                .orZero();
    }

    /** What the other payers give beside the legal share: the pathway penalty that C2S bears is within that share. */
    Money besideLegal() {
        return otherPayers().minus(solidarityOnPenalty());
    }

    Money otherPayers() {
        return localScheme.plus(solidarity);
    }

    /** Legal share and other payers: what is paid before any contract. */
    Money beforeContracts() {
        return legal.plus(otherPayers());
    }
}
