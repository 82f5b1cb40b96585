package io.bareme.rulebook.cases;

import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Shares;
import io.bareme.values.Money;
import java.util.function.Function;

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
    /** What the member bears in the end. */
    MEMBER("member", shares -> shares.member().total()),
    /** What the professional collects now. */
    COUNTER("counter", Shares::payableAtCounter);

    private final String word;
    private final Function<Shares, Money> of;

    Figure(String word, Function<Shares, Money> of) {
        this.word = word;
        this.of = of;
    }

    /** As cases name it. */
    public String word() {
        return word;
    }

    public Money of(LineDecision line) {
        return of.apply(line.shares());
    }
}
