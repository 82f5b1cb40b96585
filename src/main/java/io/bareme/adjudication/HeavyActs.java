package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Exact;
import java.util.List;

/**
 * Which acts of a settlement group are heavy (CSS R160-16 I): a tariff or a coefficient at or above the threshold, or,
 * outside a stay, acts done at the same time whose tariffs reach it together. The flat participation is due once for the
 * group. Imaging never is heavy in this sense: its participation is suppressed (II); pathology only within a stay (IV).
 */
final class HeavyActs {

    /** The family of a participation billed as a line of its own, never beside an act of its group that bears it. */
    static final String BILLED_APART = "hospital.heavy-act";

    private final List<ResolvedLine> lines;
    private final boolean stay;

    HeavyActs(SettlementGroup group, boolean stay) {
        this.lines = group.lines();
        this.stay = stay;
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

    /** The number of the line that bears the flat participation; 0 when no act is heavy. */
    int bearer(Workings workings) {
        return lines.stream()
                .filter(line -> heavy(line, workings))
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

    private static boolean technical(ResolvedLine line) {
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
