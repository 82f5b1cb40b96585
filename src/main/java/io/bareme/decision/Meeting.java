package io.bareme.decision;

import static java.util.Comparator.comparing;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Rights;
import io.bareme.journal.Promised;
import io.bareme.journal.Promised.Beyond;
import io.bareme.journal.Promised.Met;
import io.bareme.journal.PromisedLine;
import io.bareme.values.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which line of its authorization each line of an invoice is. The nearest are found first, whatever their order, and what
 * a person refused is found as what they approved is: refused care does not take the promise of other care of its act.
 */
final class Meeting {

    /** How near an invoiced line is to one that was asked for, of the same act and part; the nearest first. */
    private enum Near {
        SAME,
        DAY,
        CHARGE,
        COEFFICIENT,
        ACT;

        boolean holds(CareLine asked, CareLine line) {
            return Called.sameCare(asked, line)
                    && switch (this) {
                        case SAME -> DAY.holds(asked, line) && CHARGE.holds(asked, line);
                        case DAY -> asked.date().equals(line.date()) && COEFFICIENT.holds(asked, line);
                        case CHARGE ->
                            line.charge().cents() * asked.quantity()
                                            == asked.charge().cents() * line.quantity()
                                    && COEFFICIENT.holds(asked, line);
                        case COEFFICIENT -> Called.sameCoefficient(asked, line);
                        case ACT -> true;
                    };
        }
    }

    private final Called called;
    private final Claim claim;
    private final List<PromisedLine> promised;
    private final List<CareLine> refused;
    private final Map<Integer, Integer> left = new HashMap<>();
    private final Map<Integer, Met> met = new HashMap<>();

    private Meeting(Called called, Claim claim) {
        this.called = called;
        this.claim = claim;
        this.promised = called.lines();
        this.refused = called.refused();
        promised.forEach(line -> left.put(line.number(), line.left()));
    }

    /** How each line of the claim meets the commitment. */
    static Promised of(Called called, Claim claim, Rights then) {
        Meeting meeting = new Meeting(called, claim);
        for (Near near : Near.values()) {
            for (CareLine line : claim.lines()) {
                if (!meeting.met.containsKey(line.number())
                        && called.commitment().covers(line.date())) {
                    meeting.look(near, line);
                }
            }
        }
        List<Met> met = claim.lines().stream()
                .map(line -> meeting.met.getOrDefault(line.number(), beyond(line, meeting.unmet(line))))
                .toList();
        return new Promised(called.commitment().number(), called.authorization().edition(), then, met);
    }

    /** A line that has used its promise up is still the nearest to the same care invoiced again. */
    private void look(Near near, CareLine line) {
        boolean again = called.again(line);
        Optional<PromisedLine> nearest = promised.stream()
                .filter(one -> near.holds(one.line(), line) && (again || left(one) > 0))
                .min(comparing(one -> !one.line().date().equals(line.date())));
        if (nearest.isPresent()) {
            met.put(line.number(), again ? beyond(line, unmet(line)) : on(nearest.get(), line));
        } else if (near != Near.ACT && refused.stream().anyMatch(one -> near.holds(one, line))) {
            met.put(line.number(), beyond(line, Beyond.REFUSED));
        }
    }

    private Met on(PromisedLine of, CareLine line) {
        int units = Math.min(line.quantity(), left(of));
        left.merge(of.number(), -units, Integer::sum);
        return called.stands()
                ? new Met(
                        line.number(),
                        of.number(),
                        units,
                        least(line, of, units),
                        units < line.quantity() ? Beyond.UNITS : null)
                : beyond(line, Beyond.ENDED);
    }

    /** Why no promise is for it. */
    private Beyond unmet(CareLine line) {
        if (!called.stands()) {
            return Beyond.ENDED;
        }
        if (called.again(line)) {
            return Beyond.AGAIN;
        }
        return promised.stream().noneMatch(one -> Called.sameCare(one.line(), line))
                ? Beyond.ACT
                : called.commitment().covers(line.date()) ? Beyond.UNITS : Beyond.DAY;
    }

    private static Met beyond(CareLine line, Beyond why) {
        return new Met(line.number(), null, null, null, why);
    }

    private int left(PromisedLine line) {
        return left.getOrDefault(line.number(), 0);
    }

    /**
     * What is paid at least: the part of the promise that so many units have, less a cent for each where they are not
     * all, since shares are rounded. Null where the care is not as it was promised, or costs less.
     */
    private @Nullable Money least(CareLine line, PromisedLine of, int units) {
        CareLine then = of.line();
        boolean asPromised = Objects.equals(then.coefficient(), line.coefficient())
                && then.given().equals(line.given())
                && then.circumstances().equals(line.circumstances())
                && Objects.equals(then.group(), line.group())
                && claim.provider()
                        .category()
                        .equals(called.authorization()
                                .input()
                                .claim()
                                .provider()
                                .category())
                && line.charge().cents() * then.quantity() >= then.charge().cents() * units;
        if (!asPromised) {
            return null;
        }
        long promised = of.decided().shares().complementary().cents() * units / then.quantity();
        long least = units == then.quantity() ? promised : promised - units;
        return new Money(
                Math.max(0, Math.min(least, of.amountLeft().cents())),
                line.charge().currency());
    }
}
