package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import io.bareme.values.Source;
import java.util.List;
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
    private boolean withheld;

    LegalFrame(ResolvedLine line, Figures figures, CompulsoryShare compulsory, GroupContext group, Workings workings) {
        this.line = line;
        this.figures = figures;
        this.compulsory = compulsory;
        this.equipment = Equipment.isPart(line) ? group.equipment() : null;
        this.workings = workings;
    }

    /**
     * @param amount what the contract would pay
     * @param earlier what responsible contracts before it pay
     * @param owes whether it owes the floor: the first responsible contract does
     * @param optam what the contract would pay at a doctor who signed OPTAM; null when it makes no difference
     * @param rooms what the law lets it pay once in a time, and what is left of it
     */
    Money apply(Money amount, Money earlier, boolean owes, @Nullable Money optam, List<LegalPeriod.Room> rooms) {
        tellCase();
        boolean early = LegalPeriod.early(rooms) != null;
        if (equipment != null && !Equipment.isClassA(line) && amount.compareTo(figures.copayment()) > 0) {
            equipment.coversBeyondCopayment();
        }
        Money copaymentLeft = figures.copayment().minus(earlier).orZero();
        Money result = withinPeriod(amount, earlier, rooms);
        Bound ceiling = ceiling(optam);
        if (ceiling != null) {
            Money left = ceiling.amount().minus(earlier).orZero();
            if (left.compareTo(result) < 0) {
                workings.step("legal-ceiling", left, ceiling.source(), "before", result, "ceiling", ceiling.amount());
                result = left;
            }
        }
        Bound floor = owes ? floor(rooms) : null;
        withheld = early && (amount.compareTo(copaymentLeft) > 0 || owes && beyond(floor(List.of())));
        if (floor != null && floor.amount().compareTo(result) > 0) {
            workings.step("legal-floor", floor.amount(), floor.source(), "before", result);
            result = floor.amount();
        }
        return result;
    }

    /** Whether the contract would have paid more than the copayment, had the law's time run out. */
    boolean withheld() {
        return withheld;
    }

    private boolean beyond(@Nullable Bound floor) {
        return floor != null && floor.amount().compareTo(figures.copayment()) > 0;
    }

    /**
     * R871-2 3° and 4° last al.: before its time, a renewal is no business of the frame but for its copayment (1°), which
     * all responsible contracts together pay once. Of several units, those that the law lets be paid are bounded each by
     * its own part of the charge and by its own ceiling.
     */
    private Money withinPeriod(Money amount, Money earlier, List<LegalPeriod.Room> rooms) {
        LegalPeriod.Room room = LegalPeriod.early(rooms);
        if (room == null) {
            return amount;
        }
        Money copayment = figures.copayment().minus(earlier).orZero();
        Money inTime = ofUnitsInTime(amount, copayment, rooms);
        Bound hearing = hearing();
        Money most = hearing == null ? figures.remainder() : figures.remainder().min(hearing.amount());
        Money allowed = inTime.min(
                ofUnitsInTime(most, figures.copayment(), rooms).minus(earlier).orZero());
        if (allowed.compareTo(amount) < 0) {
            workings.step(
                    "legal-period",
                    allowed,
                    room.source(),
                    "before",
                    amount,
                    "months",
                    room.months(),
                    "since",
                    String.valueOf(room.other()));
        }
        return allowed;
    }

    /** Of an amount for all units, the copayment and what the units in time have beyond it. */
    private static Money ofUnitsInTime(Money amount, Money copayment, List<LegalPeriod.Room> rooms) {
        Money beyond = amount.minus(copayment).orZero();
        return beyond.isZero()
                ? amount
                : copayment.plus(
                        beyond.exact().times(LegalPeriod.partInTime(rooms)).rounded());
    }

    /** Which case of R871-2 3° the whole equipment is, told once. */
    private void tellCase() {
        if (equipment == null || Equipment.isClassA(line) || equipment.isTold()) {
            return;
        }
        Lookup.Known maximum = workings.find("fr.responsible.optical.maximum", equipment.lensCase());
        if (maximum != null) {
            workings.step(
                    "equipment-case",
                    maximum.money(),
                    maximum.source(),
                    "case",
                    equipment.lensCase(),
                    "free",
                    equipment.classA());
        }
        equipment.told();
    }

    /** Counts what was paid towards the ceiling of the whole equipment. */
    void settled(Money responsible) {
        if (equipment != null && !Equipment.isClassA(line)) {
            equipment.pays(paidBefore().plus(responsible));
        }
    }

    /** The lowest of the ceilings that concern the line, on what contracts pay; null when none does. */
    private @Nullable Bound ceiling(@Nullable Money optam) {
        Bound ceiling = null;
        for (Bound one : new Bound[] {nonOptam(optam), hearing(), outsidePathway(), optical()}) {
            ceiling = lowest(ceiling, one);
        }
        return ceiling;
    }

    private static @Nullable Bound lowest(@Nullable Bound one, @Nullable Bound other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.amount().compareTo(one.amount()) < 0 ? other : one;
    }

    /** An amount that the law sets, and where it says so. */
    private record Bound(Money amount, @Nullable Source source) {}

    /**
     * R871-2 2°: overruns of doctors without OPTAM, at most 100 % of the base, and at most what the contract gives with
     * OPTAM less 20 % of the base.
     */
    private @Nullable Bound nonOptam(@Nullable Money optam) {
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
        if (share == null) {
            return null;
        }
        Bound whole = new Bound(figures.copayment().plus(ofBase(share)), share.source());
        Lookup.Known below = optam == null ? null : workings.need("fr.responsible.non-optam.points-below-optam", "");
        return optam == null || below == null
                ? whole
                : lowest(whole, new Bound(optam.minus(ofBase(below)).max(figures.copayment()), below.source()));
    }

    private Money ofBase(Lookup.Known share) {
        return line.base().amount().exact().times(share.rate()).rounded();
    }

    /** R871-2 4°: class II hearing aids, compulsory share and copayment included. */
    private @Nullable Bound hearing() {
        if (!line.lineage().contains("hearing") || !"II".equals(line.careClass())) {
            return null;
        }
        Lookup.Known ceiling = workings.need("fr.responsible.hearing.ceiling", "");
        return ceiling == null
                ? null
                : new Bound(
                        ceiling.money()
                                .times(figures.quantity())
                                .minus(paidBefore())
                                .orZero(),
                        ceiling.source());
    }

    /** R871-1: outside the pathway, the authorised overrun of L162-5 18° is never paid; unknown, no overrun is. */
    private @Nullable Bound outsidePathway() {
        if (!compulsory.penalty().isPositive() || !figures.overrun().isPositive()) {
            return null;
        }
        Lookup.Known authorised = workings.need("fr.pathway.authorised-overrun", "");
        return authorised == null
                ? new Bound(figures.copayment(), null)
                : new Bound(
                        figures.copayment()
                                .plus(figures.overrun()
                                        .minus(authorised.money().times(figures.quantity()))
                                        .orZero()),
                        authorised.source());
    }

    /**
     * R871-2 3°: class B parts of an equipment, compulsory share included, within the ceiling of its lenses less what its
     * class A parts cost; the frame within a ceiling of its own.
     */
    private @Nullable Bound optical() {
        if (equipment == null || Equipment.isClassA(line)) {
            return null;
        }
        Money others = equipment.classA().plus(equipment.paid()).plus(equipment.owedAfter(line));
        Bound whole = less("fr.responsible.optical.maximum", equipment.lensCase(), others.plus(paidBefore()));
        return line.lineage().contains("optical.frame")
                ? lowest(whole, less("fr.responsible.optical.frame-ceiling", "", paidBefore()))
                : whole;
    }

    private @Nullable Bound less(String quantity, String key, Money taken) {
        Lookup.Known known = workings.need(quantity, key);
        return known == null ? null : new Bound(known.money().minus(taken).orZero(), known.source());
    }

    private Money paidBefore() {
        return compulsory.legal().plus(compulsory.otherPayers());
    }

    /**
     * R871-2: the whole price within the regulated ceiling for 100 % Santé and other reinforced classes (3° to 5°, 7°, 8°), else the whole copayment (1°), but
     * for medicines at 30 % and 15 % and thermal cures; class B equipment at least its minimum (3°), once the contract
     * covers it beyond the copayment.
     *
     * @param rooms before its time, a unit has its copayment alone
     */
    private @Nullable Bound floor(List<LegalPeriod.Room> rooms) {
        Act act = line.act();
        if (act == null) {
            return null;
        }
        return switch (act.kind()) {
            case MEDICINE_30, MEDICINE_15, THERMAL_CURE -> null;
            case DEVICE, DENTAL_PROSTHESIS ->
                fullyCovered()
                        ? inTime(withinPriceCeiling(), rooms)
                        : LegalPeriod.early(rooms) == null ? highest(copayment(), opticalMinimum()) : copayment();
            default -> copayment();
        };
    }

    private @Nullable Bound inTime(@Nullable Bound whole, List<LegalPeriod.Room> rooms) {
        return whole == null || LegalPeriod.early(rooms) == null
                ? whole
                : new Bound(ofUnitsInTime(whole.amount(), figures.copayment(), rooms), whole.source());
    }

    private static @Nullable Bound highest(@Nullable Bound one, @Nullable Bound other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.amount().compareTo(one.amount()) > 0 ? other : one;
    }

    /**
     * What the equipment's minimum still asks of this line, once the lines after it bear all that they can; never more
     * than the ceilings let it bear, whatever the lines before it were left.
     */
    private @Nullable Bound opticalMinimum() {
        if (equipment == null || Equipment.isClassA(line) || !equipment.isCoveredBeyondCopayment()) {
            return null;
        }
        Lookup.Known minimum = workings.find("fr.responsible.optical.minimum", equipment.lensCase());
        Lookup.Known frame = workings.find("fr.responsible.optical.frame-ceiling", "");
        if (minimum == null) {
            return null;
        }
        Money others = equipment
                .classA()
                .plus(equipment.paid())
                .plus(equipment.bearableAfter(line, frame == null ? null : frame.money()));
        return lowest(
                new Bound(minimum.money().minus(others).minus(paidBefore()).orZero(), minimum.source()), optical());
    }

    private @Nullable Bound copayment() {
        if (figures.copayment().isZero()) {
            return null;
        }
        Lookup.Known share = workings.need("fr.responsible.copayment-share", "");
        return share == null
                ? null
                : new Bound(figures.copayment().exact().times(share.rate()).rounded(), share.source());
    }

    /** Of a reinforced class (3° to 5°, 7°, 8°), where the law of the day has one for such care. */
    private boolean fullyCovered() {
        String careClass = line.careClass();
        boolean reinforced = "A".equals(careClass)
                || "I".equals(careClass)
                || "100-sante".equals(line.line().circumstances().basket());
        return reinforced
                && line.lineage().stream()
                        .anyMatch(family -> workings.find("fr.responsible.full-cover", family) != null);
    }

    /** The whole price within its ceiling; on a stated base above that ceiling, the copayment all the same (1°). */
    private @Nullable Bound withinPriceCeiling() {
        Lookup.Known ceiling = figures.priceCeiling();
        if (ceiling == null) {
            return copayment();
        }
        Money price = figures.charge().min(ceiling.money().times(figures.quantity()));
        return highest(new Bound(price.minus(paidBefore()).orZero(), ceiling.source()), copayment());
    }
}
