package io.bareme.adjudication;

import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Supplier;

/**
 * The compulsory share of one line of a hospital stay: the percentage gives way to the flat participation of a heavy act
 * (CSS R160-16 I), nothing is left from the 31st consecutive day (R160-16 V 3°), and the daily charge is imputed on the
 * participation (L174-4).
 */
final class StayShare {

    private final ResolvedLine line;
    private final Stay stay;
    private final Workings workings;

    StayShare(ResolvedLine line, Stay stay, Workings workings) {
        this.line = line;
        this.stay = stay;
        this.workings = workings;
    }

    FrenchShare.Reimbursed of(CareKind kind, Supplier<FrenchShare.Reimbursed> ordinary) {
        int heavy = stay.heavyAct(workings);
        return switch (kind) {
            case DAILY_CHARGE -> dailyCharge(heavy, ordinary.get());
            case HOSPITAL_STAY -> {
                FrenchShare.Reimbursed share = heavy > 0 ? freed() : longStay(ordinary.get());
                stay.leaves(paidOn().minus(share.legal()).orZero());
                yield share;
            }
            case HOSPITAL_FEES, TECHNICAL -> heavy > 0 && heavy != line.line().number() ? freed() : ordinary.get();
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
        int free = first == null ? 0 : Math.min(days, Math.max(0, stay.daysBefore(line) + days - first.number() + 1));
        if (free == 0 || first == null) {
            return ordinary;
        }
        Money left = paidOn().minus(ordinary.legal());
        Money due = left.exact()
                .times(new BigDecimal(days - free).divide(new BigDecimal(days), 10, RoundingMode.HALF_UP))
                .rounded();
        Money legal = paidOn().minus(due);
        workings.step("stay-day-31", legal, first.source(), "days", free, "before", ordinary.legal());
        return new FrenchShare.Reimbursed(null, legal);
    }

    /** The day of exit is never absorbed; with a heavy act, charge and participation add up. */
    private FrenchShare.Reimbursed dailyCharge(int heavy, FrenchShare.Reimbursed ordinary) {
        if (ordinary.legal().isPositive()) {
            return ordinary;
        }
        Lookup.Known first = workings.find("fr.stay.full-cover-day", "");
        int stayed = line.line().quantity() - 1;
        int days = first == null ? stayed : Math.min(stayed, first.number() - 1);
        Money imputable = line.base().unit().times(BigDecimal.valueOf(days)).rounded();
        Money imputed = heavy > 0
                ? Money.zero(line.charge().currency())
                : imputable.min(stay.participation()).min(line.charge());
        workings.step("daily-charge-imputed", imputed, null, "participation", stay.participation(), "days", days);
        return new FrenchShare.Reimbursed(null, imputed);
    }
}
