package io.bareme.rulebook.wording;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Measure.Fixed;
import io.bareme.guarantee.Measure.Share;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.math.BigDecimal;

/** Prints amounts as French tables do: a decimal comma, thousands apart, no empty decimals. */
final class Amounts {

    private Amounts() {}

    static String print(Measure measure) {
        return switch (measure) {
            case Fixed(Money amount) -> money(amount);
            case Share(Rate rate, Basis basis) -> percent(rate) + " " + Words.of(basis);
        };
    }

    private static String percent(Rate rate) {
        return rate.asPercent().toPlainString().replace('.', ',') + " %";
    }

    private static String money(Money money) {
        BigDecimal amount = money.amount();
        String whole = thousandsApart(amount.toBigInteger().toString());
        boolean round = amount.stripTrailingZeros().scale() <= 0;
        String cents = round
                ? ""
                : "," + amount.toPlainString().substring(amount.toPlainString().indexOf('.') + 1);
        return whole + cents + " " + Words.of(money.currency());
    }

    private static String thousandsApart(String digits) {
        StringBuilder apart = new StringBuilder(digits);
        for (int place = digits.length() - 3; place > 0; place -= 3) {
            apart.insert(place, ' ');
        }
        return apart.toString();
    }
}
