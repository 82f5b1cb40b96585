package io.bareme.rulebook.files;

import io.bareme.rulebook.cases.Expected;
import io.bareme.rulebook.cases.Figure;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a worked case expects of one line: figures, {@code rate}, {@code verdict}, {@code reasons}, {@code shares}
 * (what each contract pays, in their order) and {@code left} (what each limit told keeps: an amount or a number).
 */
final class ExpectedReader {

    private static final Map<String, Figure> FIGURES = Words.of(Figure.values(), Figure::word);

    private final Fields fields;
    private final Currency currency;

    ExpectedReader(Fields fields, Currency currency) {
        this.fields = fields;
        this.currency = currency;
    }

    Expected expected() {
        Map<Figure, Money> figures = new EnumMap<>(Figure.class);
        FIGURES.forEach((word, figure) -> {
            Money money = fields.has(word) ? CaseLineReader.money(fields, word, currency) : null;
            if (money != null) {
                figures.put(figure, money);
            }
        });
        List<BigDecimal> shares = decimals("shares");
        Expected expected = new Expected(
                figures,
                fields.has("rate") ? fields.rate("rate") : null,
                fields.has("verdict") ? CaseLineReader.verdict(fields) : null,
                shares == null
                        ? null
                        : shares.stream()
                                .map(share -> Money.of(share, currency))
                                .toList(),
                decimals("left"),
                fields.has("reasons") ? Set.copyOf(fields.words("reasons")) : null);
        fields.refuseOthers();
        if (expected.size() == 0) {
            fields.refuseWhole("the case expects nothing", "one figure or more: " + Fields.oneOf(FIGURES.keySet()));
        }
        return expected;
    }

    /** Amounts in whole cents, or numbers; null when the key is not there. */
    private @Nullable List<BigDecimal> decimals(String key) {
        if (!fields.has(key)) {
            return null;
        }
        List<BigDecimal> decimals = new ArrayList<>();
        for (String text : fields.words(key)) {
            BigDecimal decimal = Decimals.read(text);
            if (decimal == null || decimal.stripTrailingZeros().scale() > 2) {
                fields.refuse(key, "\"" + text + "\" is no amount", "amounts as 12.50, numbers as 3", null);
            } else {
                decimals.add(decimal);
            }
        }
        return decimals;
    }
}
