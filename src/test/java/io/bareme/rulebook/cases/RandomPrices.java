package io.bareme.rulebook.cases;

import io.bareme.adjudication.Provider;
import io.bareme.adjudication.Rights;
import io.bareme.regulation.Act;
import io.bareme.regulation.Act.TariffRule;
import io.bareme.regulation.Lookup;
import io.bareme.regulation.Regulation;
import io.bareme.values.Currency;
import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The bases and the charges of one invented claim. */
final class RandomPrices {

    private final Regulation regulation;
    private final Random random;
    private final Rights rights;
    private final Provider provider;

    RandomPrices(Regulation regulation, Random random, Rights rights, Provider provider) {
        this.regulation = regulation;
        this.random = random;
        this.rights = rights;
        this.provider = provider;
    }

    /** The base as it is, below it, up to four times it, or with an overrun of some hundred euros. */
    Money charge(Money base) {
        return switch (random.nextInt(5)) {
            case 0 -> base;
            case 1 ->
                base.exact()
                        .times(BigDecimal.valueOf(50 + random.nextInt(50), 2))
                        .rounded();
            case 2 -> base.plus(money(40_000));
            default ->
                base.exact()
                        .times(BigDecimal.valueOf(100 + random.nextInt(300), 2))
                        .rounded();
        };
    }

    /** What the tariff of the day gives for one; null where none is established. */
    @Nullable
    BigDecimal unitBase(Act act, LocalDate on, @Nullable BigDecimal coefficient) {
        return switch (act.tariff()) {
            case TariffRule.Quantity tariff -> known(tariff.quantity(), act, on);
            case TariffRule.LetterKey letter -> {
                BigDecimal times = coefficient == null ? act.defaultCoefficient() : coefficient;
                BigDecimal key = known(letter.quantity(), act, on);
                yield key == null || times == null ? null : key.multiply(times);
            }
            case TariffRule.Price() -> null;
            case TariffRule.None() -> null;
        };
    }

    private @Nullable BigDecimal known(String quantity, Act act, LocalDate on) {
        String category = provider.category().tariffKey();
        String scheme = rights.schemeOn(on).word() + "-" + category;
        for (String key : List.of(scheme, category, "any", "", act.code().code())) {
            if (regulation.has(quantity, key)) {
                return regulation.on(quantity, key, on) instanceof Lookup.Known known ? known.value() : null;
            }
        }
        return null;
    }

    private Currency currency() {
        return provider.country().equals("FR") ? Currency.EUR : Currency.MAD;
    }

    Money cents(BigDecimal unit, int quantity) {
        return new Exact(unit.multiply(BigDecimal.valueOf(quantity)), currency()).rounded();
    }

    Money money(int most) {
        int cents = random.nextInt(10) == 0 ? random.nextInt(3) : random.nextInt(most);
        return new Money(random.nextBoolean() ? cents - cents % 100 : cents, currency());
    }
}
