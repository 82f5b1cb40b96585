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

    private Money lost(String code) {
        Money lost = workings.takenOff(code);
        return lost == null ? Money.zero(line.charge().currency()) : lost;
    }

    private void take(String cause, Money amount) {
        Money taken = amount.min(left);
        if (taken.isPositive()) {
            workings.step("abatement", taken, null, "cause", cause);
            left = left.minus(taken);
        }
    }
}
