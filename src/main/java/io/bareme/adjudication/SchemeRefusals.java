package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a Moroccan scheme leaves unpaid because of the claim's other care, of earlier care or of the person's age:
 * spectacles renewed too early (décret 2-05-733 art. 6), the cheaper of a consultation and a technical act on one day
 * (NGAP art. 9), orthodontics begun too late.
 */
final class SchemeRefusals {

    private final Claim claim;
    private final Rights rights;
    private final Edition edition;
    private final Map<LocalDate, Dearest> days = new HashMap<>();

    /** What the dearest consultation and the dearest technical act of a day are worth; nothing where there is none. */
    private record Dearest(Money visit, Money technical) {}

    SchemeRefusals(Claim claim, Rights rights, Edition edition) {
        this.claim = claim;
        this.rights = rights;
        this.edition = edition;
    }

    /** Null where the scheme pays, where there is none, and where its own statement says what it paid. */
    @Nullable
    SchemeRefusal of(CareLine line, @Nullable Act act, List<String> lineage, BaseOfReimbursement base) {
        Dossier dossier = claim.dossier();
        return dossier != null && dossier.afterTheScheme() ? null : expected(line, act, lineage, base);
    }

    /** The same, whatever the scheme's statement says: null where it was to pay. */
    @Nullable
    SchemeRefusal expected(CareLine line, @Nullable Act act, List<String> lineage, BaseOfReimbursement base) {
        Scheme scheme = rights.schemeOn(line.date());
        if (act == null || scheme.isFrench() || scheme == Scheme.MA_NONE) {
            return null;
        }
        if (lineage.contains("optical")) {
            return renewedEarly(line);
        }
        return act.kind() == CareKind.ORTHODONTICS ? tooOld(line) : cheaperOfDay(line, act, base);
    }

    private @Nullable SchemeRefusal renewedEarly(CareLine line) {
        Lookup.Known childAge = known("ma.glasses.child-age", "", line.date());
        boolean child = childAge != null && rights.ageOn(line.date()) <= childAge.number();
        Lookup.Known years = known("ma.glasses.renewal", child ? "child" : "adult", line.date());
        if (years == null) {
            return null;
        }
        LocalDate since = line.date().minusYears(years.number());
        boolean before = claim.earlier().stream()
                .anyMatch(care -> optical(care.act()) && within(care.date(), since, line.date()));
        boolean beside = claim.lines().stream()
                .anyMatch(other -> optical(other.act()) && within(other.date(), since, line.date()));
        return before || beside ? new SchemeRefusal("glasses-renewal", years.source()) : null;
    }

    /** The period runs from date to date; care of the same day is the same purchase. */
    private static boolean within(LocalDate earlier, LocalDate since, LocalDate day) {
        return earlier.isBefore(day) && earlier.isAfter(since);
    }

    private boolean optical(io.bareme.regulation.ActCode code) {
        Act act = edition.nomenclature().act(code);
        return act != null && edition.nomenclature().lineage(act.family()).contains("optical");
    }

    private @Nullable SchemeRefusal tooOld(CareLine line) {
        Lookup.Known age = known("ma.orthodontics.age", "", line.date());
        return age != null && rights.ageOn(line.date()) > age.number()
                ? new SchemeRefusal("orthodontics-age", age.source())
                : null;
    }

    /**
     * Of a consultation and technical acts of one day at one professional the dearest is paid; a technical act where both
     * are worth the same. A consultation that gives way to one technical act leaves the other acts of the day as they are.
     */
    private @Nullable SchemeRefusal cheaperOfDay(CareLine line, Act act, BaseOfReimbursement base) {
        Lookup.Known rule = known("ma.same-day.dearest-act", "", line.date());
        if (rule == null || !(isVisit(act) || isTechnical(act))) {
            return null;
        }
        Dearest dearest = days.computeIfAbsent(line.date(), this::dearest);
        boolean dearer = isVisit(act)
                ? dearest.technical().isPositive() && dearest.technical().compareTo(base.amount()) >= 0
                : dearest.visit().compareTo(dearest.technical().max(base.amount())) > 0;
        return dearer ? new SchemeRefusal("dearest-act", rule.source()) : null;
    }

    private Dearest dearest(LocalDate day) {
        Money visit = Money.zero(Currency.MAD);
        Money technical = visit;
        for (CareLine line : claim.lines()) {
            Act act = line.date().equals(day) ? edition.nomenclature().act(line.act()) : null;
            if (act != null && isVisit(act)) {
                visit = visit.max(worth(line, act));
            } else if (act != null && isTechnical(act)) {
                technical = technical.max(worth(line, act));
            }
        }
        return new Dearest(visit, technical);
    }

    private Money worth(CareLine line, Act act) {
        return new TariffOfLine(
                        line, act, claim.provider(), rights.schemeOn(line.date()), edition.regulation(), Set.of())
                .base()
                .amount();
    }

    private static boolean isVisit(Act act) {
        return act.kind() == CareKind.CONSULTATION;
    }

    private static boolean isTechnical(Act act) {
        return act.kind() == CareKind.MEDICAL_ACT || act.kind() == CareKind.RADIOLOGY;
    }

    private Lookup.@Nullable Known known(String quantity, String key, LocalDate day) {
        return edition.regulation().on(quantity, key, day) instanceof Lookup.Known known ? known : null;
    }
}
