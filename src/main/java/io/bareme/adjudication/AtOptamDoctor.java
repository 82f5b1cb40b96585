package io.bareme.adjudication;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.values.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What responsible contracts would pay together for a line, limits aside, had the doctor signed OPTAM: the ceiling on
 * overruns of those who did not depends on it (CSS R871-2 2°).
 */
final class AtOptamDoctor {

    private final Rights rights;
    private final ResolvedLine line;
    private final CompulsoryShare compulsory;
    private final Workings workings;
    private Money together;

    AtOptamDoctor(Rights rights, ResolvedLine line, CompulsoryShare compulsory, Workings workings) {
        this.rights = rights;
        this.line = line;
        this.compulsory = compulsory;
        this.workings = workings;
        this.together = Money.zero(line.charge().currency());
    }

    /**
     * This contract and the responsible ones before it; null when the doctor makes no difference. An amount that includes
     * earlier contracts is that of all of them.
     */
    @Nullable
    Money together(Cover cover, Set<Condition> own) {
        Money alone = alone(cover, own);
        if (alone == null) {
            return null;
        }
        together = cover.table().includesEarlierContracts() ? together.max(alone) : together.plus(alone);
        return together;
    }

    /** Nothing where its table has no line for such a doctor; null where it says two things. */
    private @Nullable Money alone(Cover cover, Set<Condition> own) {
        if (!cover.table().responsible() || !own.contains(Condition.NON_OPTAM)) {
            return null;
        }
        Set<Condition> signed = EnumSet.copyOf(own);
        signed.remove(Condition.NON_OPTAM);
        signed.add(Condition.OPTAM);
        List<Guarantee> applying = GuaranteeTable.applying(cover.level(), line.lineage(), signed);
        return switch (applying.size()) {
            case 0 -> Money.zero(line.charge().currency());
            case 1 -> of(applying.getFirst(), cover.enrolment(), signed);
            default -> null;
        };
    }

    private Money of(Guarantee guarantee, Enrolment enrolment, Set<Condition> signed) {
        Workings aside = workings.aside();
        Figures same = new Figures(line, compulsory, aside);
        LimitBook unused = new LimitBook(Consumption.NONE, line.charge().currency());
        LimitsOfLine limits = new LimitsOfLine(rights, enrolment, guarantee, line, null, unused, aside);
        Entitlement there = new Entitlement(same, signed, limits, units -> same.zero(), aside);
        return there.eachUnit(there.of(guarantee.formula())).ifAllWereCovered();
    }
}
