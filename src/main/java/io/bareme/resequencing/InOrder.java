package io.bareme.resequencing;

import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Consumption.Taken;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.LineDecision;
import io.bareme.journal.OpenEntry;
import io.bareme.resequencing.Resequencing.Stays;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Decides care again in the order of its days, each with what counts before it. What does not move (reservations,
 * promises, decisions that stay) counts before all of it: nothing is ever given twice.
 */
final class InOrder {

    /** How a decision is made again from its own claim, rights and edition. */
    @FunctionalInterface
    interface Again {
        Decision decide(StandingDecision standing, Consumption before);
    }

    private final Consumption now;
    private final Again again;
    private final List<StandingDecision> care;
    private final Map<UUID, Stays> staying;

    /**
     * @param care in the order of {@link StandingDecision#ORDER}
     * @param staying decisions among it that stay as they are, and why
     */
    InOrder(Consumption now, List<StandingDecision> care, Map<UUID, Stays> staying, Again again) {
        this.now = now;
        this.care = List.copyOf(care);
        this.staying = new LinkedHashMap<>(staying);
        this.again = again;
    }

    /** What would change, in order. A decision that cannot be settled in its place stays, and the others go round it. */
    List<Correction> corrections() {
        while (true) {
            Set<UUID> before = Set.copyOf(staying.keySet());
            List<Correction> corrections = once();
            if (staying.keySet().equals(before)) {
                return corrections;
            }
        }
    }

    /** Which decisions stay as they are whatever the order, and why. */
    Map<UUID, Stays> staying() {
        return Map.copyOf(staying);
    }

    private List<Correction> once() {
        Running running = new Running(now);
        care.stream().filter(this::moves).flatMap(one -> one.taken().stream()).forEach(running::without);
        List<Correction> corrections = new ArrayList<>();
        for (StandingDecision one : care) {
            if (!moves(one)) {
                continue;
            }
            Consumption read = running.consumption();
            Decision decided = again.decide(one, read);
            if (!StandingDecision.isSettled(decided)) {
                staying.put(one.id(), Stays.WAITS);
                one.taken().forEach(running::with);
            } else if (one.isSettled() && same(one, decided)) {
                one.taken().forEach(running::with);
            } else {
                corrections.add(Correction.of(one, decided, read));
                running.moved(one.taken(), decided.movements());
            }
        }
        return corrections;
    }

    private boolean moves(StandingDecision one) {
        return !staying.containsKey(one.id());
    }

    /** The same amounts, counted in the same places. */
    private static boolean same(StandingDecision one, Decision decided) {
        return sameAmounts(one.decision(), decided) && taken(one.taken()).equals(moved(decided.movements()));
    }

    static boolean sameAmounts(Decision one, Decision other) {
        return one.verdict() == other.verdict()
                && one.lines().stream()
                        .map(LineDecision::shares)
                        .toList()
                        .equals(other.lines().stream().map(LineDecision::shares).toList());
    }

    /** As of the counter that only tells invoices apart. */
    private static boolean isNothing(Taken taken) {
        return taken.amount().isZero() && taken.count() == 0;
    }

    private static Map<String, Taken> taken(List<OpenEntry> rows) {
        Map<String, Taken> taken = new HashMap<>();
        rows.forEach(row -> taken.merge(row.key(), new Taken(row.amount(), row.count()), Taken::and));
        taken.values().removeIf(InOrder::isNothing);
        return taken;
    }

    private static Map<String, Taken> moved(List<Decision.Movement> movements) {
        Map<String, Taken> taken = new HashMap<>();
        movements.forEach(one -> taken.merge(one.key(), new Taken(one.amount(), one.count()), Taken::and));
        taken.values().removeIf(InOrder::isNothing);
        return taken;
    }

    /** What is used of each limit on the way, and the version that recording the corrections so far leaves. */
    private static final class Running {

        private final Map<String, Consumption.Counter> counters;

        Running(Consumption now) {
            this.counters = new HashMap<>(now.counters());
        }

        Consumption consumption() {
            return new Consumption(counters);
        }

        void without(OpenEntry row) {
            Consumption.Counter counter = of(row);
            counters.put(
                    row.key(),
                    new Consumption.Counter(
                            counter.used().minus(row.amount()), counter.count() - row.count(), counter.version()));
        }

        void with(OpenEntry row) {
            Consumption.Counter counter = of(row);
            counters.put(
                    row.key(),
                    new Consumption.Counter(
                            counter.used().plus(row.amount()), counter.count() + row.count(), counter.version()));
        }

        private Consumption.Counter of(OpenEntry row) {
            return of(row.key(), row.amount());
        }

        private Consumption.Counter of(String key, Money like) {
            return counters.getOrDefault(key, new Consumption.Counter(Money.zero(like.currency()), 0, 0));
        }

        /** One decision took the place of another: each limit that either of them moves has a version more. */
        void moved(List<OpenEntry> given, List<Decision.Movement> taken) {
            Set<String> keys = new HashSet<>();
            given.forEach(row -> keys.add(row.key()));
            for (Decision.Movement one : taken) {
                Consumption.Counter counter = of(one.key(), one.amount());
                counters.put(
                        one.key(),
                        new Consumption.Counter(
                                counter.used().plus(one.amount()), counter.count() + one.count(), counter.version()));
                keys.add(one.key());
            }
            keys.forEach(key -> counters.computeIfPresent(
                    key,
                    (_, counter) -> new Consumption.Counter(counter.used(), counter.count(), counter.version() + 1)));
        }
    }
}
