package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The French compulsory share of one care line: rate of the kind of care (CSS R160-5), exemptions (L160-14), heavy-act
 * participation (R160-16), then the deductibles as figures of their own (see {@link FrenchDeductibles}), régime local
 * (L325-1) and C2S (L861-3). Each component is rounded half-up.
 */
final class FrenchShare {

    private final ResolvedLine line;
    private final Rights rights;
    private final @Nullable Stay stay;
    private final HeavyActs heavyActs;
    private final Workings workings;

    FrenchShare(ResolvedLine line, Rights rights, GroupContext group, Workings workings) {
        this.line = line;
        this.rights = rights;
        this.stay = group.stay();
        this.heavyActs = group.heavyActs();
        this.workings = workings;
    }

    CompulsoryShare compute(boolean penalised, DayTally tally) {
        Act act = line.act();
        if (act == null) {
            return CompulsoryShare.nothing(line.charge().currency());
        }
        if (line.lineage().contains(HeavyActs.BILLED_APART) && heavyActs.bearingAct(workings) != 0) {
            workings.doubt("heavy-act-twice", Map.of());
        }
        Reimbursed reimbursed = stay == null
                ? reimbursed(act.kind())
                : new StayShare(line, stay, heavyActs, workings).of(act.kind(), () -> reimbursed(act.kind()));
        Money stated = line.line().given().compulsory();
        Money legal = stated == null ? reimbursed.legal() : stated;
        if (stated != null) {
            workings.step("compulsory-given", stated, null, "computed", reimbursed.legal());
            if (!stated.equals(reimbursed.legal())) {
                workings.contradiction(stated, reimbursed.legal());
            }
        }
        FrenchDeductibles.Deducted deducted =
                new FrenchDeductibles(line, rights, stay != null, workings).deduct(act.kind(), legal, penalised, tally);
        Money local = localScheme(act.kind(), legal);
        Money solidarity = solidarity(act.kind(), legal, deducted.penalty());
        return new CompulsoryShare(
                reimbursed.rate(),
                legal,
                deducted.penalty(),
                deducted.participation(),
                deducted.franchise(),
                local,
                solidarity,
                Money.zero(legal.currency()));
    }

    /** The rate, null where a flat participation replaces it, and what it comes to. */
    record Reimbursed(@Nullable Rate rate, Money legal) {}

    private Reimbursed reimbursed(CareKind kind) {
        Lookup.Known rate = rate(stay == null ? kind : inStay(kind));
        Money flat = heavyActParticipation();
        if (flat != null) {
            return flatParticipation(flat);
        }
        Rate stated = line.line().given().rate();
        Rate applied = stated != null ? stated : rate == null ? Rate.ZERO : rate.rate();
        if (rate != null && !applied.equals(rate.rate())) {
            workings.contradiction(applied, rate.rate());
        }
        Money legal = share(applied);
        workings.step(
                "compulsory",
                legal,
                rate == null ? null : rate.source(),
                "rate",
                applied,
                "base",
                line.charge().min(line.base().amount()),
                "kind",
                kind.word());
        return new Reimbursed(applied, legal);
    }

    /** What doctors do during a stay is paid as hospital fees (R160-5 1°). */
    private static CareKind inStay(CareKind kind) {
        return kind == CareKind.DOCTOR || kind == CareKind.TECHNICAL ? CareKind.HOSPITAL_FEES : kind;
    }

    private Lookup.@Nullable Known rate(CareKind kind) {
        if (kind == CareKind.DAILY_CHARGE) {
            return dailyChargeRate();
        }
        if (kind != CareKind.UNCOVERED) {
            for (Exemption exemption : line.exemptions(rights)) {
                String kept = "fr.exemption." + kind.word() + "-rate";
                Lookup.Known exempt = workings.has(kept)
                        ? workings.find(kept, "")
                        : workings.find("fr.exemption.rate", exemption.word());
                if (exempt != null) {
                    return exempt;
                }
            }
        }
        return workings.need("fr.rate", kind.word());
    }

    /**
     * L174-4 al. 2: who is free from the daily charge, as the claim says; a work accident and a birth within thirty days
     * always are, while maternity frees only around the birth: a claim that does not say when is left to a person.
     */
    private Lookup.@Nullable Known dailyChargeRate() {
        Course.DailyCharge said = line.line().course().dailyCharge();
        if (said != null && said != Course.DailyCharge.DUE) {
            return workings.need("fr.daily-charge-exemption", said.word());
        }
        if (said == null) {
            for (Exemption exemption : line.exemptions(rights)) {
                if (exemption == Exemption.WORK_ACCIDENT || exemption == Exemption.NEWBORN) {
                    return workings.need("fr.daily-charge-exemption", exemption.word());
                }
                if (exemption == Exemption.MATERNITY) {
                    workings.doubt("daily-charge-unsaid", Map.of());
                }
            }
        }
        return workings.need("fr.rate", CareKind.DAILY_CHARGE.word());
    }

    /** Half-up for each act; on a charge below the base, or a base that is no tariff by act, once on the whole. */
    private Money share(Rate rate) {
        Money base = line.base().amount();
        if (line.charge().compareTo(base) < 0 || !line.base().byAct()) {
            return line.charge().min(base).exact().times(rate).rounded();
        }
        return line.base()
                .unit()
                .times(rate)
                .rounded()
                .times(line.line().quantity())
                .min(base);
    }

    /**
     * CSS R160-16 I: a flat participation instead of the percentage for an act at or above the threshold; II: none at
     * all for imaging; IV: never for prosthodontics or biology, which are not technical acts here. Null when it does
     * not apply.
     */
    private @Nullable Money heavyActParticipation() {
        boolean imaging = HeavyActs.imaging(line, workings);
        if (!imaging && !heavyActs.heavy(line, workings)) {
            return null;
        }
        boolean once = heavyActs.bearingAct(workings) != line.line().number();
        if (imaging || once || !line.exemptions(rights).isEmpty()) {
            return Money.zero(line.charge().currency());
        }
        Lookup.Known amount = workings.need("fr.heavy-act.amount", "");
        return amount == null ? null : amount.money();
    }

    private Reimbursed flatParticipation(Money participation) {
        Money paidOn = line.charge().min(line.base().amount());
        Money legal = paidOn.minus(participation).orZero();
        Lookup.Known amount = workings.find("fr.heavy-act.amount", "");
        workings.step(
                "compulsory-heavy-act",
                legal,
                amount == null ? null : amount.source(),
                "base",
                paidOn,
                "participation",
                participation);
        return new Reimbursed(participation.isZero() ? Rate.WHOLE : null, legal);
    }

    /** What the general scheme leaves up to its own rate (D325-1), of whom is exempt too: medicines, the daily charge. */
    private Money localScheme(CareKind kind, Money legal) {
        Money zero = Money.zero(line.charge().currency());
        if (rights.schemeOn(line.line().date()) != Scheme.FR_ALSACE_MOSELLE) {
            return zero;
        }
        Lookup.Known total = workings.need("fr.local-scheme.rate", kind.word());
        if (total == null) {
            return zero;
        }
        Money share = share(total.rate()).minus(legal).orZero();
        workings.step("local-scheme", share, total.source(), "rate", total.rate());
        return share;
    }

    /**
     * C2S bears the copayment and the pathway penalty (SNDS documentation's example: 18.55 on 26.50), and above the base
     * the price of prostheses and devices up to its own ceilings (L861-3).
     */
    private Money solidarity(CareKind kind, Money legal, Money penalty) {
        Money zero = Money.zero(line.charge().currency());
        if (rights.schemeOn(line.line().date()) != Scheme.FR_C2S) {
            return zero;
        }
        Lookup.Known total = workings.need("fr.c2s.rate", "");
        if (total == null) {
            return zero;
        }
        Money share = share(total.rate())
                .max(withinCeiling(kind))
                .minus(legal)
                .orZero()
                .plus(penalty);
        workings.step("solidarity", share, total.source(), "rate", total.rate());
        return share;
    }

    private Money withinCeiling(CareKind kind) {
        Act act = line.act();
        boolean priced = kind == CareKind.DENTAL_PROSTHESIS || kind == CareKind.DEVICE;
        if (act == null || !priced || line.charge().compareTo(line.base().amount()) <= 0) {
            return Money.zero(line.charge().currency());
        }
        Lookup.Known ceiling = workings.need("fr.c2s.ceiling", act.code().code().toLowerCase(Locale.ROOT));
        return ceiling == null
                ? Money.zero(line.charge().currency())
                : line.charge().min(ceiling.money().times(line.line().quantity()));
    }
}
