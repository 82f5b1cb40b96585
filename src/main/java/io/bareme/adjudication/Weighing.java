package io.bareme.adjudication;

import io.bareme.guarantee.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Weighs findings into verdicts: refused before incomplete, incomplete before referred. */
final class Weighing {

    private static final Comparator<Finding> ORDER = Comparator.comparingInt(Finding::line)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::reason)
            .thenComparing(finding -> finding.getClass().getSimpleName())
            .thenComparing(finding -> finding.parameters().toString());

    private Weighing() {}

    /** What the adjudicator itself leaves to a handler: the reason is its own rule. */
    static Finding doubt(ResolvedLine line, String reason, Map<String, String> parameters) {
        return new Finding.Refer(reason, line.line().number(), reason, parameters, false);
    }

    /** What the adjudicator itself finds missing. */
    static Finding missing(ResolvedLine line, String reason, Map<String, String> parameters, String document) {
        return new Finding.Require(reason, line.line().number(), reason, parameters, document);
    }

    /** A variant that only the contract's table decides. */
    static Finding choice(ResolvedLine line, String reason, Map<String, String> parameters, Condition variant) {
        return new Finding.Choose(reason, line.line().number(), reason, parameters, variant);
    }

    /** What the adjudicator itself wants known. */
    static Finding note(ResolvedLine line, String reason, Map<String, String> parameters) {
        return new Finding.Note(reason, line.line().number(), reason, parameters);
    }

    static List<Finding> ordered(List<Finding> found, List<Finding> doubts) {
        List<Finding> all = new ArrayList<>(found);
        all.addAll(doubts);
        return all.stream().distinct().sorted(ORDER).toList();
    }

    static Verdict line(List<Finding> findings, boolean reduced) {
        if (findings.stream().anyMatch(Finding.Refuse.class::isInstance)) {
            return Verdict.REFUSED;
        }
        if (findings.stream().anyMatch(Finding.Require.class::isInstance)) {
            return Verdict.INCOMPLETE;
        }
        if (findings.stream().anyMatch(Finding.Refer.class::isInstance)) {
            return Verdict.REFERRED;
        }
        return reduced ? Verdict.APPROVED_IN_PART : Verdict.APPROVED;
    }

    /** Incomplete or referred as soon as one line is; refused only when all are. */
    static Verdict claim(List<LineDecision> lines) {
        for (Verdict decisive : new Verdict[] {Verdict.INCOMPLETE, Verdict.REFERRED}) {
            if (lines.stream().anyMatch(line -> line.verdict() == decisive)) {
                return decisive;
            }
        }
        if (lines.stream().allMatch(line -> line.verdict() == Verdict.REFUSED)) {
            return Verdict.REFUSED;
        }
        return lines.stream().allMatch(line -> line.verdict() == Verdict.APPROVED)
                ? Verdict.APPROVED
                : Verdict.APPROVED_IN_PART;
    }

    static ClockClass clock(Verdict verdict, List<LineDecision> lines) {
        return switch (verdict) {
            case APPROVED, APPROVED_IN_PART, REFUSED -> ClockClass.INSTANT;
            case INCOMPLETE -> ClockClass.NOT_STARTED;
            case REFERRED -> lines.stream().anyMatch(Weighing::medical) ? ClockClass.DAY : ClockClass.HOUR;
        };
    }

    private static boolean medical(LineDecision line) {
        return line.findings().stream().anyMatch(finding -> finding instanceof Finding.Refer refer && refer.medical());
    }
}
