package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import io.bareme.values.Rate;
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
    private final Workings workings;

    FrenchShare(ResolvedLine line, Rights rights, @Nullable Stay stay, Workings workings) {
        this.line = line;
        this.rights = rights;
        this.stay = stay;
        this.workings = workings;
    }

    CompulsoryShare compute(boolean penalised, DayTally tally) {
        Act act = line.act();
        if (act == null) {
            return CompulsoryShare.nothing(line.charge().currency());
        }
        Reimbursed reimbursed = stay == null
                ? reimbursed(act.kind(), act.family())
                : new StayShare(line, stay, workings).of(act.kind(), () -> reimbursed(act.kind(), act.family()));
        Money stated = line.line().given().compulsory();
        Money legal = stated == null ? reimbursed.legal() : stated;
        if (stated != null) {
            workings.step("compulsory-given", stated, null, "computed", reimbursed.legal());
        }
        FrenchDeductibles.Deducted deducted =
                new FrenchDeductibles(line, rights, workings).deduct(act.kind(), legal, penalised, tally);
        Money local = localScheme(act.kind(), legal);
        Money solidarity = solidarity(legal, deducted.penalty());
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

    private Reimbursed reimbursed(CareKind kind, String family) {
        Lookup.Known rate = rate(kind);
        Money flat = heavyActParticipation(kind, family);
        if (flat != null) {
            return flatParticipation(flat);
        }
        Rate stated = line.line().given().rate();
        Rate applied = stated != null ? stated : rate == null ? Rate.ZERO : rate.rate();
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

    private Lookup.@Nullable Known rate(CareKind kind) {
        if (kind != CareKind.UNCOVERED && kind != CareKind.DAILY_CHARGE) {
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

    /** Half-up for each act; on a charge below the base, once on the charge. */
    private Money share(Rate rate) {
        Money base = line.base().amount();
        if (line.charge().compareTo(base) < 0) {
            return line.charge().exact().times(rate).rounded();
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
    private @Nullable Money heavyActParticipation(CareKind kind, String family) {
        if (kind != CareKind.TECHNICAL && kind != CareKind.HOSPITAL_FEES) {
            return null;
        }
        Lookup.Known threshold = workings.need("fr.heavy-act.threshold", "");
        if (threshold == null || line.base().unit().compareTo(threshold.exact()) < 0) {
            return null;
        }
        if (!line.exemptions(rights).isEmpty() || line.inFamily("imaging", family)) {
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

    private Money localScheme(CareKind kind, Money legal) {
        Money zero = Money.zero(line.charge().currency());
        if (rights.scheme() != Scheme.FR_ALSACE_MOSELLE
                || !line.exemptions(rights).isEmpty()) {
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

    /** C2S bears the copayment and the pathway penalty (SNDS documentation's example: 18.55 on 26.50). */
    private Money solidarity(Money legal, Money penalty) {
        Money zero = Money.zero(line.charge().currency());
        if (rights.scheme() != Scheme.FR_C2S) {
            return zero;
        }
        Lookup.Known total = workings.need("fr.c2s.rate", "");
        if (total == null) {
            return zero;
        }
        Money share = share(total.rate()).minus(legal).orZero().plus(penalty);
        workings.step("solidarity", share, total.source(), "rate", total.rate());
        return share;
    }
}
