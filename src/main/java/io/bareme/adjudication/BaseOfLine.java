package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.regulation.Regulation;
import io.bareme.values.Exact;
import io.bareme.values.Money;
import io.bareme.values.Source;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the base of a care line: the tariff of the day of care for the act and the provider's category. */
final class BaseOfLine {

    private static final String ANY = "any";

    private final CareLine line;
    private final @Nullable Act act;
    private final Provider.Category category;
    private final Scheme scheme;
    private final Regulation regulation;
    private final Set<Exemption> exemptions;

    /**
     * @param scheme of the day of care: a tariff may be one scheme's own
     * @param exemptions those that hold for the line: the emergency fee depends on them
     */
    BaseOfLine(
            CareLine line,
            @Nullable Act act,
            Provider provider,
            Scheme scheme,
            Regulation regulation,
            Set<Exemption> exemptions) {
        this.line = line;
        this.act = act;
        this.category = provider.category();
        this.scheme = scheme;
        this.regulation = regulation;
        this.exemptions = exemptions;
    }

    Base find() {
        Base regulated = regulated();
        Money given = line.given().base();
        if (given == null) {
            return regulated;
        }
        Exact unit = new Exact(
                given.amount().divide(BigDecimal.valueOf(line.quantity()), 6, RoundingMode.HALF_UP), given.currency());
        Money known = act != null && regulated.known() ? regulated.amount() : null;
        List<Exact> eachDay = given.equals(known) ? regulated.eachDay() : List.of();
        return new Base(given, unit, known, false, true, "", false, false, regulated.source(), eachDay);
    }

    private Base regulated() {
        if (act == null) {
            return none("", false);
        }
        return switch (act.tariff()) {
            case Act.TariffRule.Quantity tariff -> byTariff(tariff.quantity());
            case Act.TariffRule.LetterKey letter -> byLetter(letter.quantity());
            case Act.TariffRule.Price() -> price();
            case Act.TariffRule.None() -> none("", false);
        };
    }

    private Base byTariff(String quantity) {
        Lookup.Known reduced = reducedFee(quantity);
        if (reduced != null) {
            return of(reduced.exact(), reduced.source());
        }
        return act != null && act.kind() == CareKind.DAILY_CHARGE
                ? byDay(quantity)
                : lookup(quantity) instanceof Lookup.Known known
                        ? of(known.exact(), known.source())
                        : none(quantity, false);
    }

    /** The daily charge of each day is that day's own (CSS L174-4): a line may span a change of tariff. */
    private Base byDay(String quantity) {
        List<Lookup.Known> days = new ArrayList<>();
        for (int i = 0; i < line.quantity(); i++) {
            if (!(lookup(quantity, line.date().plusDays(i)) instanceof Lookup.Known known)) {
                return none(quantity, false);
            }
            days.add(known);
        }
        Lookup.Known first = days.get(0);
        boolean same = days.stream().allMatch(day -> day.value().compareTo(first.value()) == 0);
        return same ? of(first.exact(), first.source()) : ofDays(days);
    }

    private Base ofDays(List<Lookup.Known> days) {
        List<Exact> each = days.stream().map(Lookup.Known::exact).toList();
        Exact unit = each.get(0);
        if (unit.currency() != line.charge().currency()) {
            return none("", true, false);
        }
        Money whole =
                each.stream().reduce(Exact.zero(unit.currency()), Exact::plus).rounded();
        Source source = days.get(days.size() - 1).source();
        return new Base(whole, unit, whole, false, false, "", false, false, source, each);
    }

    /** CSS R160-17-1: the emergency fee is reduced for some, suppressed for others; the least of those that hold. */
    private Lookup.@Nullable Known reducedFee(String quantity) {
        Lookup.Known least = null;
        if (act != null && act.kind() == CareKind.EMERGENCY_FEE) {
            for (Exemption exemption : exemptions) {
                if (regulation.on(quantity, exemption.word(), line.date()) instanceof Lookup.Known known
                        && (least == null || known.value().compareTo(least.value()) < 0)) {
                    least = known;
                }
            }
        }
        return least;
    }

    private Base byLetter(String quantity) {
        BigDecimal coefficient = line.coefficient() != null ? line.coefficient() : defaultCoefficient();
        if (coefficient == null) {
            return none("", true);
        }
        return lookup(quantity) instanceof Lookup.Known known
                ? of(known.exact().times(coefficient), known.source())
                : none(quantity, false);
    }

    private @Nullable BigDecimal defaultCoefficient() {
        return act == null ? null : act.defaultCoefficient();
    }

    /** What the scheme alone pays that category first, then the provider's own category, then the tariff without distinction, then the act's own key. */
    private Lookup lookup(String quantity) {
        return lookup(quantity, line.date());
    }

    private Lookup lookup(String quantity, LocalDate day) {
        String code = act == null ? "" : act.code().code();
        for (String key :
                new String[] {scheme.word() + "-" + category.tariffKey(), category.tariffKey(), ANY, "", code}) {
            if (regulation.has(quantity, key)) {
                return regulation.on(quantity, key, day);
            }
        }
        return new Lookup.NotEstablished(quantity, category.tariffKey(), day);
    }

    private Base price() {
        Exact unit = new Exact(
                line.charge().amount().divide(BigDecimal.valueOf(line.quantity()), 6, RoundingMode.HALF_UP),
                line.charge().currency());
        return new Base(line.charge(), unit, line.charge(), false, false, "", false, false, null);
    }

    private Base of(Exact unit, Source source) {
        if (unit.currency() != line.charge().currency()) {
            return none("", true, false);
        }
        Money whole = unit.times(BigDecimal.valueOf(line.quantity())).rounded();
        return new Base(whole, unit, whole, true, false, "", false, false, source);
    }

    private Base none(String missing, boolean coefficientMissing) {
        return none(missing, false, coefficientMissing);
    }

    private Base none(String missing, boolean foreign, boolean coefficientMissing) {
        Money zero = Money.zero(line.charge().currency());
        return new Base(zero, zero.exact(), null, true, false, missing, foreign, coefficientMissing, null);
    }
}
