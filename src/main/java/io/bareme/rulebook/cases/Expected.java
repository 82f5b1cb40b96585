package io.bareme.rulebook.cases;

import io.bareme.adjudication.Verdict;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a case says of one line; where it is silent, anything goes.
 *
 * @param shares what each contract pays, in their order; null when nothing is said of them
 * @param left what each limit told keeps after the line, in the order told, an amount or a number; null when nothing is
 *     said of them
 * @param reasons codes that must be among the line's findings, whatever else is found; null when nothing is said of
 *     them, empty when there must be none
 */
public record Expected(
        Map<Figure, Money> figures,
        @Nullable Rate rate,
        @Nullable Verdict verdict,
        @Nullable List<Money> shares,
        @Nullable List<BigDecimal> left,
        @Nullable Set<String> reasons) {

    public Expected {
        figures = Collections.unmodifiableMap(figures.isEmpty() ? Map.of() : new EnumMap<>(figures));
        shares = shares == null ? null : List.copyOf(shares);
        left = left == null ? null : List.copyOf(left);
        reasons = reasons == null ? null : Set.copyOf(reasons);
    }

    /** How many things it says. */
    public int size() {
        return figures.size()
                + (int) Stream.of(rate, verdict, shares, left, reasons)
                        .filter(Objects::nonNull)
                        .count();
    }
}
