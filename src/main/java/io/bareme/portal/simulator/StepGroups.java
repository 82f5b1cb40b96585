package io.bareme.portal.simulator;

import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Shares.ContractShare;
import io.bareme.adjudication.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which steps of a line's computation explain which of its figures. Steps come in the order of the computation; one that
 * is neither of another figure nor of a contract explains the compulsory share.
 */
final class StepGroups {

    static final String BASE = "base";
    static final String COMPULSORY = "compulsory";
    static final String ABATEMENT = "abatement";
    static final String OTHER = "other";
    static final String PAYOUT = "payout";

    private static final Map<String, String> FIGURE_OF = Map.ofEntries(
            Map.entry("base", BASE),
            Map.entry("base-contradicted", BASE),
            Map.entry("not-computed", BASE),
            Map.entry("pathway-penalty", ABATEMENT),
            Map.entry("participation", ABATEMENT),
            Map.entry("franchise", ABATEMENT),
            Map.entry("local-scheme", OTHER),
            Map.entry("solidarity", OTHER),
            Map.entry("payout", PAYOUT));

    /** What contracts do, from the cell that is read to what is paid. */
    private static final Set<String> OF_CONTRACTS = Set.of(
            "guarantee",
            "term-fixed",
            "term-share",
            "capped",
            "floored",
            "full-cover",
            "limit-amount",
            "limit-class-a",
            "limit-count",
            "beyond-limit",
            "includes-earlier",
            "equipment-case",
            "shared-limit",
            "deductible",
            "legal-period",
            "legal-ceiling",
            "legal-floor",
            "indemnity",
            "contract");

    private final Map<String, List<Step>> groups = new HashMap<>();

    StepGroups(LineDecision line) {
        List<ContractShare> contracts = line.shares().contracts();
        int contract = 0;
        for (Step step : line.steps()) {
            if (!OF_CONTRACTS.contains(step.code())) {
                add(FIGURE_OF.getOrDefault(step.code(), COMPULSORY), step);
                continue;
            }
            if (step.code().equals("guarantee")) {
                contract = nextWithCell(contracts, contract);
            }
            add(contract < contracts.size() ? contracts.get(contract).enrolment() : COMPULSORY, step);
            if (step.code().equals("contract")) {
                contract++;
            }
        }
    }

    /** Contracts without a cell take no {@code guarantee} step: they are passed over. */
    private static int nextWithCell(List<ContractShare> contracts, int from) {
        int next = from;
        while (next < contracts.size() && contracts.get(next).line() == null) {
            next++;
        }
        return Math.min(next, Math.max(0, contracts.size() - 1));
    }

    /** @param figure one of the constants here, or the enrolment of a contract */
    List<Step> of(String figure) {
        return List.copyOf(groups.getOrDefault(figure, List.of()));
    }

    private void add(String figure, Step step) {
        groups.computeIfAbsent(figure, unused -> new ArrayList<>()).add(step);
    }
}
