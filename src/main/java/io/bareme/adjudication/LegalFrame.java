package io.bareme.adjudication;

import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import java.util.ArrayList;
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
    private final LegalCeilings ceilings;
    private final LegalFloors floors;
    private boolean withheld;

    LegalFrame(ResolvedLine line, Figures figures, CompulsoryShare compulsory, GroupContext group, Workings workings) {
        this.line = line;
        this.figures = figures;
        this.compulsory = compulsory;
        this.equipment = Equipment.isPart(line) ? group.equipment() : null;
        this.workings = workings;
        this.ceilings = new LegalCeilings(line, figures, compulsory, equipment, workings);
        this.floors = new LegalFloors(line, figures, compulsory, equipment, ceilings, workings);
    }

    /**
     * The most that the law lets the contract pay: before its deductibles, which keep what would really be paid.
     *
     * @param amount what the contract would pay
     * @param owing which floors it owes, and what responsible contracts before it pay
     * @param optam what the contract would pay at a doctor who signed OPTAM; null when it makes no difference
     * @param rooms what the law lets it pay once in a time, and what is left of it
     */
    EachUnit atMost(EachUnit amount, LegalFloors.Owing owing, @Nullable Money optam, List<LegalPeriod.Room> rooms) {
        tellCase();
        Money all = amount.all();
        Money earlier = owing.earlier();
        boolean early = LegalPeriod.early(rooms) != null;
        Money copaymentLeft = figures.copayment().minus(earlier).orZero();
        withheld = early && (all.compareTo(copaymentLeft) > 0 || beyond(floors.of(owing, List.of())));
        Money inTime = withinPeriod(all, earlier, rooms);
        LegalBound ceiling = ceilings.of(optam);
        if (ceiling == null) {
            return amount.reducedTo(inTime);
        }
        Money left = ceiling.amount().minus(earlier).orZero();
        EachUnit result =
                oneByOne(rooms) && earlier.isZero() ? amount.atMost(left) : amount.reducedTo(inTime.min(left));
        if (result.all().compareTo(inTime) < 0) {
            workings.step(
                    "legal-ceiling", result.all(), ceiling.source(), "before", inTime, "ceiling", ceiling.amount());
        }
        return result;
    }

    /** The amount, but no less than the contract owes, whatever its limits and deductibles leave. */
    Money atLeast(EachUnit amount, LegalFloors.Owing owing, List<LegalPeriod.Room> rooms) {
        LegalBound floor = floors.of(owing, rooms);
        Money result = raised(amount, floor, rooms);
        if (floor != null && result.compareTo(amount.all()) > 0) {
            workings.step("legal-floor", result, floor.source(), "before", amount.all());
        }
        return result;
    }

    /** The same, as it would be for another amount: nothing is told of it. */
    Money wouldBeAtLeast(EachUnit amount, LegalFloors.Owing owing, List<LegalPeriod.Room> rooms) {
        return raised(amount, floors.of(owing, rooms), rooms);
    }

    private Money raised(EachUnit amount, @Nullable LegalBound floor, List<LegalPeriod.Room> rooms) {
        if (floor == null) {
            return amount.all();
        }
        return oneByOne(rooms) ? amount.atLeast(floor.amount()) : amount.all().max(floor.amount());
    }

    /** Units that a limit leaves out are bounded apart, but for what the law bounds as a whole. */
    private boolean oneByOne(List<LegalPeriod.Room> rooms) {
        return equipment == null && LegalPeriod.early(rooms) == null;
    }

    /** Whether the contract would have paid more than the copayment, had the law's time run out. */
    boolean withheld() {
        return withheld;
    }

    private boolean beyond(@Nullable LegalBound floor) {
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
        Money inTime = LegalPeriod.ofUnitsInTime(amount, copayment, rooms);
        LegalBound hearing = ceilings.hearing();
        Money most = hearing == null ? figures.remainder() : figures.remainder().min(hearing.amount());
        Money allowed = inTime.min(LegalPeriod.ofUnitsInTime(most, figures.copayment(), rooms)
                .minus(earlier)
                .orZero());
        if (allowed.compareTo(amount) < 0) {
            List<Object> told = new ArrayList<>(List.of("before", amount, "months", room.months()));
            if (room.other() != null) {
                told.addAll(List.of("since", room.other()));
            }
            workings.step("legal-period", allowed, room.source(), told.toArray());
        }
        return allowed;
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

    /** Counts what was paid, and what deductibles kept of it, towards the ceiling of the whole equipment. */
    void settled(Money responsible, Money kept) {
        if (equipment != null && !Equipment.isClassA(line)) {
            equipment.pays(compulsory.beforeContracts().plus(responsible), kept);
        }
    }
}
