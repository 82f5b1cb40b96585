package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.Quantity;
import io.bareme.values.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The raw files of an edition read plainly: the value of a day, the families of an act, the base of a line. */
record SlowRegulation(Edition edition) {

    /** Null where nothing is established. */
    @Nullable
    BigDecimal find(String id, String key, LocalDate day) {
        Quantity quantity = edition.regulation().quantities().get(id);
        if (quantity == null || !quantity.series().containsKey(key)) {
            return null;
        }
        BigDecimal found = null;
        for (Quantity.DatedValue value : quantity.series().get(key)) {
            boolean begun = !value.from().isAfter(day);
            boolean over = value.until() != null && value.until().isBefore(day);
            if (begun && !over) {
                found = value.value();
            }
        }
        return found;
    }

    BigDecimal value(String id, String key, LocalDate day) {
        BigDecimal found = find(id, key, day);
        if (found == null) {
            throw new IllegalStateException(id + " for " + key + " is not established on " + day);
        }
        return found;
    }

    /** The act's family first, then each family above it. */
    List<String> families(@Nullable Act act) {
        List<String> families = new ArrayList<>();
        String next = act == null ? null : act.family();
        while (next != null) {
            families.add(next);
            next = edition.nomenclature().families().get(next).parent();
        }
        return families;
    }

    /**
     * A line's base.
     *
     * @param unit for one act, exact
     * @param whole for the line, to the cent
     * @param byAct it is so many times a tariff
     */
    record Base(BigDecimal unit, BigDecimal whole, boolean byAct) {}

    Base base(CareLine line, @Nullable Act act, Provider provider) {
        BigDecimal quantity = BigDecimal.valueOf(line.quantity());
        if (line.given().base() != null) {
            BigDecimal whole = line.given().base().amount();
            return new Base(whole.divide(quantity, 6, RoundingMode.HALF_UP), whole, false);
        }
        if (act == null) {
            return new Base(BigDecimal.ZERO, BigDecimal.ZERO, true);
        }
        BigDecimal unit = switch (act.tariff()) {
            case Act.TariffRule.None() -> BigDecimal.ZERO;
            case Act.TariffRule.Price() -> line.charge().amount().divide(quantity, 6, RoundingMode.HALF_UP);
            case Act.TariffRule.Quantity tariff -> tariff(tariff.quantity(), act, line, provider);
            case Act.TariffRule.LetterKey letter ->
                tariff(letter.quantity(), act, line, provider).multiply(coefficient(line, act));
        };
        if (act.tariff() instanceof Act.TariffRule.Price) {
            return new Base(unit, line.charge().amount(), false);
        }
        return new Base(unit, cents(unit.multiply(quantity)), true);
    }

    private static BigDecimal coefficient(CareLine line, Act act) {
        BigDecimal said = line.coefficient() == null ? act.defaultCoefficient() : line.coefficient();
        if (said == null) {
            throw new IllegalStateException("no coefficient for " + act.code());
        }
        return said;
    }

    private BigDecimal tariff(String id, Act act, CareLine line, Provider provider) {
        String own = provider.category() == Provider.Category.SECTOR_1
                ? "optam"
                : provider.category().word();
        for (String key : List.of(own, "any", "", act.code().code())) {
            Quantity quantity = edition.regulation().quantities().get(id);
            if (quantity != null && quantity.series().containsKey(key)) {
                return value(id, key, line.date());
            }
        }
        throw new IllegalStateException("no tariff " + id + " for " + own);
    }

    /** Half-up; a sum of sixths and the like is first freed of its last digit, which a division had to round. */
    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(20, RoundingMode.HALF_UP).setScale(2, RoundingMode.HALF_UP);
    }

    static Currency currency(Rights rights) {
        return rights.scheme().isFrench() ? Currency.EUR : Currency.MAD;
    }
}
