package io.bareme.portal.simulator;

import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.LimitWindow;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.LineDecision.LimitUse;
import io.bareme.adjudication.LineDecision.Shared;
import io.bareme.adjudication.Shares.ContractShare;
import io.bareme.explanation.Amounts;
import io.bareme.explanation.Sentences;
import io.bareme.portal.pages.Texts;
import io.bareme.portal.simulator.Statement.LimitLine;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whose each limit is, what was used of it before this claim, what its lines use, and what is left. */
final class LimitLines {

    /** A limit met by some lines: as the first found it and the last left it. */
    private record Met(LimitUse first, LimitUse last, String wording, TreeSet<Integer> lines) {

        boolean touched() {
            return left(first) != left(last) || before(first) != left(first) || left(last) == 0;
        }
    }

    /** How much of a limit, in cents or in units. */
    private record Measure(long before, long here, long left) {

        int percent(long part) {
            long whole = before + here + left;
            return whole <= 0 ? 0 : Math.toIntExact(part * 100 / whole);
        }
    }

    private final Contracts contracts;
    private final Consumption consumption;
    private final Texts texts;

    LimitLines(Contracts contracts, Consumption consumption, Texts texts) {
        this.contracts = contracts;
        this.consumption = consumption;
        this.texts = texts;
    }

    List<LimitLine> of(Decision decision) {
        Map<String, Met> met = new LinkedHashMap<>();
        for (LineDecision line : decision.lines()) {
            for (LimitUse use : line.limits()) {
                met.compute(use.key(), (_, earlier) -> meet(earlier, line, use));
            }
        }
        return met.values().stream()
                .filter(one -> !isRenewal(one.first()) || one.touched())
                .map(this::limit)
                .toList();
    }

    private Met meet(@Nullable Met earlier, LineDecision line, LimitUse use) {
        TreeSet<Integer> lines = new TreeSet<>(earlier == null ? List.of() : earlier.lines());
        lines.add(line.number());
        return earlier == null
                ? new Met(use, use, wording(line, use), lines)
                : new Met(
                        before(use) > before(earlier.first()) ? use : earlier.first(),
                        left(use) < left(earlier.last()) ? use : earlier.last(),
                        earlier.wording(),
                        lines);
    }

    /** Lines are settled by their days, which need not be their order: the most before is the first. */
    private static long before(LimitUse use) {
        Money amount = use.remainingBefore();
        Integer count = use.countBefore();
        return amount != null ? amount.cents() : count == null ? 0 : count;
    }

    /** The least left is the last. */
    private static long left(LimitUse use) {
        Money amount = use.remainingAmount();
        Integer count = use.remainingCount();
        return amount != null ? amount.cents() : count == null ? 0 : count;
    }

    /** The law lets a responsible contract pay one equipment in a time (CSS R871-2): a limit of no table. */
    private static boolean isRenewal(LimitUse use) {
        Shared shared = use.shared();
        return shared != null && shared.id().equals("css-r871-2");
    }

    /** What is bought: {@code frame}, {@code lens}, {@code aid-left}. */
    private static String bought(LimitUse use) {
        String[] pieces = use.key().split("/");
        return pieces.length < 3 ? "" : pieces[pieces.length - 3];
    }

    private String wording(LineDecision line, LimitUse use) {
        Shared shared = use.shared();
        if (isRenewal(use)) {
            return texts.say(
                    "limit.renewal." + bought(use).replaceFirst("-.*", ""),
                    Objects.requireNonNull(shared).wording());
        }
        return shared != null
                ? shared.wording()
                : line.shares().contracts().stream()
                        .filter(share -> share.enrolment().equals(use.enrolment()))
                        .findFirst()
                        .map(ContractShare::wording)
                        .orElse("");
    }

    private LimitLine limit(Met met) {
        LimitUse use = met.first();
        Shared shared = use.shared();
        Measure measure = measure(met);
        return new LimitLine(
                String.join(", ", met.lines().stream().map(String::valueOf).toList()),
                contract(use),
                met.wording(),
                shared != null && !isRenewal(use),
                whose(LimitWindow.of(use)),
                period(use, LimitWindow.of(use)),
                said(use, measure.before()),
                said(use, measure.here()),
                said(use, measure.left()),
                measure.left() == 0,
                shared != null && shared.deductible(),
                measure.percent(measure.before()),
                measure.percent(measure.here()));
    }

    private Measure measure(Met met) {
        Money amount = met.first().remainingBefore();
        Consumption.Counter counter = consumption.counters().get(met.first().key());
        if (isRenewal(met.first())) {
            int most = bought(met.first()).equals("lens") ? 2 : 1;
            return new Measure(
                    Math.max(0, most - before(met.first())), before(met.first()) - left(met.last()), left(met.last()));
        }
        long before = counter == null ? 0 : amount != null ? counter.used().cents() : counter.count();
        return new Measure(before, before(met.first()) - left(met.last()), left(met.last()));
    }

    private String said(LimitUse use, long measure) {
        Money amount = use.remainingBefore();
        return amount == null
                ? texts.say("limit.times", measure)
                : Amounts.money(new Money(measure, amount.currency()), texts.locale());
    }

    private String contract(LimitUse use) {
        return contracts.all().stream()
                .filter(one -> one.enrolment().equals(use.enrolment()))
                .map(one -> one.name() + ", " + one.level())
                .findFirst()
                .orElse("");
    }

    private String whose(LimitWindow window) {
        if (window.family()) {
            return texts.say("limit.whose.family");
        }
        String part = window.part();
        if (part == null) {
            return texts.say("limit.whose.person");
        }
        return texts.say(
                "limit.whose.part", part.equals("left") || part.equals("right") ? texts.say("side." + part) : part);
    }

    /** {@code par année civile : du 1er janvier au 31 décembre 2024}. */
    private String period(LimitUse use, LimitWindow window) {
        String words = Sentences.period(use, texts.locale());
        LocalDate first = window.first();
        LocalDate last = window.last();
        return first == null || last == null
                ? words
                : texts.say(
                        "limit.period", words, Amounts.day(first, texts.locale()), Amounts.day(last, texts.locale()));
    }
}
