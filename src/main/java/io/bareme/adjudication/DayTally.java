package io.bareme.adjudication;

import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What was already deducted at one professional on one day, within one claim: deductibles have caps by the day. */
final class DayTally {

    private final Map<String, Money> deducted = new HashMap<>();

    /** What the cap still allows of the amount; it is counted as taken. */
    Money take(String deductible, LocalDate day, Money amount, Money cap) {
        String key = deductible + " " + day;
        Money before = deducted.getOrDefault(key, Money.zero(amount.currency()));
        Money allowed = amount.min(cap.minus(before).orZero());
        deducted.put(key, before.plus(allowed));
        return allowed;
    }
}
