package io.bareme.adjudication;

import io.bareme.adjudication.Consumption.Taken;
import io.bareme.values.Currency;
import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is consumed of each limit: as read before the claim, and what the claim's own lines have taken since. */
final class LimitBook {

    private final Consumption before;
    private final Currency currency;
    private final Taken nothing;
    private final Map<String, Taken> taken = new LinkedHashMap<>();
    private final Set<String> keys;
    private final Set<String> groups = new HashSet<>();
    private final Map<String, LocalDate> firstDays = new HashMap<>();
    private final Map<Integer, LocalDate> stays = new HashMap<>();
    private final Map<String, Taken> givenBack = new HashMap<>();
    private final Map<String, Taken> givenToLine = new HashMap<>();
    private final Map<String, Taken> givenByContract = new HashMap<>();
    private int line;
    private Money paidBefore;
    private Money already;
    private int alreadyUnits;

    LimitBook(Consumption before, Currency currency) {
        this.before = before;
        this.currency = currency;
        this.nothing = new Taken(Money.zero(currency), 0);
        this.keys = new TreeSet<>();
        before.counters().forEach((key, counter) -> {
            if (counter.used().isPositive() || counter.count() > 0) {
                keys.add(key);
            }
        });
        this.paidBefore = Money.zero(currency);
        this.already = Money.zero(currency);
    }

    /** Lines settled together begin on the first of their days: their word alone may come again in another claim. */
    LimitBook opens(ResolvedClaim claim) {
        stays.putAll(new StayBeginnings(claim.claim(), claim.edition().nomenclature()).all());
        for (CareLine line : claim.claim().lines()) {
            if (line.group() != null) {
                firstDays.merge(line.group(), line.date(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return this;
    }

    /** The first day of what the line is settled with; its own day where it is alone. */
    LocalDate firstDay(CareLine line) {
        return line.group() == null ? line.date() : firstDays.getOrDefault(line.group(), line.date());
    }

    /** The first day of the stay that the line belongs to, which earlier claims may have billed. */
    LocalDate stayBegan(CareLine line) {
        return stays.getOrDefault(line.number(), firstDay(line));
    }

    /** The same book to try something in. */
    LimitBook copy() {
        LimitBook copy = new LimitBook(before, currency);
        copy.taken.putAll(taken);
        copy.keys.addAll(keys);
        copy.groups.addAll(groups);
        copy.firstDays.putAll(firstDays);
        copy.stays.putAll(stays);
        copy.givenBack.putAll(givenBack);
        return copy;
    }

    /**
     * What earlier files paid for the line about to be settled: limits that counted it then give it back first, so that it
     * is not counted twice.
     */
    void alreadyPaid(CareLine of) {
        Money paid = of.given().alreadyPaid();
        line = of.number();
        paidBefore = paid == null ? Money.zero(currency) : paid;
        already = paidBefore;
        alreadyUnits = already.isPositive() ? of.quantity() : 0;
        givenToLine.clear();
        givenByContract.clear();
    }

    /** One contract is settled: what its limits gave back is not given back by the next one's. */
    void settled() {
        Money given = givenByContract.values().stream()
                .map(Taken::amount)
                .reduce(Money.zero(currency), (one, other) -> one.compareTo(other) < 0 ? other : one);
        already = already.minus(given).orZero();
        alreadyUnits = already.isPositive() ? alreadyUnits : 0;
        givenByContract.clear();
    }

    /** The line is settled: limits that it no longer takes of give back what earlier files took there for it. */
    void lineSettled(CareLine of) {
        if (!paidBefore.isPositive()) {
            return;
        }
        already = paidBefore;
        alreadyUnits = of.quantity();
        givenByContract.clear();
        for (String key : new TreeSet<>(before.earlier(line).keySet())) {
            if (!givenToLine.containsKey(key)) {
                take(key, Money.zero(currency), 0);
            }
        }
        paidBefore = Money.zero(currency);
        already = paidBefore;
        alreadyUnits = 0;
    }

    /** Every key under which something is counted, this claim's included; a reservation that expired leaves nothing. */
    Set<String> keys() {
        return keys;
    }

    /** What is used at a place, in all windows that count there; nothing where the line does not say enough. */
    Money used(LimitPlace place) {
        return keysOf(place).map(this::used).reduce(Money.zero(currency), Money::plus);
    }

    int count(LimitPlace place) {
        return keysOf(place).mapToInt(this::count).sum();
    }

    private static Stream<String> keysOf(LimitPlace place) {
        return Stream.concat(Stream.ofNullable(place.key()), place.others().stream());
    }

    /** Whether this claim's settlement group was counted there: what is settled together is one of what is counted. */
    boolean counted(LimitPlace place, String group) {
        return place.key() != null && groups.contains(place.key() + " " + group);
    }

    /** Whether something was counted there, as a stay that goes on. */
    boolean counted(@Nullable LimitPlace place) {
        return place != null && place.key() != null && count(place.key()) > 0;
    }

    /** What is left at a place of a limit of so much in all. */
    Money room(LimitPlace place, Exact whole) {
        return whole.rounded().minus(used(place)).orZero();
    }

    void counts(LimitPlace place, String group) {
        groups.add(place.key() + " " + group);
    }

    /** Takes at a place, and opens its window where care opens one; nothing where the line does not say enough. */
    void take(LimitPlace place, Money amount, int units) {
        if (place.key() != null) {
            take(place.key(), amount, units);
        }
        if (place.opens() != null && (amount.isPositive() || units > 0)) {
            take(place.opens(), Money.zero(currency), 1);
        }
    }

    /** Takes units of a limit in number. */
    void take(LimitPlace place, int units) {
        take(place, Money.zero(currency), units);
    }

    Money used(String key) {
        return before.of(key, currency)
                .used()
                .plus(mine(key).amount())
                .minus(back(key).amount());
    }

    int count(String key) {
        return before.of(key, currency).count() + mine(key).count() - back(key).count();
    }

    void take(String key, Money amount, int count) {
        Taken back = back(key);
        taken.put(key, mine(key).and(amount, count).less(back));
        if (paidBefore.isPositive()) {
            givenBack.merge(key, back, Taken::and);
            givenToLine.merge(key, back, Taken::and);
            givenByContract.merge(key, back, Taken::and);
        }
        if (amount.isPositive() || count > 0) {
            keys.add(key);
        }
    }

    /** What the limit gives back for the line being settled: no more than earlier files took of it for the line. */
    private Taken back(String key) {
        if (!already.isPositive()) {
            return nothing;
        }
        Consumption.Counter counter = before.of(key, currency);
        Taken left = new Taken(counter.used(), counter.count()).less(of(givenBack, key));
        return before.mayGiveBack(line, key, currency)
                .less(of(givenToLine, key))
                .min(new Taken(already, alreadyUnits).less(of(givenByContract, key)))
                .min(left)
                .orNothing();
    }

    /** What earlier claims counted there. */
    int countBefore(String key) {
        return before.of(key, currency).count();
    }

    /** What the whole claim takes, in the order of keys, with the versions it relied on. */
    List<Decision.Movement> movements() {
        return movementsSince(Map.of());
    }

    /** What the claim has taken so far. */
    Map<String, Decision.Movement> taken() {
        return movements().stream().collect(Collectors.toMap(Decision.Movement::key, movement -> movement));
    }

    /** What the claim has taken since, in the order of keys, with the versions it relied on. */
    List<Decision.Movement> movementsSince(Map<String, Decision.Movement> earlier) {
        List<Decision.Movement> movements = new ArrayList<>();
        new TreeMap<>(taken).forEach((key, mine) -> {
            Decision.Movement then = earlier.get(key);
            Money amount = then == null ? mine.amount() : mine.amount().minus(then.amount());
            int count = then == null ? mine.count() : mine.count() - then.count();
            if (!amount.isZero() || count != 0) {
                movements.add(new Decision.Movement(
                        key, amount, count, before.of(key, currency).version()));
            }
        });
        return movements;
    }

    private Taken mine(String key) {
        return of(taken, key);
    }

    private Taken of(Map<String, Taken> each, String key) {
        return each.getOrDefault(key, nothing);
    }
}
