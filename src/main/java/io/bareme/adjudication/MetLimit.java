package io.bareme.adjudication;

import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.Unit;
import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One limit met by one care line: what it had left, what it gave, and what people are told of it. */
final class MetLimit {

    /** Families whose quantity is days or nights that follow each other. */
    private static final Set<String> STAYS = Set.of("hospital.stay", "hospital.daily-charge", "hospital.private-room");

    private final LimitPlace place;
    private final Limit limit;
    private final CareLine line;
    private final LimitBook book;
    private final @Nullable Money left;
    private final Money counted;
    private final Map<LimitPlace, Money> further = new LinkedHashMap<>();
    private final int unitsLeft;
    private final int unitsNeeded;
    private int unitsGiven;
    private @Nullable String asked;
    private boolean crossing;

    /**
     * @param places where it counts what the line takes: one, or one for each semester of treatment, each with the whole
     *     amount
     * @param whole what a limit in money comes to; null for a limit in number, or where it is not established
     * @param before what the compulsory scheme and other payers give, which some limits count
     */
    MetLimit(List<LimitPlace> places, Limit limit, @Nullable Exact whole, Money before, CareLine line, LimitBook book) {
        this.place = places.getFirst();
        this.limit = limit;
        this.line = line;
        this.book = book;
        Money rest = whole == null ? null : room(place, whole);
        if (rest != null && whole != null) {
            for (LimitPlace other : places.subList(1, places.size())) {
                further.put(other, room(other, whole));
                rest = rest.plus(room(other, whole));
            }
        }
        this.counted = rest == null || !countsBefore() ? none() : rest.min(before);
        this.left = rest == null ? null : rest.minus(counted);
        this.unitsNeeded = unitsNeeded();
        this.unitsLeft = limit instanceof Limit.CountLimit(int count, Unit _, Period _, Scope _)
                ? Math.max(0, count - book.count(place))
                : unitsNeeded;
    }

    /** The days of a stay that run into the limit's next time are not told apart: a handler does. */
    MetLimit across(LimitKey key, ResolvedLine of) {
        boolean inDays =
                limit instanceof Limit.CountLimit count && (count.unit() == Unit.DAY || count.unit() == Unit.NIGHT);
        boolean stays = of.lineage().stream().anyMatch(STAYS::contains);
        crossing = (inDays || stays) && key.crosses(limit);
        return this;
    }

    private Money room(LimitPlace there, Exact whole) {
        return whole.rounded().minus(book.used(there)).orZero();
    }

    private boolean countsBefore() {
        return limit instanceof Limit.AmountLimit amount && amount.reading() == Reading.INCLUDING_COMPULSORY;
    }

    /**
     * How many units the line takes: its quantity; a stay is one however many days it has, and what is settled together
     * is one equipment, one pair or one semester, counted with its first line.
     */
    private int unitsNeeded() {
        if (!(limit instanceof Limit.CountLimit(int _, Unit unit, Period _, Scope _))) {
            return line.quantity();
        }
        String group = line.group();
        return switch (unit) {
            case STAY -> group != null && book.counted(place, group) ? 0 : 1;
            case EQUIPMENT, PAIR, SEMESTER -> group == null ? line.quantity() : book.counted(place, group) ? 0 : 1;
            case ACT,
                    CONSULTATION,
                    SESSION,
                    DAY,
                    NIGHT,
                    LENS,
                    EYE,
                    EAR,
                    TOOTH,
                    PROSTHESIS,
                    IMPLANT,
                    CHILD,
                    BOX,
                    KILOMETRE -> line.quantity();
        };
    }

    /** Of the line's quantity, how much a limit in number still allows. */
    int allowed() {
        if (unitsNeeded <= unitsLeft) {
            return line.quantity();
        }
        asked = String.valueOf(unitsNeeded);
        return unitsNeeded == line.quantity() ? unitsLeft : 0;
    }

    /** All limits met together allow so much of the line's quantity: this one takes no more units than that. */
    void give(int allowed) {
        unitsGiven = unitsNeeded == line.quantity() ? allowed : allowed > 0 ? unitsNeeded : 0;
    }

    /** What a limit in money has left; null where it has no say. */
    @Nullable
    Money left() {
        return left;
    }

    Limit limit() {
        return limit;
    }

    Money used() {
        return book.used(place);
    }

    /** The amount, no more than what is left; remembers what was asked when that was more. */
    Exact within(Exact amount) {
        if (left == null || left.exact().compareTo(amount) >= 0) {
            return amount;
        }
        asked = amount.rounded().toString();
        return left.exact();
    }

    /** Takes what was paid under it and tells what it had and keeps; nothing when the line does not say enough. */
    List<LineDecision.LimitUse> take(Money paid, String enrolment, LineDecision.@Nullable Shared shared) {
        String key = place.key();
        if (key == null) {
            return List.of();
        }
        List<LineDecision.LimitUse> uses = new ArrayList<>();
        String period = Periods.code(limit.period());
        if (limit instanceof Limit.CountLimit) {
            int units = paid.isPositive() ? unitsGiven : 0;
            take(place, key, none(), units);
            if (units > 0 && line.group() != null) {
                book.counts(key, line.group());
            }
            uses.add(new LineDecision.LimitUse(
                    key, enrolment, period, null, null, unitsLeft, unitsLeft - units, shared));
        } else {
            Money later = further.values().stream().reduce(none(), Money::plus);
            Money here = left == null ? null : left.plus(counted).minus(later).orZero();
            Money all = paid.plus(counted);
            Money mine = here == null || further.isEmpty() ? all : all.min(here);
            take(place, key, mine, 0);
            Money after = here == null ? null : here.minus(mine).orZero();
            uses.add(new LineDecision.LimitUse(key, enrolment, period, here, after, null, null, shared));
            uses.addAll(takeFurther(all.minus(mine), uses.getFirst()));
        }
        place.others().forEach(other -> uses.add(reliedOn(other, uses.getFirst())));
        return uses;
    }

    /** What the first semester has no room for is taken from the next. */
    private List<LineDecision.LimitUse> takeFurther(Money amount, LineDecision.LimitUse of) {
        List<LineDecision.LimitUse> uses = new ArrayList<>();
        Money rest = amount;
        for (Map.Entry<LimitPlace, Money> one : further.entrySet()) {
            Money room = one.getValue();
            Money mine = rest.min(room);
            rest = rest.minus(mine);
            String key = one.getKey().key();
            if (key != null) {
                take(one.getKey(), key, mine, 0);
                Money after = room.minus(mine);
                uses.add(new LineDecision.LimitUse(
                        key, of.enrolment(), of.wording(), room, after, null, null, of.shared()));
            }
        }
        return uses;
    }

    private void take(LimitPlace there, String key, Money amount, int units) {
        book.take(key, amount, units);
        String opens = there.opens();
        if (opens != null && (amount.isPositive() || units > 0)) {
            book.take(opens, none(), 1);
        }
    }

    /** Another window that counts too: the decision holds only as long as it does not move. */
    private static LineDecision.LimitUse reliedOn(String key, LineDecision.LimitUse of) {
        return new LineDecision.LimitUse(
                key,
                of.enrolment(),
                of.wording(),
                of.remainingBefore(),
                of.remainingAmount(),
                of.countBefore(),
                of.remainingCount(),
                of.shared());
    }

    /** What a handler or the person must know of it: a piece missing, care out of order, a limit that gave less. */
    List<Finding> findings(ResolvedLine of, String product, String wording, boolean paidInFull) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> names = new TreeMap<>(Map.of(
                "product",
                product,
                "wording",
                wording,
                "period",
                Periods.code(limit.period()),
                "scope",
                limit.scope().name()));
        String unsaid = place.unsaid();
        if (unsaid != null) {
            findings.add(Weighing.missing(of, "limit-needs-" + unsaid, names, unsaid));
        }
        Stream.concat(Stream.of(place), further.keySet().stream())
                .map(LimitPlace::later)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(later -> {
                    Map<String, String> named = new TreeMap<>(names);
                    named.put("later", later.toString());
                    findings.add(Weighing.doubt(of, "limit-out-of-order", named));
                });
        if (crossing && asked != null && !paidInFull) {
            findings.add(Weighing.doubt(of, "limit-across-periods", Map.copyOf(names)));
        }
        String more = asked;
        if (more != null && !paidInFull) {
            findings.add(Weighing.note(of, usedUp() ? "limit-used-up" : "limit-reduced", gave(names, more)));
        }
        return findings;
    }

    private boolean usedUp() {
        return left == null ? unitsLeft == 0 : left.isZero();
    }

    private Map<String, String> gave(Map<String, String> names, String more) {
        names.put("asked", more);
        names.put("left", left == null ? String.valueOf(unitsLeft) : left.toString());
        if (limit instanceof Limit.CountLimit(int _, Unit unit, Period _, Scope _)) {
            names.put("unit", unit.name());
        }
        return names;
    }

    private Money none() {
        return Money.zero(line.charge().currency());
    }
}
