package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lines that are settled together: an optical equipment, a stay, a semester of orthodontics. A line alone is a group of
 * one.
 *
 * @param lines one or more, in the order of their dates, then of their numbers, those that come first before
 */
public record SettlementGroup(List<ResolvedLine> lines) {

    public SettlementGroup {
        lines = List.copyOf(lines);
    }

    /**
     * The groups of a claim, in the order in which care was given: limits are consumed in that order. Daily charges come
     * after the stays that they are imputed on.
     *
     * @param first numbers of lines that come before all others
     */
    static List<SettlementGroup> of(List<ResolvedLine> lines, Set<Integer> first) {
        List<ResolvedLine> ordered = new ArrayList<>(lines);
        ordered.sort(Comparator.comparing(SettlementGroup::isDailyCharge)
                .thenComparing(line -> !first.contains(line.line().number()))
                .thenComparing(line -> line.line().date())
                .thenComparingInt(line -> line.line().number()));
        Map<String, List<ResolvedLine>> groups = new LinkedHashMap<>();
        for (ResolvedLine line : ordered) {
            String word = line.line().group();
            String key = word == null ? "line " + line.line().number() : "group " + word;
            groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(line);
        }
        return groups.values().stream().map(SettlementGroup::new).toList();
    }

    private static boolean isDailyCharge(ResolvedLine line) {
        Act act = line.act();
        return act != null && act.kind() == CareKind.DAILY_CHARGE;
    }
}
