package io.bareme.portal.simulator;

import io.bareme.adjudication.Decision;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.LineDecision.LimitUse;
import io.bareme.adjudication.Shares.ContractShare;
import io.bareme.explanation.Amounts;
import io.bareme.explanation.Sentences;
import io.bareme.portal.pages.Texts;
import io.bareme.portal.simulator.Statement.LimitLine;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each limit had left before this claim, gave to its lines, and has left. */
final class LimitLines {

    /** A limit met by some lines: as the first found it and the last left it. */
    private record Met(LimitUse first, LimitUse last, String wording, List<String> lines) {}

    private final Contracts contracts;
    private final Texts texts;
    private final Locale locale;

    LimitLines(Contracts contracts, Texts texts) {
        this.contracts = contracts;
        this.texts = texts;
        this.locale = texts.locale();
    }

    List<LimitLine> of(Decision decision) {
        Map<String, Met> met = new LinkedHashMap<>();
        for (LineDecision line : decision.lines()) {
            for (LimitUse use : line.limits()) {
                met.compute(use.key(), (_, earlier) -> meet(earlier, line, use));
            }
        }
        return met.values().stream().map(this::limit).toList();
    }

    private Met meet(@Nullable Met earlier, LineDecision line, LimitUse use) {
        List<String> lines = new ArrayList<>(earlier == null ? List.of() : earlier.lines());
        lines.add(String.valueOf(line.number()));
        return earlier == null
                ? new Met(use, use, wording(line, use), lines)
                : new Met(
                        left(use) > left(earlier.first()) ? use : earlier.first(),
                        left(use) < left(earlier.last()) ? use : earlier.last(),
                        earlier.wording(),
                        lines);
    }

    /** Lines are settled by their days, which need not be their order: the least left is the last. */
    private static long left(LimitUse use) {
        Money amount = use.remainingAmount();
        Integer count = use.remainingCount();
        return amount != null ? amount.cents() : count == null ? 0 : count;
    }

    private String wording(LineDecision line, LimitUse use) {
        LineDecision.Shared shared = use.shared();
        if (shared != null) {
            return shared.deductible() ? texts.say("limit.deductible", shared.wording()) : shared.wording();
        }
        return line.shares().contracts().stream()
                .filter(share -> share.enrolment().equals(use.enrolment()))
                .findFirst()
                .map(ContractShare::wording)
                .orElse("");
    }

    private LimitLine limit(Met met) {
        Money before = met.first().remainingBefore();
        Money after = met.last().remainingAmount();
        if (before != null && after != null) {
            return line(
                    met,
                    Amounts.money(before, locale),
                    Amounts.money(before.minus(after), locale),
                    Amounts.money(after, locale),
                    percent(after.cents(), before.cents()));
        }
        int had = orZero(met.first().countBefore());
        int has = orZero(met.last().remainingCount());
        return line(met, times(had), times(had - has), times(has), percent(has, had));
    }

    private LimitLine line(Met met, String before, String used, String left, int percentLeft) {
        String contract = contracts.all().stream()
                .filter(one -> one.enrolment().equals(met.first().enrolment()))
                .map(one -> one.name() + ", " + one.level())
                .findFirst()
                .orElse("");
        return new LimitLine(
                String.join(", ", met.lines()),
                contract,
                met.wording(),
                Sentences.period(met.first(), locale),
                before,
                used,
                left,
                percentLeft);
    }

    private String times(int count) {
        return texts.say("limit.times", count);
    }

    private static int orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static int percent(long left, long before) {
        return before <= 0 ? 0 : Math.toIntExact(left * 100 / before);
    }
}
