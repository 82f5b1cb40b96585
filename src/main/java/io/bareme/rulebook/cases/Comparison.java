package io.bareme.rulebook.cases;

import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineDecision;
import io.bareme.values.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what was decided with what a case expects, to the cent and without tolerance. */
final class Comparison {

    private final List<String> differences = new ArrayList<>();

    private Comparison() {}

    static List<String> differences(WorkedCase worked, Decision decision) {
        Comparison comparison = new Comparison();
        for (int i = 0; i < worked.expected().size(); i++) {
            comparison.line(worked.expected().get(i), decision.lines().get(i));
        }
        return comparison.differences;
    }

    private void line(Expected expected, LineDecision got) {
        expected.figures().forEach((figure, money) -> {
            if (!figure.of(got).equals(money)) {
                differs(got, figure.word(), money.amount(), figure.of(got).amount());
            }
        });
        if (expected.rate() != null && !expected.rate().equals(got.shares().rate())) {
            differs(got, "rate", expected.rate(), said(got.shares().rate()));
        }
        if (expected.verdict() != null && expected.verdict() != got.verdict()) {
            differs(got, "verdict", expected.verdict(), got.verdict());
        }
        if (expected.reasons() != null) {
            reasons(expected.reasons(), got);
        }
    }

    private void reasons(Set<String> expected, LineDecision got) {
        Set<String> found = got.findings().stream().map(Finding::reason).collect(Collectors.toCollection(TreeSet::new));
        if (expected.isEmpty() ? !found.isEmpty() : !found.containsAll(expected)) {
            differs(got, "reasons", new TreeSet<>(expected), found);
        }
    }

    private static String said(@Nullable Rate rate) {
        return rate == null ? "none" : rate.toString();
    }

    private void differs(LineDecision line, String what, Object expected, Object got) {
        differences.add("line " + line.number() + ", " + what + ": expected " + expected + ", got " + got);
    }
}
