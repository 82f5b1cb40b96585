package io.bareme.adjudication;

import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Reading;
import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The limits met while one guarantee is worked out for one care line, and what each of them gave. */
final class LimitsOfLine {

    private final Rights rights;
    private final Enrolment enrolment;
    private final Guarantee guarantee;
    private final CareLine line;
    private final LimitBook book;
    private final Workings workings;
    private final List<Met> met = new ArrayList<>();
    private boolean reachedByAny;

    LimitsOfLine(
            Rights rights, Enrolment enrolment, Guarantee guarantee, CareLine line, LimitBook book, Workings workings) {
        this.rights = rights;
        this.enrolment = enrolment;
        this.guarantee = guarantee;
        this.line = line;
        this.book = book;
        this.workings = workings;
    }

    /** One limit met: what it had left for the contract, what else counts in it, and what the formula under it came to. */
    private static final class Met {
        private final String key;
        private final Limit limit;
        private final @Nullable Money left;
        private final Money counted;
        private final int unitsLeft;
        private int units;
        private Exact within;

        Met(String key, Limit limit, @Nullable Money left, Money counted, int unitsLeft, int units, Exact within) {
            this.key = key;
            this.limit = limit;
            this.left = left;
            this.counted = counted;
            this.unitsLeft = unitsLeft;
            this.units = units;
            this.within = within;
        }
    }

    /** The limits of one limited formula, opened on the line. */
    final class Group {
        private final List<Met> mine;
        private final int units;
        private boolean reached;

        private Group(List<Met> mine, int units, boolean reached) {
            this.mine = mine;
            this.units = units;
            this.reached = reached;
        }

        /** How many units the limits in number still allow. */
        int units() {
            return units;
        }

        /** Whether a limit gave less than the formula asked. */
        boolean reached() {
            return reached;
        }

        /** The amount, no more than what each limit in money has left. */
        Exact within(Exact amount) {
            Exact result = amount;
            for (Met one : mine) {
                if (one.left != null && one.left.exact().compareTo(result) < 0) {
                    reached = true;
                    reachedByAny = true;
                    workings.step(
                            "limit-amount",
                            one.left,
                            guarantee.source(),
                            "before",
                            result.rounded(),
                            "used",
                            book.used(one.key),
                            "scope",
                            one.limit.scope(),
                            "period",
                            period(one.limit));
                    result = one.left.exact();
                }
            }
            for (Met one : mine) {
                one.within = result;
            }
            return result;
        }
    }

    /**
     * @param amounts what a measure comes to; null where it is not established
     * @param before what the compulsory scheme and other payers give, which some limits count
     * @param units how many units the line has
     */
    Group open(List<Limit> limits, Function<Measure, @Nullable Exact> amounts, Money before, int units) {
        List<Met> mine = new ArrayList<>();
        int allowed = units;
        for (Limit limit : limits) {
            String key = LimitKey.of(rights, enrolment, guarantee, met.size() + mine.size(), limit, line, book.keys());
            Met one = meet(key, limit, amounts, before, units);
            mine.add(one);
            allowed = Math.min(allowed, one.unitsLeft);
        }
        met.addAll(mine);
        for (Met one : mine) {
            one.units = allowed;
        }
        if (allowed < units) {
            reachedByAny = true;
            workings.step("limit-count", null, guarantee.source(), "asked", units, "allowed", allowed);
        }
        return new Group(mine, allowed, allowed < units);
    }

    private Met meet(String key, Limit limit, Function<Measure, @Nullable Exact> amounts, Money before, int units) {
        Money none = Money.zero(line.charge().currency());
        Exact nothing = Exact.zero(line.charge().currency());
        return switch (limit) {
            case Limit.AmountLimit amount -> {
                Exact whole = amounts.apply(amount.amount());
                Money rest = whole == null
                        ? null
                        : whole.rounded().minus(book.used(key)).orZero();
                Money counted = rest == null || amount.reading() == Reading.ON_TOP ? none : rest.min(before);
                Money left = rest == null ? null : rest.minus(counted);
                yield new Met(key, limit, left, counted, units, units, nothing);
            }
            case Limit.CountLimit count ->
                new Met(key, limit, null, none, Math.max(0, count.count() - book.count(key)), units, nothing);
        };
    }

    /** Whether any limit gave less than the formula asked. */
    boolean reached() {
        return reachedByAny;
    }

    /**
     * Takes from each limit what was really paid under it: payment goes first to what no limit holds.
     *
     * @param entitled what the whole formula came to
     * @param paid what is paid in the end
     */
    List<LineDecision.LimitUse> consume(Exact entitled, Money paid) {
        List<LineDecision.LimitUse> uses = new ArrayList<>();
        for (Met one : met) {
            Exact unlimited = entitled.minus(one.within).orZero();
            Money under = paid.exact().minus(unlimited).orZero().min(one.within).rounded();
            uses.add(use(one, under));
        }
        return uses;
    }

    private LineDecision.LimitUse use(Met one, Money paid) {
        String words = period(one.limit);
        return switch (one.limit) {
            case Limit.AmountLimit amount -> {
                book.take(one.key, paid.plus(one.counted), 0);
                Money before = one.left == null ? null : one.left.plus(one.counted);
                Money after = one.left == null ? null : one.left.minus(paid).orZero();
                yield new LineDecision.LimitUse(one.key, enrolment.id(), words, before, after, null, null);
            }
            case Limit.CountLimit count -> {
                int units = paid.isPositive() ? one.units : 0;
                book.take(one.key, Money.zero(paid.currency()), units);
                yield new LineDecision.LimitUse(
                        one.key, enrolment.id(), words, null, null, one.unitsLeft, one.unitsLeft - units);
            }
        };
    }

    /** A code for the edge to render: {@code civil-year}, {@code months-24}, … */
    private static String period(Limit limit) {
        return switch (limit.period()) {
            case io.bareme.guarantee.Period.CivilYear() -> "civil-year";
            case io.bareme.guarantee.Period.ContractYear() -> "contract-year";
            case io.bareme.guarantee.Period.Rolling rolling -> "months-" + rolling.months();
            case io.bareme.guarantee.Period.Lifetime() -> "lifetime";
            case io.bareme.guarantee.Period.Semester() -> "semester";
            case io.bareme.guarantee.Period.Stay() -> "stay";
            case io.bareme.guarantee.Period.Equipment() -> "equipment";
            case io.bareme.guarantee.Period.IllnessYear() -> "illness-year";
        };
    }
}
