package io.bareme.adjudication;

import io.bareme.values.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one care line.
 *
 * @param payout what moves now, for a file of a Moroccan complementary contract; null for any other claim
 * @param movements what the line takes of which limit; null where it is the claim's only line, which takes all that the
 *     claim does, and in decisions of before it was kept
 */
public record LineDecision(
        int number,
        Verdict verdict,
        Shares shares,
        List<Finding> findings,
        List<Step> steps,
        List<LimitUse> limits,
        @Nullable Payout payout,
        @Nullable List<Decision.Movement> movements) {

    public LineDecision {
        findings = List.copyOf(findings);
        steps = List.copyOf(steps);
        limits = List.copyOf(limits);
        movements = movements == null ? null : List.copyOf(movements);
    }

    /** The same, with what it takes of each limit. */
    LineDecision taking(List<Decision.Movement> taken) {
        return new LineDecision(number, verdict, shares, findings, steps, limits, payout, taken);
    }

    /** The same, with more findings, which may raise its verdict. */
    LineDecision finding(List<Finding> more) {
        List<Finding> all = Weighing.ordered(findings, more);
        Verdict weighed = Weighing.line(all, verdict == Verdict.APPROVED_IN_PART);
        return new LineDecision(number, weighed, shares, all, steps, limits, payout, movements);
    }

    /** Of a claim's only line. */
    public LineDecision(
            int number,
            Verdict verdict,
            Shares shares,
            List<Finding> findings,
            List<Step> steps,
            List<LimitUse> limits,
            @Nullable Payout payout) {
        this(number, verdict, shares, findings, steps, limits, payout, null);
    }

    /** Of a claim that is not a file of a Moroccan complementary contract. */
    public LineDecision(
            int number,
            Verdict verdict,
            Shares shares,
            List<Finding> findings,
            List<Step> steps,
            List<LimitUse> limits) {
        this(number, verdict, shares, findings, steps, limits, null);
    }

    /**
     * What one limit had, gave and keeps. Amount limits count money, count limits count units.
     *
     * @param wording the limit in canonical words
     * @param remainingAmount null for a limit in number
     * @param remainingCount null for a limit in money
     * @param shared what the limit is, when several lines of the table share it; null for a limit of the line alone
     */
    public record LimitUse(
            String key,
            String enrolment,
            String wording,
            @Nullable Money remainingBefore,
            @Nullable Money remainingAmount,
            @Nullable Integer countBefore,
            @Nullable Integer remainingCount,
            @Nullable Shared shared) {

        /** Of a limit of the line alone. */
        public LimitUse(
                String key,
                String enrolment,
                String wording,
                @Nullable Money remainingBefore,
                @Nullable Money remainingAmount,
                @Nullable Integer countBefore,
                @Nullable Integer remainingCount) {
            this(key, enrolment, wording, remainingBefore, remainingAmount, countBefore, remainingCount, null);
        }
    }

    /**
     * A limit or deductible that several lines of a table share.
     *
     * @param id its id in the fiche
     * @param wording as printed
     * @param deductible whether it is kept back rather than paid
     */
    public record Shared(String id, String wording, boolean deductible) {}
}
