package io.bareme.adjudication;

import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.Map;

/** What has been consumed and reserved of each limit, by the limit's key, as read before deciding. */
public record Consumption(Map<String, Counter> counters) {

    public static final Consumption NONE = new Consumption(Map.of());

    public Consumption {
        counters = Map.copyOf(counters);
    }

    /** What was used of one limit, and the version that must still hold when the decision is recorded. */
    public record Counter(Money used, int count, long version) {}

    /** The counter; nothing used, version 0, when it was never touched. */
    public Counter of(String key, Currency currency) {
        Counter counter = counters.get(key);
        return counter == null ? new Counter(Money.zero(currency), 0, 0) : counter;
    }
}
