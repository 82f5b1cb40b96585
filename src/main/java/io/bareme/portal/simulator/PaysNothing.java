package io.bareme.portal.simulator;

import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.LineDecision.LimitUse;
import io.bareme.adjudication.Shares.ContractShare;
import io.bareme.adjudication.Step;
import io.bareme.portal.pages.Texts;
import io.bareme.portal.simulator.Contracts.Contract;
import io.bareme.values.Money;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why a payer pays nothing, in a few words, as its decision says. */
final class PaysNothing {

    private final Texts texts;

    PaysNothing(Texts texts) {
        this.texts = texts;
    }

    String compulsory(List<LineDecision> lines) {
        return said(lines, line -> line.shares().base().isZero() ? "no-base" : "not-reimbursed");
    }

    /** @param left what it finds left of all the lines */
    String contract(Contract contract, List<LineDecision> lines, Money left) {
        return left.isZero() ? texts.say("nothing.left") : said(lines, line -> contract(contract, line));
    }

    /** The reason that all lines have in common; else that each has its own. */
    private String said(List<LineDecision> lines, Function<LineDecision, String> reason) {
        Set<String> reasons = lines.stream().map(reason).collect(Collectors.toSet());
        return texts.say("nothing." + (reasons.size() == 1 ? reasons.iterator().next() : "several"));
    }

    private static String contract(Contract contract, LineDecision line) {
        if (line.findings().stream().anyMatch(Finding.Refuse.class::isInstance)) {
            return "refused";
        }
        Optional<ContractShare> share = line.shares().contracts().stream()
                .filter(one -> one.enrolment().equals(contract.enrolment()))
                .findFirst();
        if (share.isEmpty()) {
            return "waiting";
        }
        if (share.get().line() == null) {
            return "no-line";
        }
        if (line.limits().stream().anyMatch(use -> use.enrolment().equals(contract.enrolment()) && hadNothing(use))) {
            return "used-up";
        }
        return byItsSteps(new StepGroups(line).of(contract.enrolment()));
    }

    static boolean hadNothing(LimitUse use) {
        Money amount = use.remainingBefore();
        Integer count = use.countBefore();
        return !isDeductible(use) && (amount != null ? amount.isZero() : count != null && count == 0);
    }

    private static boolean isDeductible(LimitUse use) {
        LineDecision.Shared shared = use.shared();
        return shared != null && shared.deductible();
    }

    /** The last step that brought the amount down to nothing. */
    private static String byItsSteps(List<Step> steps) {
        String reason = "formula";
        for (Step step : steps) {
            Money amount = step.amount();
            if (amount != null && amount.isZero()) {
                reason = switch (step.code()) {
                    case "includes-earlier" -> "earlier";
                    case "legal-ceiling" -> "ceiling";
                    case "legal-period" -> "period";
                    case "deductible" -> "deductible";
                    case "indemnity" -> "left";
                    default -> reason;
                };
            }
        }
        return reason;
    }
}
