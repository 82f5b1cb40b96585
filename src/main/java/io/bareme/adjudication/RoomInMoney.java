package io.bareme.adjudication;

import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a limit in money has left in one time, or in each of the semesters that an orthodontic line is for: what the first
 * has no room for is taken from the next.
 */
final class RoomInMoney implements LimitRoom {

    private final LimitPlace place;
    private final Map<LimitPlace, Money> further = new LinkedHashMap<>();
    private final @Nullable Money room;
    private final @Nullable Money left;
    private final Money counted;
    private final int quantity;
    private @Nullable Exact asked;

    /**
     * @param places where it counts what the line takes, each with the whole amount
     * @param whole what the limit comes to; null where it is not established
     * @param before what others give and the limit counts
     */
    RoomInMoney(List<LimitPlace> places, @Nullable Exact whole, Money before, int quantity, LimitBook book) {
        this.place = places.getFirst();
        this.quantity = quantity;
        if (whole == null) {
            this.room = null;
            this.counted = before.minus(before);
            this.left = null;
            return;
        }
        places.stream().skip(1).forEach(other -> further.put(other, book.room(other, whole)));
        this.room = book.room(place, whole);
        Money all = further.values().stream().reduce(room, Money::plus);
        this.counted = all.min(before);
        this.left = all.minus(counted);
    }

    @Override
    public int allowed() {
        return quantity;
    }

    @Override
    public void give(int units) {}

    @Override
    public Exact within(Exact amount) {
        if (left == null || left.exact().compareTo(amount) >= 0) {
            return amount;
        }
        asked = amount;
        return left.exact();
    }

    @Override
    public @Nullable Money left() {
        return left;
    }

    @Override
    public void take(Money paid, UsesOfLimit uses) {
        Money rest = paid.plus(counted);
        Money first = room == null || further.isEmpty() ? rest : rest.min(room);
        uses.money(place, room, first);
        rest = rest.minus(first);
        for (Map.Entry<LimitPlace, Money> one : further.entrySet()) {
            Money mine = rest.min(one.getValue());
            rest = rest.minus(mine);
            uses.money(one.getKey(), one.getValue(), mine);
        }
    }

    @Override
    public @Nullable Shortfall shortfall() {
        return asked == null || left == null
                ? null
                : new Shortfall(asked.rounded().toString(), left.toString(), left.isZero());
    }

    @Override
    public boolean mayBind() {
        return false;
    }
}
