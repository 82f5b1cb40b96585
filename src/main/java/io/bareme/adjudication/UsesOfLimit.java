package io.bareme.adjudication;

import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one care line takes of one limit: written into the book, and told counter by counter. */
final class UsesOfLimit {

    private final LimitBook book;
    private final String enrolment;
    private final String period;
    private final LineDecision.@Nullable Shared shared;
    private final List<LineDecision.LimitUse> uses = new ArrayList<>();

    /** @param shared what the limit is, when several lines of the table share it */
    UsesOfLimit(LimitBook book, String enrolment, String period, LineDecision.@Nullable Shared shared) {
        this.book = book;
        this.enrolment = enrolment;
        this.period = period;
        this.shared = shared;
    }

    /** @param room what was there; null where it is not established */
    void money(LimitPlace place, @Nullable Money room, Money taken) {
        book.take(place, taken, 0);
        tell(place.key(), room, room == null ? null : room.minus(taken).orZero(), null, null);
    }

    void units(LimitPlace place, int room, int taken) {
        book.take(place, taken);
        tell(place.key(), null, null, room, room - taken);
    }

    private void tell(
            @Nullable String key,
            @Nullable Money before,
            @Nullable Money after,
            @Nullable Integer countBefore,
            @Nullable Integer countAfter) {
        if (key != null) {
            uses.add(new LineDecision.LimitUse(key, enrolment, period, before, after, countBefore, countAfter, shared));
        }
    }

    /** Other windows that count too, as the first does: the decision holds only as long as they do not move. */
    List<LineDecision.LimitUse> reliedOn(List<String> others) {
        LineDecision.LimitUse first = uses.getFirst();
        for (String other : others) {
            tell(other, first.remainingBefore(), first.remainingAmount(), first.countBefore(), first.remainingCount());
        }
        return uses;
    }
}
