package io.bareme.rulebook.files;

import io.bareme.regulation.Quantity;
import io.bareme.regulation.Quantity.DatedValue;
import io.bareme.regulation.QuantityUnit;
import io.bareme.regulation.Regulation;
import io.bareme.regulation.WorkingCalendar;
import io.bareme.values.Rate;
import io.bareme.values.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code rules/regulation/<fr|ma>/**.yaml}: one quantity a file.
 *
 * <pre>
 * quantity: fr.participation        # unique: dotted path that begins with the folder's country
 * label: {fr: "…", en: "…"}
 * unit: EUR                         # EUR, MAD, rate (written as percents), count, days, years
 * before: not established           # what holds before the first value: nothing but these words
 * values:                           # each with its first day, its source and its confidence
 *   - {from: 2005-01-01, value: 1.00, source: "CSS L160-13 II", confidence: LAW}
 * </pre>
 *
 * A value may have a {@code key}; each key is a series of its own. {@code until} closes a value on that day; what
 * follows must then begin the day after, if need be as {@code value: not established}.
 */
final class RegulationReader {

    static final String FOLDER = EditionSources.RULES + "/regulation/";

    private static final String NOT_ESTABLISHED = "not established";
    private static final Pattern ID = Pattern.compile("(fr|ma)(\\.[a-z0-9-]+)+");
    private static final Map<String, QuantityUnit> UNITS = Map.of(
            "EUR", QuantityUnit.EUR,
            "MAD", QuantityUnit.MAD,
            "rate", QuantityUnit.RATE,
            "count", QuantityUnit.COUNT,
            "days", QuantityUnit.DAYS,
            "years", QuantityUnit.YEARS);

    /** Quantities named "rate" or "rates" say what share of a base is paid; others may be shares of a tariff above 100 %. */
    private static final Pattern REIMBURSEMENT = Pattern.compile("(.*\\.)?([a-z0-9-]*-)?rates?(\\..*)?");

    private static final Rate HIGHEST_SHARE = Rate.percent("1000");

    private final Map<String, Quantity> quantities = new HashMap<>();
    private final Map<String, String> fileOf = new HashMap<>();
    private final Problems problems;
    private String id = "";

    RegulationReader(Problems problems) {
        this.problems = problems;
    }

    Regulation regulation() {
        return new Regulation(quantities);
    }

    Regulation with(Map<String, WorkingCalendar> calendars) {
        return new Regulation(quantities, calendars);
    }

    /** Adds the quantity of one file, unless it has a problem. */
    void read(String file, String text) {
        YamlNode.Mapping mapping = YamlText.mapping(file, text, problems);
        if (mapping == null) {
            return;
        }
        int before = problems.count();
        Quantity quantity = quantity(file, new Fields(file, mapping, problems));
        if (problems.count() == before) {
            quantities.put(quantity.id(), quantity);
        }
    }

    private Quantity quantity(String file, Fields fields) {
        id = fields.text("quantity");
        checkId(file, id, fields);
        Fields label = fields.fields("label");
        String fr = label.text("fr");
        String en = label.text("en");
        label.refuseOthers();
        QuantityUnit unit = fields.wordOrNone("unit", UNITS);
        fields.word("before", Map.of(NOT_ESTABLISHED, true), true);
        Map<String, List<Line>> series = new LinkedHashMap<>();
        for (Fields value : fields.list("values")) {
            Line line = line(file, value, unit);
            if (line != null) {
                series.computeIfAbsent(line.key, _ -> new ArrayList<>()).add(line);
            }
        }
        fields.refuseOthers();
        refuseMixedKeys(fields, series);
        Map<String, List<DatedValue>> checked = new HashMap<>();
        series.forEach((key, lines) -> checked.put(key, inOrder(file, lines)));
        return new Quantity(id, fr, en, unit == null ? QuantityUnit.COUNT : unit, checked);
    }

    private void checkId(String file, String id, Fields fields) {
        String country = file.substring(FOLDER.length()).replaceAll("/.*", "");
        if (!id.isEmpty() && (!ID.matcher(id).matches() || !id.startsWith(country + "."))) {
            fields.refuse(
                    "quantity",
                    "this is no name of a quantity of this folder",
                    "\"" + country + ".…\": small letters, digits, \"-\" and \".\"",
                    null);
        }
        String first = fileOf.putIfAbsent(id, file);
        if (first != null && !id.isEmpty()) {
            fields.refuse("quantity", "this quantity already stands in " + first, "each quantity in one file", null);
        }
    }

    private record Line(String key, DatedValue value, int number) {}

    private @Nullable Line line(String file, Fields fields, @Nullable QuantityUnit unit) {
        int before = problems.count();
        String key = fields.optional("key");
        LocalDate from = fields.day("from");
        LocalDate until = fields.dayOrNone("until");
        BigDecimal value = value(fields, unit);
        String reference = fields.text("source");
        Source source = new Source(
                file, "line " + fields.line(), reference, fields.word("confidence", Words.CONFIDENCES, Words.WEAKEST));
        fields.refuseOthers();
        if (from != null && until != null && until.isBefore(from)) {
            fields.refuse("until", "the last day is before the first day " + from, "a day from " + from + " on", null);
        }
        return from == null || problems.count() > before
                ? null
                : new Line(key, new DatedValue(from, until, value, source), fields.line());
    }

    private @Nullable BigDecimal value(Fields fields, @Nullable QuantityUnit unit) {
        if (fields.optional("value").equals(NOT_ESTABLISHED) || unit == null) {
            return null;
        }
        return switch (unit) {
            case EUR, MAD -> fields.decimal("value");
            case RATE -> {
                Rate rate = fields.rate("value");
                yield rate == null || tooHigh(fields, rate) ? null : rate.fraction();
            }
            case COUNT, DAYS, YEARS -> {
                Integer number = fields.number("value", 0, 1_000_000);
                yield number == null ? null : BigDecimal.valueOf(number);
            }
        };
    }

    private boolean tooHigh(Fields fields, Rate rate) {
        boolean reimbursement = REIMBURSEMENT.matcher(id).matches();
        Rate most = reimbursement ? Rate.WHOLE : HIGHEST_SHARE;
        if (rate.compareTo(most) <= 0) {
            return false;
        }
        fields.refuse(
                "value",
                reimbursement ? "a rate of reimbursement above the whole" : "too large for a rate",
                "a percentage, 0 % to " + most,
                null);
        return true;
    }

    private static void refuseMixedKeys(Fields fields, Map<String, List<Line>> series) {
        if (series.containsKey("") && series.size() > 1) {
            fields.refuse(
                    "values", "some values have a key, others have none", "a key on every line, or on none", null);
        }
    }

    /** The values of one series by first day; reports overlaps and holes. */
    private List<DatedValue> inOrder(String file, List<Line> lines) {
        List<Line> ordered = new ArrayList<>(lines);
        ordered.sort(Comparator.comparing(line -> line.value.from()));
        for (int i = 1; i < ordered.size(); i++) {
            compare(file, ordered.get(i - 1), ordered.get(i));
        }
        Line last = ordered.getLast();
        if (last.value.until() != null && last.value.value() != null) {
            hole(file, last, "nothing is said from " + last.value.until().plusDays(1) + " on");
        }
        return ordered.stream().map(Line::value).toList();
    }

    private void compare(String file, Line earlier, Line later) {
        LocalDate end = earlier.value.until();
        LocalDate from = later.value.from();
        String ofKey = later.key.isEmpty() ? "" : " for \"" + later.key + '"';
        if (from.equals(earlier.value.from()) || end != null && !end.isBefore(from)) {
            String message = "this value and that of line " + earlier.number + " overlap" + ofKey;
            problems.add(
                    file,
                    "line " + later.number,
                    from.toString(),
                    message,
                    "one value for each day",
                    end == null ? null : "\"from: " + end.plusDays(1) + '"');
        } else if (end != null && end.plusDays(1).isBefore(from)) {
            hole(file, earlier, "nothing is said from " + end.plusDays(1) + " to " + from.minusDays(1) + ofKey);
        }
    }

    private void hole(String file, Line line, String message) {
        String end = String.valueOf(line.value.until());
        String filler = "a line \"from: " + LocalDate.parse(end).plusDays(1) + ", value: not established\" is missing";
        problems.add(
                file,
                "line " + line.number,
                end,
                message,
                "a value, or \"not established\", for every day that follows",
                filler);
    }
}
