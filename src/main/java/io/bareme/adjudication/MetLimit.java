package io.bareme.adjudication;

import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Reading;
import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One limit met by one care line: where it counts, what it has room for, and what people are told of it. */
final class MetLimit {

    private final List<LimitPlace> places;
    private final LimitPlace place;
    private final Limit limit;
    private final LimitBook book;
    private final LimitRoom room;
    private boolean taken;

    /**
     * @param key where the limit counts what the line takes
     * @param semesters how many of treatment the line is for
     * @param whole what a limit in money comes to; null for a limit in number, or where it is not established
     * @param before what the compulsory scheme and other payers give, which some limits count
     */
    MetLimit(
            LimitKey key,
            Limit limit,
            int semesters,
            @Nullable Exact whole,
            Money before,
            ResolvedLine of,
            LimitBook book) {
        this.places = key.ofEach(limit, semesters);
        this.place = places.getFirst();
        this.limit = limit;
        this.book = book;
        AcrossTimes times = times(key, limit, of);
        this.room = switch (limit) {
            case Limit.CountLimit count ->
                new RoomInUnits(count, place, times, of.line(), book, book.counted(key.ofStay(limit)));
            case Limit.AmountLimit amount -> {
                Money counted = amount.reading() == Reading.INCLUDING_COMPULSORY ? before : before.minus(before);
                yield times == null
                        ? new RoomInMoney(places, whole, counted, of.line().quantity(), book)
                        : new RoomOverTimes(times, whole, counted, of.line(), book);
            }
        };
    }

    /**
     * Where each day of a line counts whose quantity is days that follow each other, or that the claim spreads over several;
     * null where one time holds all.
     */
    private static @Nullable AcrossTimes times(LimitKey key, Limit limit, ResolvedLine of) {
        boolean stays = of.lineage().stream().anyMatch(StayBeginnings.STAYS::contains);
        boolean spread = of.line().course().spread() > 1 && !(limit.period() instanceof Period.Semester);
        return stays || spread || RoomInUnits.inDays(limit) ? key.days(limit) : null;
    }

    Limit limit() {
        return limit;
    }

    Money used() {
        return book.used(place);
    }

    LimitRoom room() {
        return room;
    }

    /** Takes what was paid under it and tells what it had and keeps; nothing when the line does not say enough. */
    List<LineDecision.LimitUse> take(Money paid, String enrolment, LineDecision.@Nullable Shared shared) {
        taken = paid.isPositive();
        if (place.key() == null) {
            return List.of();
        }
        UsesOfLimit uses = new UsesOfLimit(book, enrolment, Periods.code(limit.period()), shared);
        room.take(paid, uses);
        return uses.reliedOn(place.others());
    }

    /** What a handler or the person must know of it: a piece missing, care out of order, a limit that gave less. */
    List<Finding> findings(ResolvedLine of, String product, String wording, boolean paidInFull) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> names = Map.of(
                "product",
                product,
                "wording",
                wording,
                "period",
                Periods.code(limit.period()),
                "scope",
                limit.scope().name());
        String unsaid = place.unsaid();
        if (unsaid != null) {
            findings.add(Weighing.missing(of, "limit-needs-" + unsaid, names, unsaid));
        }
        places.stream()
                .filter(one -> !one.overlapped() || takes())
                .map(LimitPlace::later)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(later -> findings.add(
                        Weighing.doubt(of, "limit-out-of-order", and(names, Map.of("later", later.toString())))));
        if (room.mayBind()) {
            findings.add(Weighing.doubt(of, "limit-across-periods", names));
        }
        LimitRoom.Shortfall given = paidInFull ? null : room.shortfall();
        if (given != null) {
            String reason = given.usedUp() ? "limit-used-up" : "limit-reduced";
            findings.add(Weighing.note(of, reason, and(names, told(given))));
        }
        return findings;
    }

    /** Whether the line takes of it, or would if more were left: a file that gives all of it back does not. */
    private boolean takes() {
        return taken || room.shortfall() != null;
    }

    private Map<String, String> told(LimitRoom.Shortfall shortfall) {
        Map<String, String> gave = Map.of("asked", shortfall.asked(), "left", shortfall.left());
        return limit instanceof Limit.CountLimit count
                ? and(gave, Map.of("unit", count.unit().name()))
                : gave;
    }

    private static Map<String, String> and(Map<String, String> names, Map<String, String> further) {
        Map<String, String> all = new TreeMap<>(names);
        all.putAll(further);
        return all;
    }
}
