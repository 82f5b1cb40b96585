package io.bareme.rulebook.cases;

import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Payout;
import io.bareme.adjudication.Payout.Party;
import io.bareme.adjudication.Shares;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.function.Function;
import java.util.stream.Stream;

/** An amount of one line that a case may expect. */
public enum Figure {
    BASE("base", Shares::base),
    /** The legal compulsory share, before penalty, participation and franchise. */
    COMPULSORY("compulsory", Shares::compulsory),
    COMPULSORY_NET("compulsory_net", Shares::compulsoryNet),
    PENALTY("penalty", Shares::pathwayPenalty),
    PARTICIPATION("participation", Shares::participation),
    FRANCHISE("franchise", Shares::franchise),
    /** Régime local and C2S. */
    OTHER_PAYERS("other_payers", Shares::otherPayers),
    /** All complementary contracts together. */
    COMPLEMENTARY("complementary", Shares::complementary),
    /** What lump sums give above the charge. */
    BEYOND("beyond", Shares::beyondCharge),
    /** What the member bears in the end. */
    MEMBER("member", shares -> shares.member().total()),
    /** What deductibles of contracts leave to the member. */
    DEDUCTIBLE("deductible", shares -> shares.member().keptBack()),
    /** What the professional collects now. */
    COUNTER("counter", Shares::payableAtCounter),
    /** What the insurer pays now to member and professional, in an AMC file. */
    PAID_NOW("paid_now", Payout.Kind.PAY, Party.MEMBER, Party.PROFESSIONAL),
    /** The recourse of the scheme that the insurer accepts. */
    PAID_TO_SCHEME("paid_to_scheme", Payout.Kind.PAY, Party.SCHEME),
    /** What is to be paid back to the insurer by member or professional. */
    RECOVERED("recovered", Payout.Kind.RECOVER, Party.MEMBER, Party.PROFESSIONAL),
    /** What the scheme is to pay back to the insurer. */
    RECOVERED_FROM_SCHEME("recovered_from_scheme", Payout.Kind.RECOVER, Party.SCHEME),
    /** The part of the scheme's recourse that the insurer contests. */
    CONTESTED("contested", Payout.Kind.CONTEST, Party.SCHEME);

    private final String word;
    private final Function<LineDecision, Money> of;

    Figure(String word, Function<Shares, Money> of) {
        this.word = word;
        this.of = line -> of.apply(line.shares());
    }

    /** Nothing moves but in an AMC file. */
    Figure(String word, Payout.Kind kind, Party... parties) {
        this.word = word;
        this.of = line -> {
            Currency currency = line.shares().charge().currency();
            Payout payout = line.payout();
            Money none = Money.zero(currency);
            return payout == null
                    ? none
                    : Stream.of(parties)
                            .map(party -> payout.of(kind, party, currency))
                            .reduce(none, Money::plus);
        };
    }

    /** As cases name it. */
    public String word() {
        return word;
    }

    public Money of(LineDecision line) {
        return of.apply(line);
    }
}
