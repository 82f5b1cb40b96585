package io.bareme.adjudication;

import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.List;

/**
 * What moves now for one line of an AMC file: what the insurer pays and to whom, what it is to be paid back and by
 * whom, and what it contests. The line's {@link Shares} say who bears the charge in the end; what the insurer pays,
 * less what it recovers, more what it had already paid, is what its contracts bear.
 *
 * @param transfers each of an amount above zero
 */
public record Payout(List<Transfer> transfers) {

    public Payout {
        transfers = List.copyOf(transfers);
    }

    /**
     * One movement of money.
     *
     * @param party whom the insurer pays, who pays it back, or whose claim it contests
     * @param reason a word of {@code word.why} in the steps' sentences
     */
    public record Transfer(Kind kind, Party party, Money amount, String reason) {
        public Transfer {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("A transfer is of an amount above zero, not " + amount);
            }
        }
    }

    /** Which way the money goes. */
    public enum Kind {
        /** The insurer pays now. */
        PAY,
        /** The insurer is to be paid back, or sets off against what it owes next. */
        RECOVER,
        /** The insurer does not owe what is claimed. */
        CONTEST
    }

    /** Who stands opposite the insurer. */
    public enum Party {
        MEMBER,
        PROFESSIONAL,
        /** The compulsory scheme. */
        SCHEME
    }

    /** All that goes one way, to or from whomever. */
    public Money of(Kind kind, Currency currency) {
        return transfers.stream()
                .filter(transfer -> transfer.kind() == kind)
                .map(Transfer::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    /** All that goes one way, to or from one party. */
    public Money of(Kind kind, Party party, Currency currency) {
        return transfers.stream()
                .filter(transfer -> transfer.kind() == kind && transfer.party() == party)
                .map(Transfer::amount)
                .reduce(Money.zero(currency), Money::plus);
    }
}
