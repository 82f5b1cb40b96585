package io.bareme.adjudication;

import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is consumed of each limit: as read before the claim, and what the claim's own lines have taken since. */
final class LimitBook {

    private final Consumption before;
    private final Currency currency;
    private final Map<String, Taken> taken = new LinkedHashMap<>();
    private final Set<String> keys;

    private record Taken(Money amount, int count) {}

    LimitBook(Consumption before, Currency currency) {
        this.before = before;
        this.currency = currency;
        this.keys = new TreeSet<>(before.counters().keySet());
    }

    /** Every key that exists, those this claim opened included. */
    Set<String> keys() {
        return keys;
    }

    Money used(String key) {
        return before.of(key, currency).used().plus(mine(key).amount());
    }

    int count(String key) {
        return before.of(key, currency).count() + mine(key).count();
    }

    void take(String key, Money amount, int count) {
        Taken mine = mine(key);
        taken.put(key, new Taken(mine.amount().plus(amount), mine.count() + count));
        keys.add(key);
    }

    /** What the whole claim takes, in the order of keys, with the versions it relied on. */
    List<Decision.Movement> movements() {
        List<Decision.Movement> movements = new ArrayList<>();
        new TreeMap<>(taken).forEach((key, mine) -> {
            if (!mine.amount().isZero() || mine.count() > 0) {
                movements.add(new Decision.Movement(
                        key,
                        mine.amount(),
                        mine.count(),
                        before.of(key, currency).version()));
            }
        });
        return movements;
    }

    private Taken mine(String key) {
        return taken.getOrDefault(key, new Taken(Money.zero(currency), 0));
    }
}
