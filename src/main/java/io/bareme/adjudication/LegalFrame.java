package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the law makes of a responsible contract's payment (CSS L871-1, R871-1, R871-2): ceilings on what all
 * responsible layers pay together, then the floor of the whole copayment. Participation, franchises and pathway penalty
 * are out of reach by construction: contracts are computed on the legal compulsory share.
 */
final class LegalFrame {

    private final ResolvedLine line;
    private final Figures figures;
    private final CompulsoryShare compulsory;
    private final Workings workings;

    LegalFrame(ResolvedLine line, Figures figures, CompulsoryShare compulsory, Workings workings) {
        this.line = line;
        this.figures = figures;
        this.compulsory = compulsory;
        this.workings = workings;
    }

    /**
     * @param amount what the contract would pay
     * @param earlier what responsible contracts before it pay
     * @param base whether it is the base contract, which owes the floor
     */
    Money apply(Money amount, Money earlier, boolean base) {
        Money result = amount;
        Money ceiling = ceiling();
        if (ceiling != null) {
            Money left = ceiling.minus(earlier).orZero();
            if (left.compareTo(result) < 0) {
                workings.step("legal-ceiling", left, null, "before", result, "ceiling", ceiling);
                result = left;
            }
        }
        Money floor = base ? floor() : Money.zero(result.currency());
        if (floor.compareTo(result) > 0) {
            workings.step("legal-floor", floor, null, "before", result);
            result = floor;
        }
        return result;
    }

    /** The lowest of the ceilings that concern the line, on what contracts pay; null when none does. */
    private @Nullable Money ceiling() {
        Money ceiling = null;
        for (Money one : new Money[] {nonOptam(), hearing(), outsidePathway()}) {
            if (one != null) {
                ceiling = ceiling == null ? one : ceiling.min(one);
            }
        }
        return ceiling;
    }

    /** R871-2 3°: overruns of doctors without OPTAM, at most 100 % of the base. */
    private @Nullable Money nonOptam() {
        Act act = line.act();
        boolean doctors = act != null
                && (act.kind() == CareKind.DOCTOR
                        || act.kind() == CareKind.TECHNICAL
                        || act.kind() == CareKind.HOSPITAL_FEES);
        String category = line.facts().category();
        if (!doctors || !category.equals("non-optam") && !category.equals("non-conventioned")) {
            return null;
        }
        Lookup.Known share = workings.need("fr.responsible.non-optam.overrun-share", "");
        return share == null
                ? null
                : figures.copayment()
                        .plus(line.base().amount().exact().times(share.rate()).rounded());
    }

    /** R871-2 4°: class II hearing aids, compulsory share and copayment included. */
    private @Nullable Money hearing() {
        if (!line.lineage().contains("hearing")
                || !"II".equals(line.line().circumstances().careClass())) {
            return null;
        }
        Lookup.Known ceiling = workings.need("fr.responsible.hearing.ceiling", "");
        return ceiling == null
                ? null
                : ceiling.money()
                        .times(figures.quantity())
                        .minus(compulsory.legal())
                        .minus(compulsory.otherPayers())
                        .orZero();
    }

    /** R871-1: outside the pathway, the authorised overrun of L162-5 18° is never paid; unknown, no overrun is. */
    private @Nullable Money outsidePathway() {
        if (!compulsory.penalty().isPositive() || !figures.overrun().isPositive()) {
            return null;
        }
        Lookup.Known authorised = workings.need("fr.pathway.authorised-overrun", "");
        Money overrun = authorised == null
                ? Money.zero(line.charge().currency())
                : figures.overrun().minus(authorised.money()).orZero();
        return figures.copayment().plus(overrun);
    }

    /** R871-2 1°: the whole copayment, but for medicines at 30 % and 15 % and thermal cures. */
    private Money floor() {
        Act act = line.act();
        boolean optional = act == null
                || act.kind() == CareKind.MEDICINE_30
                || act.kind() == CareKind.MEDICINE_15
                || act.kind() == CareKind.THERMAL_CURE;
        return optional ? Money.zero(line.charge().currency()) : figures.copayment();
    }
}
