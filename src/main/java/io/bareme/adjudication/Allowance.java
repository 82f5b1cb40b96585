package io.bareme.adjudication;

import io.bareme.guarantee.Limit;
import io.bareme.values.Money;
import io.bareme.values.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One limit or deductible of a contract on a day of care, with what is used of it.
 *
 * @param limit as worded
 * @param whole what a limit in money comes to; null for a limit in number, and where it is a share of figures that a
 *     care line alone has
 * @param shared what it is, when several lines of the table share it; null for a limit of the line alone
 * @param source the cell or the clause that states it
 * @param counters those that care of that day would meet: one where the limit is of the person, of the family or of a
 *     side; else those under which something is used
 * @param others whether care may meet further counters, each with the whole: another tooth, stay or illness
 */
public record Allowance(
        Limit limit,
        @Nullable Money whole,
        LineDecision.@Nullable Shared shared,
        Source source,
        List<Counter> counters,
        boolean others) {

    public Allowance {
        counters = List.copyOf(counters);
    }

    /** The code of the time it counts over: {@code civil-year}, {@code months-24}. */
    public String period() {
        return Periods.code(limit.period());
    }

    /**
     * One counter.
     *
     * @param key of the counter
     * @param keys of all the counters that count here: more than one where windows overlap
     * @param window whose consumption it adds up and over which days
     * @param opens whether care of that day would open the window
     * @param used in money, what is reserved included
     * @param count in units, what is reserved included
     * @param left null for a limit in number, and where the whole is not known
     * @param countLeft null for a limit in money
     */
    public record Counter(
            String key,
            List<String> keys,
            LimitWindow window,
            boolean opens,
            Money used,
            int count,
            @Nullable Money left,
            @Nullable Integer countLeft) {

        public Counter {
            keys = List.copyOf(keys);
        }
    }

    /**
     * What a responsible contract may pay once in a time by law: how many may be bought on that day, without a reason for
     * an earlier renewal.
     *
     * @param part {@code frame}, {@code lens}, {@code aid-left} or {@code aid-right}
     * @param most how many in that time
     * @param left how many of them
     * @param months from one purchase to the next
     * @param since the purchase that counts; null when none does
     * @param from the first day on which another may be bought; null when none is in the way
     */
    public record Renewal(
            String part,
            int most,
            int left,
            int months,
            @Nullable LocalDate since,
            @Nullable LocalDate from,
            Source source) {}
}
