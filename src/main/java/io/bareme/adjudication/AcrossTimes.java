package io.bareme.adjudication;

import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The days of one care line shared out among the times of a limit that they fall in: a limit in days counts each day in
 * its own time; of an amount, each day bears as much as any other.
 *
 * @param parts in the order of the days; two at least
 * @param exact whether the line has one unit for each of its days; where it has not, which day had which is not known
 */
record AcrossTimes(List<Part> parts, boolean exact) {

    /** So many of the line's days in one time of the limit. */
    record Part(LimitPlace place, int days) {}

    AcrossTimes {
        parts = List.copyOf(parts);
    }

    /** What each part has of an amount; together exactly the amount. */
    List<Money> shares(Money amount) {
        int all = parts.stream().mapToInt(Part::days).sum();
        List<Money> shares = new ArrayList<>();
        Money before = Money.zero(amount.currency());
        int days = 0;
        for (Part part : parts) {
            days += part.days();
            Money until = new Exact(
                            amount.amount()
                                    .multiply(BigDecimal.valueOf(days))
                                    .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP),
                            amount.currency())
                    .rounded();
            shares.add(until.minus(before));
            before = until;
        }
        return shares;
    }

    /** The places after the first, where later days count. */
    List<LimitPlace> further() {
        return parts.stream().skip(1).map(Part::place).toList();
    }
}
