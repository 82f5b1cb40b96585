package io.bareme.journal;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Verdict;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * One approved line of an authorization, and what is left of it.
 *
 * @param line as it was asked for
 * @param decided as it was decided
 * @param left how many of its units no invoice has used
 * @param unused what complementary contracts promised of it and no invoice has been paid
 */
public record PromisedLine(CareLine line, LineDecision decided, int left, Money unused) {

    /** Those of an authorization, after so many uses. */
    public static List<PromisedLine> of(StoredDecision authorization, List<CommitmentUse> uses) {
        Decision decision = authorization.decision();
        List<CareLine> asked = authorization.input().claim().lines();
        List<PromisedLine> lines = new ArrayList<>();
        for (LineDecision decided : decision.lines()) {
            if (decided.verdict() == Verdict.APPROVED || decided.verdict() == Verdict.APPROVED_IN_PART) {
                lines.add(of(asked.get(decided.number() - 1), decided, uses));
            }
        }
        return lines;
    }

    private static PromisedLine of(CareLine line, LineDecision decided, List<CommitmentUse> uses) {
        int left = line.quantity();
        Money unused = decided.shares().complementary();
        for (CommitmentUse use : uses) {
            if (use.line() == line.number()) {
                left = Math.max(0, left - use.quantity());
                unused = unused.minus(use.amount()).orZero();
            }
        }
        return new PromisedLine(line, decided, left, unused);
    }

    /**
     * What complementary contracts still promise of it: the part of the units left, as it stays reserved, but no more
     * than is unused. What a unit cost less than its part is free for all.
     */
    public Money amountLeft() {
        Money whole = decided.shares().complementary();
        Money part = new Money(Math.multiplyExact(whole.cents(), left) / line.quantity(), whole.currency());
        return part.min(unused);
    }

    /** Its number in the authorization. */
    public int number() {
        return line.number();
    }
}
