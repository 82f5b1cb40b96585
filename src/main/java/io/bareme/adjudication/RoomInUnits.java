package io.bareme.adjudication;

import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Unit;
import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a limit in number has left. Each unit of a line that has one a day counts in its own time; anything else counts
 * where it begins, and another time that the line runs into may have less left.
 */
final class RoomInUnits implements LimitRoom {

    private final Limit.CountLimit limit;
    private final LimitPlace place;
    private final @Nullable AcrossTimes times;
    private final CareLine line;
    private final LimitBook book;
    private final int needed;
    private final int left;
    private final List<Integer> daysByTime = new ArrayList<>();
    private boolean mayBind;
    private int given;
    private boolean asked;

    /** @param stayCounted whether an earlier claim for the same stay was counted */
    RoomInUnits(
            Limit.CountLimit limit,
            LimitPlace place,
            @Nullable AcrossTimes times,
            CareLine line,
            LimitBook book,
            boolean stayCounted) {
        this.limit = limit;
        this.place = place;
        this.times = times;
        this.line = line;
        this.book = book;
        this.needed = needed(stayCounted);
        this.left = times == null ? left(place) : left(times);
    }

    static boolean inDays(Limit limit) {
        return limit instanceof Limit.CountLimit count && (count.unit() == Unit.DAY || count.unit() == Unit.NIGHT);
    }

    /**
     * How many units the line takes: its quantity; a stay is one however many days it has, and what is settled together
     * is one equipment, one pair or one semester, counted with its first line.
     */
    private int needed(boolean stayCounted) {
        String group = line.group();
        return switch (limit.unit()) {
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

    private int left(LimitPlace there) {
        return Math.max(0, limit.count() - book.count(there));
    }

    private int left(AcrossTimes over) {
        int days = 0;
        for (AcrossTimes.Part part : over.parts()) {
            int room = left(part.place());
            mayBind |= !byDay(over) && room < needed;
            daysByTime.add(Math.min(room, part.days()));
            days += Math.min(room, part.days());
        }
        return byDay(over) ? days : left(place);
    }

    /** Each unit of the line counts for itself: one a day, where the line has one for each of its days. */
    private boolean countsEach() {
        return !Set.of(Unit.STAY, Unit.EQUIPMENT, Unit.PAIR, Unit.SEMESTER).contains(limit.unit());
    }

    private boolean byDay(AcrossTimes over) {
        return over.exact() && countsEach();
    }

    @Override
    public int allowed() {
        if (needed <= left) {
            return line.quantity();
        }
        asked = true;
        return needed == line.quantity() ? left : 0;
    }

    @Override
    public void give(int units) {
        given = needed == line.quantity() ? units : units > 0 ? needed : 0;
    }

    @Override
    public Exact within(Exact amount) {
        return amount;
    }

    @Override
    public @Nullable Money left() {
        return null;
    }

    @Override
    public void take(Money paid, UsesOfLimit uses) {
        int units = paid.isPositive() ? given : 0;
        if (times != null && byDay(times)) {
            takeByDay(times, units, uses);
            return;
        }
        uses.units(place, left, units);
        if (units > 0 && line.group() != null) {
            book.counts(place, line.group());
        }
    }

    private void takeByDay(AcrossTimes over, int units, UsesOfLimit uses) {
        int rest = units;
        for (int i = 0; i < daysByTime.size(); i++) {
            LimitPlace there = over.parts().get(i).place();
            int mine = Math.min(rest, daysByTime.get(i));
            rest -= mine;
            uses.units(there, left(there), mine);
        }
    }

    @Override
    public @Nullable Shortfall shortfall() {
        return asked ? new Shortfall(String.valueOf(needed), String.valueOf(left), left == 0) : null;
    }

    @Override
    public boolean mayBind() {
        return mayBind;
    }
}
