package io.bareme.adjudication;

import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has been consumed and reserved of each limit, by the limit's key, as read before deciding.
 *
 * @param earlier what earlier files took of limits for the care of a line, by the line's number and the limit's key: that
 *     much may be given back; null where it was not looked for, as nothing was said to be paid already
 */
public record Consumption(
        Map<String, Counter> counters, @Nullable Map<Integer, Map<String, Taken>> earlier) {

    public static final Consumption NONE = new Consumption(Map.of());

    public Consumption {
        counters = Map.copyOf(counters);
        earlier = earlier == null
                ? null
                : earlier.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, line -> Map.copyOf(line.getValue())));
    }

    public Consumption(Map<String, Counter> counters) {
        this(counters, null);
    }

    /** What was used of one limit, and the version that must still hold when the decision is recorded. */
    public record Counter(Money used, int count, long version) {}

    /** What was taken of one limit. */
    public record Taken(Money amount, int count) {

        /** Both. */
        public Taken and(Taken other) {
            return and(other.amount, other.count);
        }

        Taken and(Money more, int units) {
            return new Taken(amount.plus(more), count + units);
        }

        Taken less(Taken other) {
            return new Taken(amount.minus(other.amount), count - other.count);
        }

        Taken min(Taken other) {
            return new Taken(amount.min(other.amount), Math.min(count, other.count));
        }

        Taken orNothing() {
            return new Taken(amount.orZero(), Math.max(0, count));
        }
    }

    /** The same after a decision has moved it; each version is still the one that was read. */
    public Consumption and(List<Decision.Movement> moved) {
        Map<String, Taken> sums = new HashMap<>();
        moved.forEach(one -> sums.merge(one.key(), new Taken(one.amount(), one.count()), Taken::and));
        Map<String, Counter> after = new HashMap<>(counters);
        sums.forEach((key, sum) -> {
            Counter before = of(after, key, sum.amount().currency());
            Taken now = sum.and(before.used(), before.count()).orNothing();
            after.put(key, new Counter(now.amount(), now.count(), before.version()));
        });
        return new Consumption(after, earlier);
    }

    private static Counter of(Map<String, Counter> counters, String key, Currency currency) {
        return counters.getOrDefault(key, new Counter(Money.zero(currency), 0, 0));
    }

    /** The counter; nothing used, version 0, when it was never touched. */
    public Counter of(String key, Currency currency) {
        return of(counters, key, currency);
    }

    /** What earlier files took for a line, by key; none where it was not looked for. */
    Map<String, Taken> earlier(int line) {
        return earlier == null ? Map.of() : earlier.getOrDefault(line, Map.of());
    }

    /** What may be given back of a limit for a line: what earlier files took for it, never more than is used. */
    Taken mayGiveBack(int line, String key, Currency currency) {
        Counter counter = of(key, currency);
        Taken used = new Taken(counter.used(), counter.count());
        Taken taken = earlier(line).getOrDefault(key, new Taken(Money.zero(currency), 0));
        return earlier == null ? used : used.min(taken);
    }
}
