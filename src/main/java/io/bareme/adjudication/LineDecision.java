package io.bareme.adjudication;

import io.bareme.values.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer for one care line. */
public record LineDecision(
        int number, Verdict verdict, Shares shares, List<Finding> findings, List<Step> steps, List<LimitUse> limits) {

    public LineDecision {
        findings = List.copyOf(findings);
        steps = List.copyOf(steps);
        limits = List.copyOf(limits);
    }

    /**
     * What one limit had, gave and keeps. Amount limits count money, count limits count units.
     *
     * @param wording the limit in canonical words
     * @param remainingAmount null for a limit in number
     * @param remainingCount null for a limit in money
     */
    public record LimitUse(
            String key,
            String enrolment,
            String wording,
            @Nullable Money remainingBefore,
            @Nullable Money remainingAmount,
            @Nullable Integer countBefore,
            @Nullable Integer remainingCount) {}
}
