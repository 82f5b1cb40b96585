package io.bareme.rulebook.cases;

import io.bareme.adjudication.Verdict;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a case says of one line; where it is silent, anything goes.
 *
 * @param reasons codes that must be among the line's findings, whatever else is found; null when nothing is said of
 *     them, empty when there must be none
 */
public record Expected(
        Map<Figure, Money> figures,
        @Nullable Rate rate,
        @Nullable Verdict verdict,
        @Nullable Set<String> reasons) {

    public Expected {
        figures = Collections.unmodifiableMap(figures.isEmpty() ? Map.of() : new EnumMap<>(figures));
        reasons = reasons == null ? null : Set.copyOf(reasons);
    }

    /** How many things it says. */
    public int size() {
        return figures.size() + (rate == null ? 0 : 1) + (verdict == null ? 0 : 1) + (reasons == null ? 0 : 1);
    }
}
