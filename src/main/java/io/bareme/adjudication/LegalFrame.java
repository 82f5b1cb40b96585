package io.bareme.adjudication;

import io.bareme.guarantee.Basis;
import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Exact;
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
    private final @Nullable Equipment equipment;
    private final Workings workings;

    LegalFrame(
            ResolvedLine line, Figures figures, CompulsoryShare compulsory, GroupContext group, Workings workings) {
        this.line = line;
        this.figures = figures;
        this.compulsory = compulsory;
        this.equipment = Equipment.isPart(line) ? group.equipment() : null;
        this.workings = workings;
    }

    /**
     * @param amount what the contract would pay
     * @param earlier what responsible contracts before it pay
     * @param base whether it is the base contract, which owes the floor
     * @param optam what the contract would pay at a doctor who signed OPTAM; null when it makes no difference
     */
    Money apply(Money amount, Money earlier, boolean base, @Nullable Money optam) {
        Money result = amount;
        Money ceiling = ceiling(optam);
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

    /** Counts what was paid towards the ceiling of the whole equipment. */
    void settled(Money responsible) {
        if (equipment != null && !Equipment.isClassA(line)) {
            equipment.pays(paidBefore().plus(responsible));
        }
    }

    /** The lowest of the ceilings that concern the line, on what contracts pay; null when none does. */
    private @Nullable Money ceiling(@Nullable Money optam) {
        Money ceiling = null;
        for (Money one : new Money[] {nonOptam(optam), hearing(), outsidePathway(), optical()}) {
            if (one != null) {
                ceiling = ceiling == null ? one : ceiling.min(one);
            }
        }
        return ceiling;
    }

    /**
     * R871-2 2°: overruns of doctors without OPTAM, at most 100 % of the base, and at most what the contract gives with
     * OPTAM less 20 % of the base.
     */
    private @Nullable Money nonOptam(@Nullable Money optam) {
        Act act = line.act();
        boolean doctors = act != null
                && (act.kind() == CareKind.DOCTOR
                        || act.kind() == CareKind.TECHNICAL
                        || act.kind() == CareKind.HOSPITAL_FEES);
        String category = line.facts().category();
        if (!doctors || !category.equals("non-optam") && !category.equals("non-conventioned")) {
            return null;
        }
        Money ceiling = ofBase("fr.responsible.non-optam.overrun-share");
        if (ceiling == null) {
            return null;
        }
        Money whole = figures.copayment().plus(ceiling);
        Money below = optam == null ? null : ofBase("fr.responsible.non-optam.points-below-optam");
        return optam == null || below == null
                ? whole
                : whole.min(optam.minus(below).max(figures.copayment()));
    }

    private @Nullable Money ofBase(String quantity) {
        Lookup.Known share = workings.need(quantity, "");
        return share == null
                ? null
                : line.base().amount().exact().times(share.rate()).rounded();
    }

    /** R871-2 4°: class II hearing aids, compulsory share and copayment included. */
    private @Nullable Money hearing() {
        if (!line.lineage().contains("hearing")
                || !"II".equals(line.careClass())) {
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

    /**
     * R871-2 3°: class B parts of an equipment, compulsory share included, within the ceiling of its lenses less what its
     * class A parts cost; the frame within a ceiling of its own.
     */
    private @Nullable Money optical() {
        if (equipment == null || Equipment.isClassA(line)) {
            return null;
        }
        Money ceiling = money("fr.responsible.optical.maximum", equipment.lensCase());
        Money left = ceiling == null
                ? null
                : ceiling.minus(equipment.classA()).minus(equipment.paid()).minus(equipment.owedAfter(line));
        if (line.lineage().contains("optical.frame")) {
            Money frame = money("fr.responsible.optical.frame-ceiling", "");
            left = left == null ? frame : frame == null ? left : left.min(frame);
        }
        return left == null ? null : left.minus(paidBefore()).orZero();
    }

    private @Nullable Money money(String quantity, String key) {
        Lookup.Known known = workings.need(quantity, key);
        return known == null ? null : known.money();
    }

    private Money paidBefore() {
        return compulsory.legal().plus(compulsory.otherPayers());
    }

    /**
     * R871-2: the whole price within the regulated ceiling for 100 % Santé (4° to 6°), else the whole copayment (1°), but
     * for medicines at 30 % and 15 % and thermal cures.
     */
    private Money floor() {
        Act act = line.act();
        Money nothing = Money.zero(line.charge().currency());
        if (act == null) {
            return nothing;
        }
        return switch (act.kind()) {
            case MEDICINE_30, MEDICINE_15, THERMAL_CURE -> nothing;
            case DEVICE, DENTAL_PROSTHESIS -> fullyCovered() ? withinPriceCeiling() : figures.copayment();
            default -> figures.copayment();
        };
    }

    private boolean fullyCovered() {
        String careClass = line.careClass();
        return "A".equals(careClass)
                || "I".equals(careClass)
                || "100-sante".equals(line.line().circumstances().basket());
    }

    private Money withinPriceCeiling() {
        Exact ceiling = figures.of(Basis.PRICE_CEILING);
        return ceiling == null
                ? figures.copayment()
                : figures.charge().min(ceiling.rounded()).minus(paidBefore()).orZero();
    }
}
