package io.bareme.decision;

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
import org.jspecify.annotations.Nullable;

/**
 * Decisions that nothing was computed for: the whole charge stands with the member for the time being, no limit moves,
 * and a person takes the case up. Nobody is refused for it.
 */
public final class Undecided {

    private static final String PERSON_UNKNOWN = "person-unknown";
    private static final String NOT_COMPUTED = "not-computed";

    private Undecided() {}

    /** Nobody bears the claim's number: the request waits for the right one. */
    public static Decision personUnknown(Claim claim, String edition) {
        return decision(
                claim,
                Verdict.INCOMPLETE,
                ClockClass.NOT_STARTED,
                edition,
                line -> new Finding.Require(
                        PERSON_UNKNOWN, line, PERSON_UNKNOWN, Map.of("member", claim.person()), "member-number"));
    }

    /** A handler must take the case up. */
    public static Decision pended(Claim claim, String reason, String edition) {
        return decision(
                claim,
                Verdict.REFERRED,
                ClockClass.HOUR,
                edition,
                line -> new Finding.Refer(reason, line, reason, Map.of(), false));
    }

    /** The same once more, where nothing was computed because of something outside the engine; else null. */
    public static @Nullable Decision again(Claim claim, Decision earlier) {
        LineDecision line = earlier.lines().getFirst();
        boolean computed = line.steps().stream().noneMatch(step -> step.code().equals(NOT_COMPUTED));
        String reason = computed ? "" : line.findings().getFirst().reason();
        return switch (reason) {
            case "", Decider.ENGINE_FAILURE -> null;
            case PERSON_UNKNOWN -> personUnknown(claim, earlier.edition());
            default -> pended(claim, reason, earlier.edition());
        };
    }

    private static Decision decision(
            Claim claim, Verdict verdict, ClockClass clock, String edition, IntFunction<Finding> why) {
        List<LineDecision> lines = claim.lines().stream()
                .map(line -> new LineDecision(
                        line.number(),
                        verdict,
                        allWithTheMember(line),
                        List.of(why.apply(line.number())),
                        List.of(new Step(NOT_COMPUTED, Map.of(), line.charge(), null)),
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
