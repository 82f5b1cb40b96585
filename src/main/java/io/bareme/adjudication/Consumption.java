package io.bareme.adjudication;

import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has been consumed and reserved of each limit, by the limit's key, as read before deciding.
 *
 * @param reserved what of it is only reserved; null where it is not told apart, as nothing asks for it
 */
public record Consumption(
        Map<String, Counter> counters, @Nullable Map<String, Reserved> reserved) {

    public static final Consumption NONE = new Consumption(Map.of());

    public Consumption {
        counters = Map.copyOf(counters);
        reserved = reserved == null ? null : Map.copyOf(reserved);
    }

    public Consumption(Map<String, Counter> counters) {
        this(counters, null);
    }

    /** What was used of one limit, and the version that must still hold when the decision is recorded. */
    public record Counter(Money used, int count, long version) {}

    /** What of one limit is reserved for care to come: nobody can give it back but whom it is reserved for. */
    public record Reserved(Money amount, int count) {}

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
        return new Consumption(after, reserved);
    }

    /** The same after a reservation has moved it. */
    public Consumption reserving(List<Decision.Movement> moved) {
        Consumption after = and(moved);
        if (reserved == null) {
            return after;
        }
        Map<String, Reserved> held = new HashMap<>(reserved);
        for (Decision.Movement one : moved) {
            held.computeIfPresent(
                    one.key(),
                    (_, before) -> new Reserved(
                            before.amount().plus(one.amount()).orZero(), Math.max(0, before.count() + one.count())));
        }
        return new Consumption(after.counters, held);
    }

    private static Counter of(Map<String, Counter> counters, String key, Currency currency) {
        return counters.getOrDefault(key, new Counter(Money.zero(currency), 0, 0));
    }

    /** The counter; nothing used, version 0, when it was never touched. */
    public Counter of(String key, Currency currency) {
        return of(counters, key, currency);
    }

    /** What of it is not reserved, as far as that is told. */
    Counter consumed(String key, Currency currency) {
        Counter counter = of(key, currency);
        Reserved held = reserved == null ? null : reserved.get(key);
        return held == null
                ? counter
                : new Counter(
                        counter.used().minus(held.amount()).orZero(),
                        Math.max(0, counter.count() - held.count()),
                        counter.version());
    }
}
