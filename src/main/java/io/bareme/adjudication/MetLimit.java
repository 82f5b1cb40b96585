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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One limit met by one care line: what it had left, what it gave, and what people are told of it. */
final class MetLimit {

    private final LimitPlace place;
    private final Limit limit;
    private final CareLine line;
    private final LimitBook book;
    private final @Nullable Money left;
    private final Money counted;
    private final @Nullable AcrossTimes times;
    private final List<Money> roomByTime = new ArrayList<>();
    private final List<Money> countedByTime = new ArrayList<>();
    private final List<Integer> daysByTime = new ArrayList<>();
    private final Map<LimitPlace, Money> further = new LinkedHashMap<>();
    private final int unitsLeft;
    private final int unitsNeeded;
    private int unitsGiven;
    private @Nullable String asked;
    private boolean mayBind;
    private final boolean stayCounted;

    /**
     * @param times where each of the line's days counts, when they run from one time of the limit into the next; else null
     * @param places where it counts what the line takes: one, or one for each semester of treatment, each with the whole
     *     amount
     * @param whole what a limit in money comes to; null for a limit in number, or where it is not established
     * @param stayCounted whether an earlier claim for the same stay was counted
     * @param before what the compulsory scheme and other payers give, which some limits count
     */
    MetLimit(
            List<LimitPlace> places,
            @Nullable AcrossTimes times,
            Limit limit,
            @Nullable Exact whole,
            Money before,
            CareLine line,
            LimitBook book,
            boolean stayCounted) {
        this.place = places.getFirst();
        this.limit = limit;
        this.line = line;
        this.book = book;
        this.times = times;
        this.stayCounted = stayCounted;
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
                ? unitsLeft(count)
                : unitsNeeded;
        if (times != null && whole != null) {
            List<Money> beside = times.shares(countsBefore() ? before : none());
            for (int i = 0; i < beside.size(); i++) {
                Money room = room(times.parts().get(i).place(), whole);
                countedByTime.add(beside.get(i).min(room));
                roomByTime.add(room.minus(countedByTime.get(i)));
            }
        }
    }

    /** Where each day of a line counts whose quantity is days that follow each other; null where one time holds all. */
    static @Nullable AcrossTimes times(LimitKey key, Limit limit, ResolvedLine of) {
        boolean stays = of.lineage().stream().anyMatch(StayBeginnings.STAYS::contains);
        return stays || inDays(limit) ? key.days(limit) : null;
    }

    private static boolean inDays(Limit limit) {
        return limit instanceof Limit.CountLimit count && (count.unit() == Unit.DAY || count.unit() == Unit.NIGHT);
    }

    /** Each day counts in its own time; anything else counts where it begins, and another time may have less left. */
    private int unitsLeft(int count) {
        int first = Math.max(0, count - book.count(place));
        if (times == null) {
            return first;
        }
        int days = 0;
        for (AcrossTimes.Part part : times.parts()) {
            int room = Math.max(0, count - book.count(part.place()));
            mayBind |= (!inDays(limit) || !times.exact()) && room < unitsNeeded;
            daysByTime.add(Math.min(room, part.days()));
            days += Math.min(room, part.days());
        }
        return inDays(limit) && times.exact() ? days : first;
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
            case STAY -> stayCounted || group != null && book.counted(place, group) ? 0 : 1;
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
        if (times != null && !roomByTime.isEmpty()) {
            return acrossTimes(amount, times);
        }
        if (left == null || left.exact().compareTo(amount) >= 0) {
            return amount;
        }
        asked = amount.rounded().toString();
        return left.exact();
    }

    /** Each time gives no more than it has left of what its days come to. */
    private Exact acrossTimes(Exact amount, AcrossTimes over) {
        Money total = none();
        List<Money> shares = over.shares(amount.rounded());
        for (int i = 0; i < shares.size(); i++) {
            Money room = roomByTime.get(i);
            mayBind |= room.compareTo(amount.rounded().min(line.charge())) < 0;
            total = total.plus(shares.get(i).min(room));
        }
        if (total.compareTo(amount.rounded()) >= 0) {
            return amount;
        }
        asked = amount.rounded().toString();
        return total.exact();
    }

    /** Something is left of it in one of the times that the line's days fall in. */
    boolean leftInAnyOfSeveral() {
        return roomByTime.stream().anyMatch(Money::isPositive);
    }

    /** Takes what was paid under it and tells what it had and keeps; nothing when the line does not say enough. */
    List<LineDecision.LimitUse> take(Money paid, String enrolment, LineDecision.@Nullable Shared shared) {
        String key = place.key();
        if (key == null) {
            return List.of();
        }
        List<LineDecision.LimitUse> uses = new ArrayList<>();
        String period = Periods.code(limit.period());
        if (times != null && (limit instanceof Limit.AmountLimit || inDays(limit) && times.exact())) {
            uses.addAll(takeByTime(times, paid, enrolment, shared));
        } else if (limit instanceof Limit.CountLimit) {
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

    /** What is paid counts in each time as the days that fall in it. */
    private List<LineDecision.LimitUse> takeByTime(
            AcrossTimes over, Money paid, String enrolment, LineDecision.@Nullable Shared shared) {
        List<LineDecision.LimitUse> uses = new ArrayList<>();
        List<Money> shares = over.shares(paid);
        Money rest = paid;
        int unitsToTake = paid.isPositive() ? unitsGiven : 0;
        for (int i = 0; i < shares.size(); i++) {
            LimitPlace there = over.parts().get(i).place();
            String key = String.valueOf(there.key());
            String period = Periods.code(limit.period());
            if (limit instanceof Limit.CountLimit(int count, Unit _, Period _, Scope _)) {
                int room = Math.max(0, count - book.count(there));
                int units = Math.min(unitsToTake, daysByTime.get(i));
                unitsToTake -= units;
                take(there, key, none(), units);
                uses.add(new LineDecision.LimitUse(key, enrolment, period, null, null, room, room - units, shared));
            } else {
                boolean known = !roomByTime.isEmpty();
                boolean last = i == shares.size() - 1;
                Money mine =
                        !known ? shares.get(i) : last ? rest : shares.get(i).min(roomByTime.get(i));
                rest = rest.minus(mine);
                Money counts = known ? mine.plus(countedByTime.get(i)) : mine;
                Money room = known ? roomByTime.get(i).plus(countedByTime.get(i)) : null;
                take(there, key, counts, 0);
                Money after = room == null ? null : room.minus(counts).orZero();
                uses.add(new LineDecision.LimitUse(key, enrolment, period, room, after, null, null, shared));
            }
        }
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
        if (mayBind) {
            findings.add(Weighing.doubt(of, "limit-across-periods", Map.copyOf(names)));
        }
        String more = asked;
        if (more != null && !paidInFull) {
            findings.add(Weighing.note(of, usedUp() ? "limit-used-up" : "limit-reduced", gave(names, more)));
        }
        return findings;
    }

    private boolean usedUp() {
        return left == null
                ? unitsLeft == 0
                : roomByTime.isEmpty() ? left.isZero() : roomByTime.stream().noneMatch(Money::isPositive);
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
