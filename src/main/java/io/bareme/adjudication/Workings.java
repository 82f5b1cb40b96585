package io.bareme.adjudication;

import io.bareme.guarantee.Condition;
import io.bareme.regulation.Lookup;
import io.bareme.regulation.Regulation;
import io.bareme.values.Money;
import io.bareme.values.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sheet on which one care line is worked out: the steps taken, and the regulated values that were not there. */
final class Workings {

    private final Regulation regulation;
    private final LocalDate day;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Money> takenOff = new HashMap<>();
    private final List<Map<String, String>> contradictions = new ArrayList<>();
    private final Set<Condition> undecided = EnumSet.noneOf(Condition.class);
    private final List<Doubt> doubts = new ArrayList<>();
    private final List<Lookup.NotEstablished> missing = new ArrayList<>();

    Workings(Regulation regulation, LocalDate day) {
        this.regulation = regulation;
        this.day = day;
    }

    /** A sheet for working something out aside, that leaves no trace here. */
    Workings aside() {
        return new Workings(regulation, day);
    }

    /** A value the computation cannot do without; when it is not established the line will be referred. */
    Lookup.@Nullable Known need(String quantity, String key) {
        return need(quantity, key, day);
    }

    /** The same, of another day of the line. */
    Lookup.@Nullable Known need(String quantity, String key, LocalDate on) {
        return switch (regulation.on(quantity, key, on)) {
            case Lookup.Known known -> known;
            case Lookup.NotEstablished hole -> {
                if (!missing.contains(hole)) {
                    missing.add(hole);
                }
                yield null;
            }
        };
    }

    /** A value that changes the computation only where it exists. */
    Lookup.@Nullable Known find(String quantity, String key) {
        return regulation.on(quantity, key, day) instanceof Lookup.Known known ? known : null;
    }

    boolean has(String quantity) {
        return regulation.has(quantity);
    }

    LocalDate day() {
        return day;
    }

    /** What the computation met that a person must look at. */
    record Doubt(String reason, Map<String, String> parameters) {}

    void doubt(String reason, Map<String, String> parameters) {
        Doubt doubt = new Doubt(reason, parameters);
        if (!doubts.contains(doubt)) {
            doubts.add(doubt);
        }
    }

    List<Doubt> doubts() {
        return List.copyOf(doubts);
    }

    /** The claim states a figure that the regulation makes another: kept, reported, and left to a person. */
    void contradiction(Object stated, Object regulated) {
        contradictions.add(Map.of("stated", stated.toString(), "regulated", regulated.toString()));
    }

    List<Map<String, String>> contradictions() {
        return List.copyOf(contradictions);
    }

    /** The words depend on something that is not known of the line; it will be referred. */
    void undecided(Condition condition) {
        undecided.add(condition);
    }

    Set<Condition> undecided() {
        return Collections.unmodifiableSet(undecided);
    }

    /** Parameters are given as name, value, name, value; {@code before} is the amount that the step brought down. */
    void step(String code, @Nullable Money amount, @Nullable Source source, Object... parameters) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            named.put(String.valueOf(parameters[i]), String.valueOf(parameters[i + 1]));
            if (parameters[i].equals("before") && parameters[i + 1] instanceof Money before && amount != null) {
                takenOff.merge(code, before.minus(amount).orZero(), Money::plus);
            }
        }
        steps.add(new Step(code, named, amount, source));
    }

    /** What all steps of one kind took off together; null when none took anything. */
    @Nullable
    Money takenOff(String code) {
        return takenOff.get(code);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    List<Lookup.NotEstablished> missing() {
        return List.copyOf(missing);
    }
}
