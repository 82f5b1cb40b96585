package io.bareme.adjudication;

import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a limit in money has left in each of the times that the line's days fall in: each time gives no more than it has
 * of what its days come to.
 */
final class RoomOverTimes implements LimitRoom {

    private final AcrossTimes times;
    private final CareLine line;
    private final List<Room> rooms = new ArrayList<>();
    private final @Nullable Money left;
    private boolean mayBind;
    private @Nullable Exact asked;

    /**
     * One time of the limit.
     *
     * @param counted what others give for its days and the limit counts; nothing where what it has is not established
     * @param left what is left after that; null where it is not established
     */
    private record Room(
            LimitPlace place, Money counted, @Nullable Money left) {
        @Nullable
        Money whole() {
            return left == null ? null : left.plus(counted);
        }

        Money min(Money amount) {
            return left == null ? amount : amount.min(left);
        }
    }

    /**
     * @param whole what the limit comes to in each time; null where it is not established
     * @param before what others give and the limit counts
     */
    RoomOverTimes(AcrossTimes times, @Nullable Exact whole, Money before, CareLine line, LimitBook book) {
        this.times = times;
        this.line = line;
        List<Money> beside = times.shares(before);
        for (int i = 0; i < beside.size(); i++) {
            LimitPlace place = times.parts().get(i).place();
            Money room = whole == null ? null : book.room(place, whole);
            Money counted = room == null ? before.minus(before) : beside.get(i).min(room);
            rooms.add(new Room(place, counted, room == null ? null : room.minus(counted)));
        }
        Money first = rooms.getFirst().whole();
        this.left = first == null ? null : first.minus(before).orZero();
    }

    @Override
    public int allowed() {
        return line.quantity();
    }

    @Override
    public void give(int units) {}

    @Override
    public Exact within(Exact amount) {
        Money asks = amount.rounded();
        Money total = asks.minus(asks);
        List<Money> shares = times.shares(asks);
        for (int i = 0; i < shares.size(); i++) {
            Money left = rooms.get(i).left();
            mayBind |= left != null && left.compareTo(asks.min(line.charge())) < 0;
            total = total.plus(rooms.get(i).min(shares.get(i)));
        }
        if (total.compareTo(asks) >= 0) {
            return amount;
        }
        asked = amount;
        return total.exact();
    }

    @Override
    public @Nullable Money left() {
        return left;
    }

    /** Something is left in one of the times. */
    boolean anyLeft() {
        return rooms.stream().anyMatch(RoomOverTimes::isLeft);
    }

    private static boolean isLeft(Room room) {
        Money left = room.left();
        return left != null && left.isPositive();
    }

    /** What is paid counts in each time as the days that fall in it; the last takes the cents that rounding left. */
    @Override
    public void take(Money paid, UsesOfLimit uses) {
        List<Money> shares = times.shares(paid);
        Money rest = paid;
        for (int i = 0; i < shares.size(); i++) {
            Room room = rooms.get(i);
            boolean last = i == shares.size() - 1 && room.left() != null;
            Money mine = last ? rest : room.min(shares.get(i));
            rest = rest.minus(mine);
            uses.money(room.place(), room.whole(), mine.plus(room.counted()));
        }
    }

    @Override
    public @Nullable Shortfall shortfall() {
        return asked == null || left == null
                ? null
                : new Shortfall(asked.rounded().toString(), left.toString(), !anyLeft());
    }

    @Override
    public boolean mayBind() {
        return mayBind;
    }
}
