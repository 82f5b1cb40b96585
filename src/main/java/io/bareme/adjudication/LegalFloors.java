package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the law makes a responsible contract pay at least for one line (CSS L871-1, R871-2 1° and 3° to 8°). */
final class LegalFloors {

    private final ResolvedLine line;
    private final Figures figures;
    private final CompulsoryShare compulsory;
    private final @Nullable Equipment equipment;
    private final Workings workings;
    private final LegalCeilings ceilings;

    LegalFloors(
            ResolvedLine line,
            Figures figures,
            CompulsoryShare compulsory,
            @Nullable Equipment equipment,
            LegalCeilings ceilings,
            Workings workings) {
        this.line = line;
        this.figures = figures;
        this.compulsory = compulsory;
        this.equipment = equipment;
        this.ceilings = ceilings;
        this.workings = workings;
    }

    /**
     * Which floors a contract owes.
     *
     * @param copayment the copayment or the whole regulated price: the first responsible contract does
     * @param minimum that of an equipment: the first that covers it beyond the copayment does
     * @param earlier what responsible contracts before it pay
     */
    record Owing(boolean copayment, boolean minimum, Money earlier) {}

    /**
     * R871-2: the whole price within the regulated ceiling for 100 % Santé and other reinforced classes (3° to 5°, 7°, 8°), else the whole copayment (1°), but
     * for medicines at 30 % and 15 % and thermal cures; class B equipment at least its minimum (3°), once the contract
     * covers it beyond the copayment.
     *
     * @param rooms before its time, a unit has its copayment alone
     */
    @Nullable
    LegalBound of(Owing owing, List<LegalPeriod.Room> rooms) {
        Act act = line.act();
        if (act == null || !owing.copayment()) {
            return act != null && owing.minimum() && LegalPeriod.early(rooms) == null
                    ? opticalMinimum(owing.earlier())
                    : null;
        }
        return switch (act.kind()) {
            case MEDICINE_30, MEDICINE_15, THERMAL_CURE -> null;
            case DEVICE, DENTAL_PROSTHESIS ->
                fullyCovered()
                        ? inTime(withinPriceCeiling(), rooms)
                        : owing.minimum() && LegalPeriod.early(rooms) == null
                                ? LegalBound.highest(copayment(), opticalMinimum(owing.earlier()))
                                : copayment();
            default -> copayment();
        };
    }

    private @Nullable LegalBound inTime(@Nullable LegalBound whole, List<LegalPeriod.Room> rooms) {
        return whole == null || LegalPeriod.early(rooms) == null
                ? whole
                : new LegalBound(LegalPeriod.ofUnitsInTime(whole.amount(), figures.copayment(), rooms), whole.source());
    }

    /**
     * What the equipment's minimum still asks of this line, once the lines after it bear all that they can; never more
     * than the ceilings let it bear, whatever the lines before it were left.
     */
    private @Nullable LegalBound opticalMinimum(Money earlier) {
        if (equipment == null || Equipment.isClassA(line)) {
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
        LegalBound all = LegalBound.lowest(
                new LegalBound(
                        minimum.money()
                                .minus(others)
                                .minus(compulsory.beforeContracts())
                                .orZero(),
                        minimum.source()),
                ceilings.optical());
        return all == null ? null : new LegalBound(all.amount().minus(earlier).orZero(), all.source());
    }

    private @Nullable LegalBound copayment() {
        if (figures.copayment().isZero()) {
            return null;
        }
        Lookup.Known share = workings.need("fr.responsible.copayment-share", "");
        return share == null
                ? null
                : new LegalBound(figures.copayment().exact().times(share.rate()).rounded(), share.source());
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
    private @Nullable LegalBound withinPriceCeiling() {
        Lookup.Known ceiling = figures.priceCeiling();
        if (ceiling == null) {
            return copayment();
        }
        Money price = figures.charge().min(ceiling.money().times(figures.quantity()));
        LegalBound whole =
                new LegalBound(price.minus(compulsory.beforeContracts()).orZero(), ceiling.source());
        return LegalBound.highest(whole, copayment());
    }
}
