package io.bareme.adjudication;

import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The compulsory share of one line of a hospital stay: the percentage gives way to the flat participation of a heavy act
 * (CSS R160-16 I), nothing is left from the 31st consecutive day (R160-16 V 3°), and the daily charge is imputed on the
 * participation (L174-4).
 */
final class StayShare {

    private final ResolvedLine line;
    private final Stay stay;
    private final HeavyActs heavyActs;
    private final Workings workings;

    StayShare(ResolvedLine line, Stay stay, HeavyActs heavyActs, Workings workings) {
        this.line = line;
        this.stay = stay;
        this.heavyActs = heavyActs;
        this.workings = workings;
    }

    FrenchShare.Reimbursed of(CareKind kind, Supplier<FrenchShare.Reimbursed> ordinary) {
        int heavy = heavyActs.bearer(workings);
        return switch (kind) {
            case DAILY_CHARGE -> dailyCharge(heavy, ordinary.get());
            case HOSPITAL_STAY -> {
                FrenchShare.Reimbursed share = heavy != 0 ? freed() : longStay(ordinary.get());
                stay.leaves(paidOn().minus(share.legal()).orZero());
                yield share;
            }
            case HOSPITAL_FEES, TECHNICAL ->
                heavy != 0 && heavy != line.line().number() ? freed() : afterThirtyDays(ordinary.get());
            default -> ordinary.get();
        };
    }

    private Money paidOn() {
        return line.charge().min(line.base().amount());
    }

    private FrenchShare.Reimbursed freed() {
        workings.step("stay-heavy-act", paidOn(), null);
        return new FrenchShare.Reimbursed(Rate.WHOLE, paidOn());
    }

    private FrenchShare.Reimbursed longStay(FrenchShare.Reimbursed ordinary) {
        Lookup.Known first = workings.find("fr.stay.full-cover-day", "");
        int days = line.line().quantity();
        int before = stay.daysBefore(line, CareKind.HOSPITAL_STAY);
        int free = first == null ? 0 : Math.min(days, Math.max(0, before + days - first.number() + 1));
        if (free == 0 || first == null) {
            return ordinary;
        }
        Money left = paidOn().minus(ordinary.legal());
        Money due = left.exact()
                .times(new BigDecimal(days - free).divide(new BigDecimal(days), 10, RoundingMode.HALF_UP))
                .rounded();
        return suppressed(paidOn().minus(due), free, first, ordinary);
    }

    /** R160-16 V 3°: all that happens in the stay from that day on. */
    private FrenchShare.Reimbursed afterThirtyDays(FrenchShare.Reimbursed ordinary) {
        Lookup.Known first = workings.find("fr.stay.full-cover-day", "");
        return first == null || stay.dayOf(line) < first.number()
                ? ordinary
                : suppressed(paidOn(), line.line().quantity(), first, ordinary);
    }

    private FrenchShare.Reimbursed suppressed(
            Money legal, int free, Lookup.Known first, FrenchShare.Reimbursed ordinary) {
        workings.step("stay-day-31", legal, first.source(), "days", free, "before", ordinary.legal());
        return new FrenchShare.Reimbursed(null, legal);
    }

    /** The day of exit is never absorbed; with a heavy act, charge and participation add up. */
    private FrenchShare.Reimbursed dailyCharge(int heavy, FrenchShare.Reimbursed ordinary) {
        if (stay.daysToBill() > 0 && stay.daysBilled() > stay.daysToBill()) {
            workings.doubt(
                    "daily-charge-days",
                    Map.of(
                            "days", String.valueOf(stay.daysBilled()),
                            "allowed", String.valueOf(stay.daysToBill())));
        }
        if (ordinary.legal().isPositive()) {
            return ordinary;
        }
        Lookup.Known first = workings.find("fr.stay.full-cover-day", "");
        int stayed = line.line().quantity() - (stay.endsWithExitDay(line) ? 1 : 0);
        int before = stay.daysBefore(line, CareKind.DAILY_CHARGE);
        int days = first == null ? stayed : Math.max(0, Math.min(stayed, first.number() - 1 - before));
        Money imputable = line.base().ofFirst(days).rounded();
        Money imputed = heavy != 0
                ? Money.zero(line.charge().currency())
                : imputable.min(stay.participation()).min(line.charge());
        workings.step("daily-charge-imputed", imputed, null, "participation", stay.participation(), "days", days);
        stay.imputes(imputed);
        return new FrenchShare.Reimbursed(null, imputed);
    }
}
