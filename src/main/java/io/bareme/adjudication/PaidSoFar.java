package io.bareme.adjudication;

import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;

/** What the contracts of one line have paid so far, each in its turn. */
final class PaidSoFar {

    private record Paid(Cover cover, Money amount) {}

    private final List<Cover> covers;
    private final List<Paid> each = new ArrayList<>();
    private final Money nothing;
    private Money total;
    private Money responsible;

    PaidSoFar(ResolvedLine line) {
        this.covers = line.covers();
        this.nothing = Money.zero(line.charge().currency());
        this.total = nothing;
        this.responsible = nothing;
    }

    /** What all of them pay together. */
    Money total() {
        return total;
    }

    /** What the responsible ones pay together. */
    Money responsible() {
        return responsible;
    }

    /**
     * What an amount of the contract includes where its table says that amounts include earlier contracts: an option's
     * own base and what adds to it, else all before it.
     */
    Money includedBy(Cover cover) {
        if (!cover.table().includesEarlierContracts()) {
            return nothing;
        }
        Cover base = PaymentOrder.baseOf(cover, covers);
        return base == null
                ? total
                : each.stream()
                        .filter(one ->
                                one.cover().equals(base) || base.equals(PaymentOrder.baseOf(one.cover(), covers)))
                        .map(Paid::amount)
                        .reduce(nothing, Money::plus);
    }

    /** The first responsible contract owes the legal floor, whatever comes before it and whatever its kind. */
    boolean owesFloor(Cover cover) {
        return covers.stream()
                .filter(other -> other.table().responsible())
                .findFirst()
                .filter(first -> first.equals(cover))
                .isPresent();
    }

    void pays(Cover cover, Money amount) {
        each.add(new Paid(cover, amount));
        total = total.plus(amount);
        responsible = cover.table().responsible() ? responsible.plus(amount) : responsible;
    }
}
