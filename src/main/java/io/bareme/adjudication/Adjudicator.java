package io.bareme.adjudication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Decides a resolved claim. One pure function: the same claim and edition give the same decision, on whatever channel it
 * came, and nothing is looked up.
 */
public final class Adjudicator {

    private Adjudicator() {}

    public static Decision decide(ResolvedClaim claim) {
        Map<Integer, List<Finding>> findings =
                claim
                        .edition()
                        .rules()
                        .examine(claim.lines().stream().map(ResolvedLine::facts).toList())
                        .stream()
                        .collect(Collectors.groupingBy(Finding::line));
        LimitBook book =
                new LimitBook(claim.consumption(), claim.lines().get(0).charge().currency()).opens(claim);
        DayTally tally = new DayTally(claim);
        SchemeTally schemeTally = new SchemeTally();
        List<LineDecision> lines = new ArrayList<>();
        boolean several = claim.lines().size() > 1;
        for (SettlementGroup group : SettlementGroup.of(claim.lines(), claim.first())) {
            GroupContext context = GroupContext.of(group, claim, book);
            for (ResolvedLine line : group.lines()) {
                List<Finding> found = reviewed(claim, line, findings);
                Map<String, Decision.Movement> before = several ? book.taken() : Map.of();
                LineDecision settled = new LineSettlement(claim, line, found, book, context).settle(tally, schemeTally);
                lines.add(several ? settled.taking(book.movementsSince(before)) : settled);
            }
        }
        lines.sort(Comparator.comparingInt(LineDecision::number));
        Verdict verdict = Weighing.claim(lines);
        return new Decision(
                verdict,
                Weighing.clock(verdict, lines),
                lines,
                book.movements(),
                claim.edition().hash());
    }

    private static List<Finding> reviewed(
            ResolvedClaim claim, ResolvedLine line, Map<Integer, List<Finding>> findings) {
        int number = line.line().number();
        List<Finding> found = findings.getOrDefault(number, List.of());
        Review review = claim.claim().review();
        return review == null ? found : review.on(number, found);
    }
}
