package io.bareme.resequencing;

import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Owed;
import io.bareme.adjudication.Owed.Settled;
import io.bareme.values.Money;
import java.util.List;

/**
 * A decision that comes out otherwise once care is counted in the order of its days.
 *
 * @param was as it stands
 * @param now as it would be
 * @param read what was used of each limit before it, in that order
 * @param owed by contract; none where it only counts in another place
 */
public record Correction(StandingDecision was, Decision now, Consumption read, List<Owed> owed) {

    public Correction {
        owed = List.copyOf(owed);
    }

    static Correction of(StandingDecision was, Decision now, Consumption read) {
        Settled before = was.isSettled() ? new Settled(was.claim(), was.decision()) : null;
        return new Correction(was, now, read, Owed.between(before, new Settled(was.claim(), now)));
    }

    /** What contracts pay more; below zero, less. */
    public Money net() {
        Money zero = Money.zero(was.claim().lines().getFirst().charge().currency());
        return owed.stream().map(Owed::amount).reduce(zero, Money::plus);
    }
}
