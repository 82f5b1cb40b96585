package io.bareme.adjudication;

import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has been consumed and reserved of each limit, by the limit's key, as read before deciding. */
public record Consumption(Map<String, Counter> counters) {

    public static final Consumption NONE = new Consumption(Map.of());

    public Consumption {
        counters = Map.copyOf(counters);
    }

    /** What was used of one limit, and the version that must still hold when the decision is recorded. */
    public record Counter(Money used, int count, long version) {}

    /** The same after a decision has moved it; each version is still the one that was read. */
    public Consumption and(List<Decision.Movement> moved) {
        Map<String, Counter> after = new HashMap<>(counters);
        for (Decision.Movement one : moved) {
            Counter before = of(after, one.key(), one.amount().currency());
            after.put(
                    one.key(),
                    new Counter(
                            before.used().plus(one.amount()).orZero(),
                            Math.max(0, before.count() + one.count()),
                            before.version()));
        }
        return new Consumption(after);
    }

    private static Counter of(Map<String, Counter> counters, String key, Currency currency) {
        return counters.getOrDefault(key, new Counter(Money.zero(currency), 0, 0));
    }

    /** The counter; nothing used, version 0, when it was never touched. */
    public Counter of(String key, Currency currency) {
        return of(counters, key, currency);
    }
}
