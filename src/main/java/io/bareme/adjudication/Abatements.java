package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.values.Money;

/**
 * The "justificatif de l'abattement" of a Moroccan statement: what the member bears of a line, cause by cause, each
 * with its amount; together exactly the member's share.
 */
final class Abatements {

    private final ResolvedLine line;
    private final Workings workings;
    private Money left;

    Abatements(ResolvedLine line, Shares shares, Workings workings) {
        this.line = line;
        this.workings = workings;
        this.left = shares.member().total();
    }

    /** Each cause takes what it explains of what is still to explain; the rate explains the rest. */
    void explain(boolean refused) {
        if (refused) {
            take("refused", left);
        }
        SchemeRefusal refusal = line.refusal();
        if (refusal != null) {
            take(refusal.reason(), left);
        }
        take("deductible", lost("deductible"));
        take("limit", lost("limit-amount").plus(lost("shared-limit")).plus(lost("capped")));
        take(aboveBase(), line.charge().minus(line.base().amount()).orZero());
        take("compulsory-ceiling", lost("compulsory-ceiling"));
        take("rate", left);
    }

    private String aboveBase() {
        Act act = line.act();
        return act != null && act.kind() == CareKind.MEDICINE ? "generic" : "tariff";
    }

    /** What steps of that kind took off. */
    private Money lost(String code) {
        Money total = Money.zero(line.charge().currency());
        for (Step step : workings.steps()) {
            String before = step.parameters().get("before");
            if (step.code().equals(code) && before != null && step.amount() != null) {
                total = total.plus(money(before).minus(step.amount()).orZero());
            }
        }
        return total;
    }

    private Money money(String text) {
        return Money.of(text.substring(0, text.indexOf(' ')), line.charge().currency());
    }

    private void take(String cause, Money amount) {
        Money taken = amount.min(left);
        if (taken.isPositive()) {
            workings.step("abatement", taken, null, "cause", cause);
            left = left.minus(taken);
        }
    }
}
