package io.bareme.authorization;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.ClockClass;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Shares;
import io.bareme.adjudication.Step;
import io.bareme.adjudication.Verdict;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Decisions that nothing was computed for: the whole charge stands with the member for the time being, no limit moves,
 * and a person takes the case up. Nobody is refused for it.
 */
final class Undecided {

    private Undecided() {}

    /** Nobody bears that number: the request waits for the right one. */
    static Decision personUnknown(Claim claim, String member, String edition) {
        return decision(
                claim,
                Verdict.INCOMPLETE,
                ClockClass.NOT_STARTED,
                edition,
                line -> new Finding.Require(
                        "person-unknown", line, "person-unknown", Map.of("member", member), "member-number"));
    }

    /** A handler must take the case up. */
    static Decision pended(Claim claim, String reason, String edition) {
        return decision(
                claim,
                Verdict.REFERRED,
                ClockClass.HOUR,
                edition,
                line -> new Finding.Refer(reason, line, reason, Map.of(), false));
    }

    private static Decision decision(
            Claim claim, Verdict verdict, ClockClass clock, String edition, IntFunction<Finding> why) {
        List<LineDecision> lines = claim.lines().stream()
                .map(line -> new LineDecision(
                        line.number(),
                        verdict,
                        allWithTheMember(line),
                        List.of(why.apply(line.number())),
                        List.of(new Step("not-computed", Map.of(), line.charge(), null)),
                        List.of()))
                .toList();
        return new Decision(verdict, clock, lines, List.of(), edition);
    }

    private static Shares allWithTheMember(CareLine line) {
        Money charge = line.charge();
        Money zero = Money.zero(charge.currency());
        return new Shares(
                charge,
                zero,
                Rate.ZERO,
                zero,
                zero,
                zero,
                zero,
                zero,
                zero,
                List.of(),
                new Shares.MemberShare(zero, charge, zero, zero, zero, zero),
                charge);
    }
}
