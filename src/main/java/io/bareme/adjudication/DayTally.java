package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What was already deducted on one day, by this claim and by the earlier care that it brings: deductibles have caps by
 * the day. The participation's is by professional (CSS D160-8), those of the franchises are by patient (L160-13 III).
 */
final class DayTally {

    private final ResolvedClaim claim;
    private final Map<String, Money> deducted = new HashMap<>();

    DayTally(ResolvedClaim claim) {
        this.claim = claim;
    }

    /**
     * What the cap still allows of the amount; it is counted as taken.
     *
     * @param each what one earlier act of that kind bore
     */
    Money take(String deductible, LocalDate day, Money amount, Money cap, Money each) {
        String key = deductible + " " + day;
        Money before = deducted.computeIfAbsent(
                key, unused -> earlier(deductible, day, each).min(cap));
        Money allowed = amount.min(cap.minus(before).orZero());
        deducted.put(key, before.plus(allowed));
        return allowed;
    }

    private Money earlier(String deductible, LocalDate day, Money each) {
        Money before = Money.zero(each.currency());
        for (EarlierCare care : claim.claim().earlier()) {
            if (care.date().equals(day) && care.charge().isPositive() && counts(deductible, care)) {
                before = before.plus(each.times(care.times()));
            }
        }
        return before;
    }

    private boolean counts(String deductible, EarlierCare care) {
        Act act = claim.edition().nomenclature().act(care.act());
        if (act == null || !deductible.equals(FrenchDeductibles.quantity(act.kind()))) {
            return false;
        }
        String provider = claim.claim().provider().id();
        return !deductible.equals(FrenchDeductibles.PARTICIPATION)
                || !provider.isEmpty() && provider.equals(care.provider());
    }
}
