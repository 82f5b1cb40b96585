package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Exact;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which acts of a settlement group are heavy (CSS R160-16 I): a tariff or a coefficient at or above the threshold, or,
 * outside a stay, acts done at the same time whose tariffs reach it together. The flat participation is due once for the
 * group. Imaging never is heavy in this sense: its participation is suppressed (II); pathology only within a stay (IV).
 */
final class HeavyActs {

    /** The family of a participation billed as a line of its own, never beside an act of its group that bears it. */
    static final String BILLED_APART = "hospital.heavy-act";

    /** In the place of a line's number: earlier care of the same stay bears the flat participation. */
    private static final int EARLIER = -1;

    private final List<ResolvedLine> lines;
    private final boolean stay;
    private final boolean borneBefore;

    /** @param borneBefore whether earlier care of the same stay bears the flat participation */
    HeavyActs(SettlementGroup group, boolean stay, boolean borneBefore) {
        this.lines = group.lines();
        this.stay = stay;
        this.borneBefore = borneBefore;
    }

    /** Whether it is imaging at or above the threshold, which bears no participation at all. */
    static boolean imaging(ResolvedLine line, Workings workings) {
        return technical(line)
                && line.lineage().contains("imaging")
                && reaches(line, line.base().unit(), workings);
    }

    boolean heavy(ResolvedLine line, Workings workings) {
        return may(line) && (reaches(line, line.base().unit(), workings) || togetherHeavy(line, workings));
    }

    /**
     * The number of the line that bears the flat participation, or of one that bills it apart; another number than any
     * line's where earlier care of the stay bears it; 0 when no act is heavy.
     */
    int bearer(Workings workings) {
        int act = bearingAct(workings);
        return act != 0 ? act : billedApart();
    }

    /** The same, participations billed apart left aside. */
    int bearingAct(Workings workings) {
        return borneBefore ? EARLIER : first(line -> heavy(line, workings));
    }

    private int billedApart() {
        return first(line -> line.lineage().contains(BILLED_APART));
    }

    private int first(Predicate<ResolvedLine> wanted) {
        return lines.stream()
                .filter(wanted)
                .mapToInt(line -> line.line().number())
                .findFirst()
                .orElse(0);
    }

    private boolean togetherHeavy(ResolvedLine line, Workings workings) {
        List<ResolvedLine> together = lines.stream()
                .filter(this::may)
                .filter(other -> other.line().date().equals(line.line().date()))
                .toList();
        if (stay || together.size() < 2) {
            return false;
        }
        Exact sum = together.stream()
                .map(other -> other.base().amount().exact())
                .reduce(Exact.zero(line.charge().currency()), Exact::plus);
        return reaches(line, sum, workings);
    }

    private boolean may(ResolvedLine line) {
        return technical(line)
                && !line.lineage().contains("imaging")
                && (stay || !line.lineage().contains("technical-act.pathology"));
    }

    static boolean technical(ResolvedLine line) {
        Act act = line.act();
        return act != null && (act.kind() == CareKind.TECHNICAL || act.kind() == CareKind.HOSPITAL_FEES);
    }

    private static boolean reaches(ResolvedLine line, Exact tariff, Workings workings) {
        Lookup.Known threshold = workings.need("fr.heavy-act.threshold", "");
        Lookup.Known coefficient = workings.find("fr.heavy-act.coefficient-threshold", "");
        boolean byCoefficient = coefficient != null
                && line.line().coefficient() != null
                && line.line().coefficient().compareTo(coefficient.value()) >= 0;
        return byCoefficient || threshold != null && tariff.compareTo(threshold.exact()) >= 0;
    }
}
