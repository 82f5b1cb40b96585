package io.bareme.portal.simulator;

import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Shares.ContractShare;
import io.bareme.adjudication.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which steps of a line's computation explain which of its figures. Steps come in the order of the computation. */
final class StepGroups {

    static final String BASE = "base";
    static final String COMPULSORY = "compulsory";
    static final String ABATEMENT = "abatement";
    static final String OTHER = "other";

    private static final Map<String, String> FIGURE_OF = Map.of(
            "base", BASE,
            "base-contradicted", BASE,
            "compulsory", COMPULSORY,
            "compulsory-heavy-act", COMPULSORY,
            "compulsory-given", COMPULSORY,
            "compulsory-ceiling", COMPULSORY,
            "pathway-penalty", ABATEMENT,
            "participation", ABATEMENT,
            "local-scheme", OTHER,
            "solidarity", OTHER);

    private final Map<String, List<Step>> groups = new HashMap<>();

    StepGroups(LineDecision line) {
        List<ContractShare> contracts = line.shares().contracts();
        int contract = 0;
        for (Step step : line.steps()) {
            if (step.code().startsWith("franchise")) {
                add(ABATEMENT, step);
            } else if (FIGURE_OF.containsKey(step.code())) {
                add(FIGURE_OF.get(step.code()), step);
            } else {
                if (step.code().equals("guarantee")) {
                    contract = nextWithCell(contracts, contract);
                }
                add(contract(contract), step);
                if (step.code().equals("contract")) {
                    contract++;
                }
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

    static String contract(int index) {
        return "contract" + (index + 1);
    }

    List<Step> of(String figure) {
        return List.copyOf(groups.getOrDefault(figure, List.of()));
    }

    private void add(String figure, Step step) {
        groups.computeIfAbsent(figure, unused -> new ArrayList<>()).add(step);
    }
}
