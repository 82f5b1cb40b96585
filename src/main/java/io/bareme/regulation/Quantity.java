package io.bareme.regulation;

import io.bareme.values.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One regulated quantity and all its values, each with its first day and its source.
 *
 * @param id dotted path, unique in an edition
 * @param series by key (provider category, care kind, act …), {@code ""} when the quantity has no keys; ascending by
 *     first day, never overlapping
 */
public record Quantity(
        String id, String labelFr, String labelEn, QuantityUnit unit, Map<String, List<DatedValue>> series) {

    public Quantity {
        series = Map.copyOf(series);
    }

    /**
     * One value, from its first day to its last (open when null). A null value says that it is not established over
     * those days: claims that need it are referred. Rates are fractions, amounts are currency units.
     */
    public record DatedValue(
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable BigDecimal value,
            Source source) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    Lookup on(String key, LocalDate day) {
        List<DatedValue> values = series.get(key);
        if (values == null) {
            return new Lookup.NotEstablished(id, key, day);
        }
        for (int i = values.size() - 1; i >= 0; i--) {
            DatedValue candidate = values.get(i);
            if (candidate.covers(day)) {
                return candidate.value() == null
                        ? new Lookup.NotEstablished(id, key, day)
                        : new Lookup.Known(id, key, candidate.value(), unit, candidate.source());
            }
        }
        return new Lookup.NotEstablished(id, key, day);
    }
}
