package io.bareme.adjudication;

import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The limits met while one guarantee is worked out for one care line, and what each of them gave. */
final class LimitsOfLine {

    private final Rights rights;
    private final Enrolment enrolment;
    private final Guarantee guarantee;
    private final ResolvedLine resolved;
    private final CareLine line;
    private final @Nullable Equipment equipment;
    private final boolean classA;
    private final LimitBook book;
    private final Workings workings;
    private final List<Met> met = new ArrayList<>();
    private final LimitNumbers places;
    private boolean reachedByAny;

    /** @param equipment the spectacles that the line is part of; null for any other care */
    LimitsOfLine(
            Rights rights,
            Enrolment enrolment,
            Guarantee guarantee,
            ResolvedLine line,
            @Nullable Equipment equipment,
            LimitBook book,
            Workings workings) {
        this.rights = rights;
        this.enrolment = enrolment;
        this.guarantee = guarantee;
        this.resolved = line;
        this.line = line.line();
        this.equipment = equipment;
        this.classA = Equipment.isClassA(line);
        this.book = book;
        this.workings = workings;
        this.places = LimitNumbers.of(guarantee.formula());
    }

    /** One limit met, and what the formula under it came to. */
    private static final class Met {
        private final MetLimit limit;
        private Exact within;

        Met(MetLimit limit, Exact within) {
            this.limit = limit;
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
                Exact given = one.limit.room().within(result);
                if (given.compareTo(result) < 0) {
                    reached = true;
                    reachedByAny = true;
                    explain(one.limit, result, given.rounded());
                    result = given;
                }
            }
            for (Met one : mine) {
                one.within = result;
            }
            return result;
        }
    }

    private void explain(MetLimit limit, Exact before, Money given) {
        workings.step(
                "limit-amount",
                given,
                guarantee.source(),
                "before",
                before.rounded(),
                "used",
                limit.used(),
                "scope",
                limit.limit().scope(),
                "period",
                Periods.code(limit.limit().period()));
    }

    /**
     * @param amounts what a measure comes to; null where it is not established
     * @param before what the compulsory scheme and other payers give, which some limits count
     * @param units how many units the line has
     */
    Group open(Formula.Limited limited, Function<Measure, @Nullable Exact> amounts, Money before, int units) {
        List<Met> mine = new ArrayList<>();
        int first = Objects.requireNonNullElse(places.first(limited), met.size());
        int allowed = units;
        for (Limit limit : limited.limits()) {
            String name = guarantee.line() + "/" + (first + mine.size());
            LimitKey key = LimitKey.of(rights, enrolment, name, line, !spectacles(), book);
            Exact whole = limit instanceof Limit.AmountLimit amount
                    ? Semesters.each(resolved, amount, amounts.apply(amount.amount()))
                    : null;
            Exact rest = lessClassA(whole, key.of(limit), limit);
            MetLimit one = new MetLimit(key, limit, semesters(List.of(limit)), rest, before, resolved, book);
            mine.add(new Met(one, Exact.zero(line.charge().currency())));
            allowed = Math.min(allowed, one.room().allowed());
        }
        met.addAll(mine);
        for (Met one : mine) {
            one.limit.room().give(allowed);
        }
        if (allowed < units) {
            reachedByAny = true;
            workings.step("limit-count", null, guarantee.source(), "asked", units, "allowed", allowed);
        }
        return new Group(mine, allowed, allowed < units);
    }

    /**
     * How many semesters of treatment the line is for, where a limit is by semester: as many as its quantity says, each
     * with an amount of its own. What is settled together is one.
     */
    int semesters(List<Limit> limits) {
        return limits.stream()
                .mapToInt(limit -> Semesters.of(resolved, limit))
                .max()
                .orElse(1);
    }

    /** What class A parts cost is taken off what an amount on the whole equipment leaves its class B parts (R871-2 3°). */
    private @Nullable Exact lessClassA(@Nullable Exact whole, LimitPlace place, Limit limit) {
        String key = place.key();
        if (whole == null || key == null || equipment == null || classA || !ofEquipment(limit)) {
            return whole;
        }
        Money cost = equipment.classABeyond(key);
        if (cost.isPositive()) {
            workings.step("limit-class-a", cost, guarantee.source());
        }
        return whole.minus(cost.exact());
    }

    private static boolean ofEquipment(Limit limit) {
        return limit instanceof Limit.AmountLimit && limit.period() instanceof Period.Equipment;
    }

    private boolean spectacles() {
        return guarantee.families().stream().anyMatch(family -> family.startsWith("optical"));
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
            List<LineDecision.LimitUse> taken = one.limit.take(under, enrolment.id(), null);
            if (equipment != null && classA && ofEquipment(one.limit.limit())) {
                taken.forEach(equipment::classATakes);
            }
            uses.addAll(taken);
        }
        return uses;
    }

    /** @param paidInFull nothing of the charge is left to pay, so no limit made a difference */
    List<Finding> findings(ResolvedLine of, String product, boolean paidInFull) {
        return met.stream()
                .flatMap(one -> one.limit.findings(of, product, guarantee.wording(), paidInFull).stream())
                .toList();
    }
}
