package io.bareme.portal.regulation;

import io.bareme.explanation.Amounts;
import io.bareme.explanation.Language;
import io.bareme.explanation.Sentences;
import io.bareme.portal.pages.Reference;
import io.bareme.portal.pages.Texts;
import io.bareme.regulation.Quantity;
import io.bareme.regulation.Quantity.DatedValue;
import io.bareme.regulation.QuantityUnit;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One regulated quantity as its page shows it.
 *
 * @param series one for each key, in the order of keys; the values of each, the latest first
 */
record QuantityView(String id, String label, String file, List<Series> series) {

    /** The id of the row that someone came for. */
    static final String MARK = "value";

    /** The values of one key; an empty key for a quantity without keys. */
    record Series(String key, List<Row> rows) {}

    /** One value, with its days and its source. */
    record Row(
            String value,
            String from,
            @Nullable String until,
            List<Reference.Piece> reference,
            String confidence,
            boolean weak,
            boolean marked) {}

    /** @param place the value someone came for, as its source says it */
    static QuantityView of(Quantity quantity, String place, Texts texts) {
        List<Series> series = quantity.series().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new Series(one.getKey(), rows(one.getValue(), quantity.unit(), place, texts)))
                .toList();
        String file =
                quantity.series().values().iterator().next().get(0).source().file();
        String label = Language.of(texts.locale()) == Language.FRENCH ? quantity.labelFr() : quantity.labelEn();
        return new QuantityView(quantity.id(), label, file, series);
    }

    /** The latest first; a value holds until the day before the next. */
    private static List<Row> rows(List<DatedValue> values, QuantityUnit unit, String place, Texts texts) {
        List<Row> rows = new ArrayList<>();
        LocalDate next = null;
        for (DatedValue value : values.reversed()) {
            LocalDate until = value.until() != null || next == null ? value.until() : next.minusDays(1);
            rows.add(row(value, until, unit, place, texts));
            next = value.from();
        }
        return rows;
    }

    private static Row row(DatedValue value, @Nullable LocalDate until, QuantityUnit unit, String place, Texts texts) {
        return new Row(
                value.value() == null ? texts.say("regulation.unknown") : said(value.value(), unit, texts),
                Amounts.day(value.from(), texts.locale()),
                until == null ? null : Amounts.day(until, texts.locale()),
                Reference.pieces(value.source().reference()),
                Sentences.confidence(value.source().confidence(), texts.locale()),
                value.source().confidence().isWeak(),
                value.source().place().equals(place));
    }

    private static String said(BigDecimal value, QuantityUnit unit, Texts texts) {
        return switch (unit) {
            case EUR -> money(value, Currency.EUR, texts);
            case MAD -> money(value, Currency.MAD, texts);
            case RATE -> Amounts.rate(new Rate(value), texts.locale());
            case COUNT -> plain(value);
            case DAYS -> texts.say("regulation.days", plain(value));
            case YEARS -> texts.say("regulation.years", plain(value));
        };
    }

    private static String money(BigDecimal value, Currency currency, Texts texts) {
        return value.stripTrailingZeros().scale() <= 2
                ? Amounts.money(Money.of(value, currency), texts.locale())
                : plain(value) + " " + currency;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
