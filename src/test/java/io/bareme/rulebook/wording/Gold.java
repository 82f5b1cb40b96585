package io.bareme.rulebook.wording;

import io.bareme.adjudication.SlowEntitlement;
import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Formula.Alternative;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.HeaderReadings.BarePercent;
import io.bareme.guarantee.HeaderReadings.Dash;
import io.bareme.guarantee.HeaderReadings.PerYear;
import io.bareme.guarantee.HeaderReadings.PercentOfCharge;
import io.bareme.guarantee.HeaderReadings.TwoValues;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Reading;
import io.bareme.values.Currency;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** The files that say by hand what published wordings mean: see the README beside them. */
final class Gold {

    private Gold() {}

    /** One line of {@code gold.csv}. */
    record Line(String wording, HeaderReadings readings, Situation situation, String amount, String note) {

        boolean isRefused() {
            return amount.equals("REFUSED") || amount.equals("NOT-A-GUARANTEE");
        }

        @Override
        public String toString() {
            return wording + " — " + situation.name() + ", " + readings;
        }
    }

    /** One line of {@code scenarios.csv}: a care situation. */
    record Situation(String name, Map<String, String> cells) {

        Currency currency() {
            return Currency.valueOf(cell("currency"));
        }

        SlowEntitlement.Line line(Formula formula) {
            SlowEntitlement.Line plain = new SlowEntitlement.Line(
                    number("charge"),
                    number("compulsory"),
                    number("other_payers"),
                    optional("reconstructed_compulsory"),
                    Integer.parseInt(cell("quantity")),
                    bases(),
                    holding(),
                    new HashMap<>());
            limits(formula)
                    .forEach(limit -> plain.used()
                            .put(
                                    limit,
                                    new SlowEntitlement.Used(
                                            number("year_used_amount"), Integer.parseInt(cell("year_used_count")))));
            return plain;
        }

        /** Those the situation names; where it names none, any that a wording asks about. */
        private Set<Condition> holding() {
            String named = cell("conditions");
            if (named.isEmpty()) {
                Set<Condition> any = EnumSet.allOf(Condition.class);
                any.removeIf(condition -> condition.word().startsWith("teeth") && condition != bracket());
                return any;
            }
            Set<Condition> holding = EnumSet.noneOf(Condition.class);
            for (String word : named.equals("none") ? new String[0] : named.split(";", -1)) {
                holding.add(Objects.requireNonNull(Condition.named(word.strip()), word));
            }
            return holding;
        }

        /** The bracket that the number of teeth falls in. */
        private Condition bracket() {
            int teeth = cell("teeth").isEmpty() ? 1 : Integer.parseInt(cell("teeth"));
            return teeth <= 5 ? Condition.TEETH_TO_5 : teeth <= 10 ? Condition.TEETH_TO_10 : Condition.TEETH_OVER_10;
        }

        private Map<Basis, BigDecimal> bases() {
            BigDecimal charge = number("charge");
            BigDecimal base = number("base");
            BigDecimal rebuilt = optional("reconstructed_base");
            BigDecimal convention = rebuilt == null ? base : rebuilt;
            BigDecimal left = charge.subtract(number("compulsory")).subtract(number("other_payers"));
            Map<Basis, BigDecimal> bases = new EnumMap<>(Basis.class);
            bases.put(Basis.CHARGE, charge);
            bases.put(Basis.BASE, base);
            bases.put(Basis.CONVENTION_TARIFF, convention);
            bases.put(
                    Basis.COPAYMENT,
                    base.subtract(number("compulsory"))
                            .subtract(number("other_payers"))
                            .max(BigDecimal.ZERO));
            bases.put(Basis.REMAINDER, left.max(BigDecimal.ZERO));
            bases.put(Basis.OVERRUN, charge.subtract(convention).max(BigDecimal.ZERO));
            bases.put(Basis.RECONSTRUCTED_BASE, rebuilt);
            bases.put(Basis.PMSS, optional("pmss"));
            bases.put(Basis.PRICE_CEILING, optional("price_ceiling"));
            bases.put(Basis.STATUTORY_FEE, optional("statutory_fee"));
            bases.put(Basis.NATIONAL_TARIFF, optional("national_tariff"));
            bases.values().removeIf(Objects::isNull);
            return bases;
        }

        private BigDecimal number(String column) {
            return new BigDecimal(cell(column));
        }

        private BigDecimal optional(String column) {
            return cell(column).isEmpty() ? null : number(column);
        }

        private String cell(String column) {
            return cells.get(column);
        }
    }

    static List<Line> lines() {
        Map<String, Situation> situations = new LinkedHashMap<>();
        rows("scenarios.csv").forEach(row -> situations.put(row.get("name"), new Situation(row.get("name"), row)));
        return rows("gold.csv").stream()
                .map(row -> new Line(
                        row.get("wording"),
                        readings(row.get("readings")),
                        Objects.requireNonNull(situations.get(row.get("scenario")), row::toString),
                        row.get("amount"),
                        row.get("note")))
                .toList();
    }

    static List<Map<String, String>> rows(String file) {
        try (InputStream stream = Gold.class.getResourceAsStream(file);
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerFor(Map.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(stream)) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** "percent of base: on top of compulsory|per year: contract", what differs from the usual header. */
    static HeaderReadings readings(String said) {
        HeaderReadings read = HeaderReadings.USUAL;
        for (String one : said.isEmpty() ? new String[0] : said.split("\\|", -1)) {
            String[] parts = one.split(":", 2);
            read = with(read, parts[0].strip(), parts[1].strip());
        }
        return read;
    }

    private static HeaderReadings with(HeaderReadings usual, String name, String value) {
        Reading reading = value.startsWith("including") ? Reading.INCLUDING_COMPULSORY : Reading.ON_TOP;
        return new HeaderReadings(
                name.equals("percent of base") ? reading : usual.percentOfBase(),
                name.equals("euro amounts") ? reading : usual.euroAmounts(),
                name.equals("bare percent") ? word(BarePercent.class, value) : usual.barePercent(),
                name.equals("percent of charge")
                        ? value.equals("of the remainder")
                                ? PercentOfCharge.OF_REMAINDER
                                : PercentOfCharge.LESS_COMPULSORY
                        : usual.percentOfCharge(),
                name.equals("caps") ? reading : usual.caps(),
                name.equals("per year") ? word(PerYear.class, value) : usual.perYear(),
                name.equals("dash") ? word(Dash.class, value) : usual.dash(),
                name.equals("two values") ? word(TwoValues.class, value) : usual.twoValues(),
                usual.marks());
    }

    private static <E extends Enum<E>> E word(Class<E> type, String value) {
        return Enum.valueOf(type, value.toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
    }

    private static List<Limit> limits(Formula formula) {
        return switch (formula) {
            case Formula.Limited limited -> limited.limits();
            case Formula.Sum sum ->
                sum.parts().stream().flatMap(part -> limits(part).stream()).toList();
            case Formula.Capped capped -> limits(capped.formula());
            case Formula.Floored floored -> limits(floored.formula());
            case Formula.PerUnit each -> limits(each.formula());
            case Formula.ByCase choice ->
                choice.alternatives().stream()
                        .map(Alternative::formula)
                        .flatMap(one -> limits(one).stream())
                        .toList();
            case Formula.Nothing nothing -> List.of();
            case Formula.Term term -> List.of();
            case Formula.FullCover full -> List.of();
        };
    }
}
