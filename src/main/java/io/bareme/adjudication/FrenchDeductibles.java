package io.bareme.adjudication;

import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the French compulsory scheme deducts from its share, each a figure of its own, none ever paid by a responsible
 * contract (CSS L871-1): the pathway penalty (R160-6), the flat participation (L160-13 II, D160-6, D160-8) and the
 * medical deductible (L160-13 III, D160-9 to D160-11). The yearly caps are the scheme's own counters, which a claim
 * does not carry: the explanation says that they are assumed not to be reached.
 */
final class FrenchDeductibles {

    /** What is deducted, never more in all than the legal share. */
    record Deducted(Money penalty, Money participation, Money franchise) {}

    private final ResolvedLine line;
    private final Rights rights;
    private final boolean inStay;
    private final Workings workings;

    FrenchDeductibles(ResolvedLine line, Rights rights, boolean inStay, Workings workings) {
        this.line = line;
        this.rights = rights;
        this.inStay = inStay;
        this.workings = workings;
    }

    Deducted deduct(CareKind kind, Money legal, boolean penalised, DayTally tally) {
        Money penalty = penalised ? penalty(legal) : zero();
        Money left = legal.minus(penalty);
        String deductible = due(kind) ? deductible(kind) : null;
        if (deductible == null) {
            return new Deducted(penalty, zero(), zero());
        }
        return deductible.equals("participation")
                ? new Deducted(penalty, take("participation", "fr.participation", left, tally), zero())
                : new Deducted(penalty, zero(), take("franchise", "fr.franchise." + deductible, left, tally));
    }

    /** min(40 % of the base, cap for each act), R160-6. */
    private Money penalty(Money legal) {
        Lookup.Known rate = workings.need("fr.pathway.penalty-rate", "");
        Lookup.Known cap = workings.need("fr.pathway.penalty-cap", "");
        if (rate == null || cap == null) {
            return zero();
        }
        Money base = line.charge().min(line.base().amount());
        Money most = cap.money().times(line.line().quantity());
        Money penalty = base.exact().times(rate.rate()).rounded().min(most).min(legal);
        workings.step("pathway-penalty", penalty, cap.source(), "rate", rate.rate(), "base", base, "cap", most);
        return penalty;
    }

    /**
     * Not below 18 on 1 January of the year (R160-20, D160-12), under C2S (L160-15), for maternity (F165), nor during a
     * hospital stay (L160-13 II).
     */
    private boolean due(CareKind kind) {
        if (inStay
                || rights.schemeOn(line.line().date()) == Scheme.FR_C2S
                || line.exemptions(rights).contains(Exemption.MATERNITY)) {
            return false;
        }
        if (deductible(kind) == null) {
            return false;
        }
        Lookup.Known age = workings.need("fr.participation.minimum-age", "");
        LocalDate firstOfJanuary = workings.day().withDayOfYear(1);
        return age != null && rights.ageOn(firstOfJanuary) >= age.number();
    }

    static final String PARTICIPATION = "fr.participation";

    /** The regulated quantity of the deductible that such care bears; null when it bears none. */
    static @Nullable String quantity(CareKind kind) {
        String deductible = deductible(kind);
        return deductible == null || deductible.equals("participation")
                ? deductible == null ? null : PARTICIPATION
                : "fr.franchise." + deductible;
    }

    private static @Nullable String deductible(CareKind kind) {
        return switch (kind) {
            case DOCTOR, TECHNICAL, BIOLOGY -> "participation";
            case MEDICINE_65, MEDICINE_30, MEDICINE_15 -> "medicine";
            case AUXILIARY -> "auxiliary";
            case TRANSPORT -> "transport";
            default -> null;
        };
    }

    /** So much for each act, within the cap of the day, and never more than is left of the compulsory share. */
    private Money take(String step, String quantity, Money left, DayTally tally) {
        Lookup.Known amount = workings.need(quantity + ".amount", "");
        if (amount == null || line.base().amount().isZero()) {
            return zero();
        }
        Money due = amount.money().times(line.line().quantity()).min(left);
        Lookup.Known cap = workings.find(quantity + ".day-cap", "");
        Money taken = cap == null ? due : byDay(quantity, due, amount.money(), cap.money(), tally);
        Lookup.Known decisive = cap != null && taken.compareTo(due) < 0 ? cap : amount;
        workings.step(
                step,
                taken,
                decisive.source(),
                "each",
                amount.money(),
                "quantity",
                line.line().quantity(),
                "cap",
                decisive == cap ? decisive.money() : "");
        return taken;
    }

    /** The line's acts spread evenly over its days, one after the other, each within the cap of its day. */
    private Money byDay(String quantity, Money due, Money each, Money cap, DayTally tally) {
        int days = Math.min(line.line().course().spread(), line.line().quantity());
        Money taken = zero();
        for (int day = 0; day < days; day++) {
            int acts = line.line().quantity() / days + (day < line.line().quantity() % days ? 1 : 0);
            Money wanted = each.times(acts).min(due.minus(taken).orZero());
            taken = taken.plus(tally.take(quantity, workings.day().plusDays(day), wanted, cap, each));
        }
        return taken;
    }

    private Money zero() {
        return Money.zero(line.charge().currency());
    }
}
