package io.bareme.adjudication;

import io.bareme.adjudication.BaseOfReimbursement.Origin;
import io.bareme.adjudication.BaseOfReimbursement.Unknown;
import io.bareme.adjudication.BaseOfReimbursement.Unknown.ForeignCurrency;
import io.bareme.adjudication.BaseOfReimbursement.Unknown.NoCoefficient;
import io.bareme.adjudication.BaseOfReimbursement.Unknown.NotEstablished;
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
final class TariffOfLine {

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
    TariffOfLine(
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

    BaseOfReimbursement base() {
        BaseOfReimbursement regulated = regulated();
        Money given = line.given().base();
        if (given == null) {
            return regulated;
        }
        Exact unit = new Exact(
                given.amount().divide(BigDecimal.valueOf(line.quantity()), 6, RoundingMode.HALF_UP), given.currency());
        Money known = act != null && regulated.known() ? regulated.amount() : null;
        List<Exact> eachDay = given.equals(known) ? regulated.eachDay() : List.of();
        return new BaseOfReimbursement(given, unit, known, Origin.STATED, null, regulated.source(), eachDay);
    }

    private BaseOfReimbursement regulated() {
        if (act == null) {
            return nothing(null);
        }
        return switch (act.tariff()) {
            case Act.TariffRule.Quantity tariff -> byTariff(tariff.quantity());
            case Act.TariffRule.LetterKey letter -> byLetter(letter.quantity());
            case Act.TariffRule.Price() -> price();
            case Act.TariffRule.None() -> nothing(null);
        };
    }

    private BaseOfReimbursement byTariff(String quantity) {
        Lookup.Known reduced = reducedFee(quantity);
        if (reduced != null) {
            return of(reduced.exact(), reduced.source());
        }
        return act != null && act.kind() == CareKind.DAILY_CHARGE
                ? byDay(quantity)
                : lookup(quantity) instanceof Lookup.Known known
                        ? of(known.exact(), known.source())
                        : nothing(new NotEstablished(quantity));
    }

    /** The daily charge of each day is that day's own (CSS L174-4): a line may span a change of tariff. */
    private BaseOfReimbursement byDay(String quantity) {
        List<Lookup.Known> days = new ArrayList<>();
        for (int i = 0; i < line.quantity(); i++) {
            if (!(lookup(quantity, line.date().plusDays(i)) instanceof Lookup.Known known)) {
                return nothing(new NotEstablished(quantity));
            }
            days.add(known);
        }
        Lookup.Known first = days.get(0);
        boolean same = days.stream().allMatch(day -> day.value().compareTo(first.value()) == 0);
        return same ? of(first.exact(), first.source()) : ofDays(days);
    }

    private BaseOfReimbursement ofDays(List<Lookup.Known> days) {
        List<Exact> each = days.stream().map(Lookup.Known::exact).toList();
        Exact unit = each.get(0);
        if (unit.currency() != line.charge().currency()) {
            return nothing(new ForeignCurrency());
        }
        Money whole =
                each.stream().reduce(Exact.zero(unit.currency()), Exact::plus).rounded();
        Source source = days.get(days.size() - 1).source();
        return new BaseOfReimbursement(whole, unit, whole, Origin.WHOLE, null, source, each);
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

    private BaseOfReimbursement byLetter(String quantity) {
        BigDecimal coefficient = line.coefficient() != null ? line.coefficient() : defaultCoefficient();
        if (coefficient == null) {
            return nothing(new NoCoefficient());
        }
        return lookup(quantity) instanceof Lookup.Known known
                ? of(known.exact().times(coefficient), known.source())
                : nothing(new NotEstablished(quantity));
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

    private BaseOfReimbursement price() {
        Exact unit = new Exact(
                line.charge().amount().divide(BigDecimal.valueOf(line.quantity()), 6, RoundingMode.HALF_UP),
                line.charge().currency());
        return new BaseOfReimbursement(line.charge(), unit, line.charge(), Origin.WHOLE, null, null, List.of());
    }

    private BaseOfReimbursement of(Exact unit, Source source) {
        if (unit.currency() != line.charge().currency()) {
            return nothing(new ForeignCurrency());
        }
        Money whole = unit.times(BigDecimal.valueOf(line.quantity())).rounded();
        return new BaseOfReimbursement(whole, unit, whole, Origin.TARIFF_BY_ACT, null, source, List.of());
    }

    private BaseOfReimbursement nothing(@Nullable Unknown why) {
        Money zero = Money.zero(line.charge().currency());
        return new BaseOfReimbursement(zero, zero.exact(), null, Origin.TARIFF_BY_ACT, why, null, List.of());
    }
}
