package io.bareme.rulebook.cases;

import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Shares;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        if (expected.shares() != null) {
            List<Money> shares = got.shares().contracts().stream()
                    .map(Shares.ContractShare::amount)
                    .toList();
            if (!expected.shares().equals(shares)) {
                differs(got, "shares", expected.shares(), shares);
            }
        }
        if (expected.left() != null) {
            List<BigDecimal> left = got.limits().stream().map(Comparison::left).toList();
            if (!same(expected.left(), left)) {
                differs(got, "left", expected.left(), left);
            }
        }
        if (expected.reasons() != null) {
            reasons(expected.reasons(), got);
        }
    }

    /** What one limit keeps: an amount, or a number of units. */
    private static BigDecimal left(LineDecision.LimitUse use) {
        Money amount = use.remainingAmount();
        Integer count = use.remainingCount();
        return amount != null ? amount.amount() : BigDecimal.valueOf(count == null ? 0 : count);
    }

    private static boolean same(List<BigDecimal> expected, List<BigDecimal> got) {
        return expected.size() == got.size()
                && IntStream.range(0, got.size()).allMatch(i -> expected.get(i).compareTo(got.get(i)) == 0);
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
