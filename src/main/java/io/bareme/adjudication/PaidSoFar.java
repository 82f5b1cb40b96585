package io.bareme.adjudication;

import io.bareme.guarantee.ProductKind;
import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the contracts of one line have paid so far, each in its turn. */
final class PaidSoFar {

    /** @param units of the line's quantity, how many the amount pays: the first ones, as in a line of one for each */
    private record Paid(Cover cover, Money amount, int units) {}

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
     * those of its own insurer, a surcomplémentaire's all before it.
     */
    Money includedBy(Cover cover) {
        return each.stream()
                .filter(one -> includes(cover, one.cover()))
                .map(Paid::amount)
                .reduce(nothing, Money::plus);
    }

    private static boolean includes(Cover cover, Cover earlier) {
        return cover.table().includesEarlierContracts()
                && (cover.table().kind() != ProductKind.OPTION || PaymentOrder.ofOneInsurer(cover, earlier));
    }

    /** What the contracts pay of the line's first so many units, but for what an amount of this one includes. */
    Exact ofFirst(int units, Cover cover) {
        return ofFirst(units, each.stream().filter(one -> !includes(cover, one.cover())));
    }

    /** What all contracts pay of the line's first so many units. */
    Exact ofFirst(int units) {
        return ofFirst(units, each.stream());
    }

    private Exact ofFirst(int units, Stream<Paid> those) {
        return those.map(one -> one.amount().exact().part(Math.min(units, one.units()), one.units()))
                .reduce(nothing.exact(), Exact::plus);
    }

    /** The first responsible contract owes the legal floor, whatever comes before it and whatever its kind. */
    boolean owesFloor(Cover cover) {
        return isFirst(cover, _ -> true);
    }

    /** Whether it is the first of the responsible contracts of which something holds. */
    boolean isFirst(Cover cover, Predicate<Cover> those) {
        return covers.stream()
                .filter(other -> other.table().responsible() && those.test(other))
                .findFirst()
                .filter(first -> first.equals(cover))
                .isPresent();
    }

    /** @param units how many of the line's units it pays, one at least */
    void pays(Cover cover, Money amount, int units) {
        each.add(new Paid(cover, amount, units));
        total = total.plus(amount);
        responsible = cover.table().responsible() ? responsible.plus(amount) : responsible;
    }
}
