package io.bareme.rulebook.wording;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Formula.Alternative;
import io.bareme.guarantee.Formula.ByCase;
import io.bareme.guarantee.Formula.Capped;
import io.bareme.guarantee.Formula.Floored;
import io.bareme.guarantee.Formula.Limited;
import io.bareme.guarantee.Formula.PerUnit;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Limit.AmountLimit;
import io.bareme.guarantee.Limit.CountLimit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/**
 * Builds one part of a wording from its head ("35 €", "100 % FR", what stands in brackets) and what follows it, in the
 * order of the words. Whatever the order, a unit counts what is inside its caps, limits over time count the whole, and a
 * floor is the last word. Where that order would change an amount, the wording is refused.
 */
final class PartReading {

    private static final int YEAR = 12;

    private final WordingParser.PartContext words;
    private final Head head;
    private final List<Limit> limits = new ArrayList<>();
    private Formula formula;
    private @Nullable Unit unit;
    private @Nullable Formula beyond;
    private boolean cappedByMoney;
    private boolean floored;

    PartReading(WordingParser.PartContext words, Head head) {
        this.words = words;
        this.head = head;
        this.formula = head.formula();
    }

    /** What is said of the head itself: for each séance, over each year. */
    void given(Qualifiers said) {
        unit = said.unit();
        Period period = said.period();
        if (period == null) {
            refuseScopeAlone(said.scope());
            return;
        }
        Measure measure = head.measure();
        if (measure == null || !Head.standsAlone(measure)) {
            throw new NotUnderstood(
                    Place.of(words) + " has no amount to count over the time it names",
                    "100 % FR, au plus 400 € par an");
        }
        refuseShareOfAct(words, measure, period);
        limits.add(new AmountLimit(measure, period, said.limitScope(words), head.reading()));
    }

    /** Over a year acts differ, each with a base of its own: "200 % BR par an" is no amount. A semester has one. */
    private static void refuseShareOfAct(ParserRuleContext said, Measure measure, Period period) {
        boolean overYears = switch (period) {
            case Period.CivilYear _, Period.ContractYear _, Period.Lifetime _, Period.IllnessYear _ -> true;
            case Period.Rolling(int months) -> months >= YEAR;
            case Period.Semester _, Period.Stay _, Period.Equipment _ -> false;
        };
        if (overYears && MeasureReading.followsTheLine(measure)) {
            throw new NotUnderstood(
                    Place.of(said) + " has no amount to count over the time it names: it differs from act to act",
                    "100 % FR, au plus 400 € par an",
                    "150 % BR, 2 actes par an");
        }
    }

    private void refuseScopeAlone(@Nullable Scope scope) {
        if (scope == Scope.FAMILY || (scope == Scope.BENEFICIARY && unit == null)) {
            throw new NotUnderstood(
                    Place.of(words) + " does not say over which time it is counted",
                    "100 € par an et par bénéficiaire",
                    "100 € par acte");
        }
    }

    /** "limité à 300 % BR", "limité à 80 € par an": a cap where no time is named, else a limit over the time. */
    void atMost(ParserRuleContext bound, Measure measure, Reading reading, Qualifiers said) {
        Period period = said.period();
        if (period != null) {
            refuseShareOfAct(bound, measure, period);
            limits.add(new AmountLimit(measure, period, said.limitScope(bound), reading));
            return;
        }
        refuseFloorBefore(bound);
        Unit each = said.unit();
        if (each == null && said.scope() != null) {
            throw new NotUnderstood(
                    Place.of(bound) + " does not say over which time it is counted", "80 € par an et par bénéficiaire");
        }
        refuseTwoWays(bound, measure, each);
        cappedByMoney |= !MeasureReading.followsTheLine(measure);
        formula = new Capped(formula, measure, reading);
        unit = each == null ? unit : each;
    }

    /**
     * Money before the cap that names the unit, or the cap that names none after a unit, could be meant for each or in
     * all; what follows the line's own price is the same either way.
     */
    private void refuseTwoWays(ParserRuleContext bound, Measure cap, @Nullable Unit each) {
        boolean followed = head.followsTheLine() && !cappedByMoney;
        boolean unclear = each == null ? unit != null && !MeasureReading.followsTheLine(cap) : unit == null;
        boolean unlike = each != null && unit != null && each != unit;
        if (unlike || (unclear && !followed)) {
            throw new NotUnderstood(
                    Place.of(bound) + " reads two ways: at most for each " + Words.of(each == null ? unit() : each)
                            + ", or in all",
                    "35 € par séance, au plus 100 € par an",
                    "(35 € par séance) limité à 100 €");
        }
    }

    private Unit unit() {
        return Objects.requireNonNull(unit);
    }

    /** "dans la limite de 10 séances par an"; {@code counted} is null where the wording counts what it was given for. */
    void atMost(ParserRuleContext bound, int count, @Nullable Unit counted, Qualifiers said) {
        Unit what = counted == null ? unit : counted;
        Period period = said.period();
        if (what == null) {
            throw new NotUnderstood(
                    Place.of(bound) + " does not say what it counts", "3 séances par an", "2 actes par an");
        }
        if (period == null) {
            throw new NotUnderstood(
                    Place.of(bound) + " does not say over which time it counts",
                    Words.counted(count, what) + " par an",
                    Words.counted(count, what) + " à vie");
        }
        limits.add(new CountLimit(count, what, period, scope(bound, count, what, said)));
        countsWhatItIsGivenFor(counted);
    }

    /** "300 € par œil, une fois à vie": once for each eye. "2 par an" is two of them in all. */
    private static Scope scope(ParserRuleContext bound, int count, Unit what, Qualifiers said) {
        boolean times = bound instanceof WordingParser.CountBoundContext capped && capped.TIMES() != null
                || bound instanceof WordingParser.CountedContext counted && counted.TIMES() != null;
        Scope part = times && count == 1 && what != Unit.PAIR ? UnitReading.asScope(what) : null;
        return part == null || said.scope() != null ? said.limitScope(bound) : part;
    }

    /** "30 % PMSS (limité à 2 dents par an)": money that is counted in teeth is given for each tooth. */
    private void countsWhatItIsGivenFor(@Nullable Unit counted) {
        Measure measure = head.measure();
        boolean bracketed = words.primary() instanceof WordingParser.BracketedContext;
        boolean ownTime =
                limits.getFirst() instanceof AmountLimit own && own.amount().equals(measure);
        if (counted != null
                && !bracketed
                && unit == null
                && measure != null
                && !ownTime
                && formula.equals(head.formula())) {
            unit = MeasureReading.followsTheLine(measure) ? null : counted;
        }
    }

    void atLeast(Measure measure, Reading reading) {
        formula = new Floored(settled(), measure, reading);
        limits.clear();
        unit = null;
        beyond = null;
        floored = true;
    }

    void beyond(ParserRuleContext said, Formula fallBack) {
        if (limits.isEmpty() || beyond != null) {
            throw new NotUnderstood(Place.of(said) + " follows no limit", "6 % PMSS par an, au-delà : 100 % BR");
        }
        beyond = fallBack;
    }

    /**
     * "420 € dont 100 € au maximum pour la monture": the amount is for the whole equipment, lenses and frame together,
     * and the frame takes at most so much of it.
     */
    void frameInside(ParserRuleContext said, Measure most, Reading reading) {
        Measure whole = head.measure();
        boolean plain = unit == null && beyond == null && !floored && formula.equals(head.formula());
        if (whole == null || !Head.standsAlone(whole) || !plain) {
            throw new NotUnderstood(
                    Place.of(said) + " is a part of an amount for the whole equipment, and there is none before it",
                    "420 € dont 100 € au maximum pour la monture");
        }
        formula = new ByCase(List.of(
                new Alternative(Condition.FRAME, new Capped(formula, most, reading)), new Alternative(null, formula)));
        if (limits.isEmpty()) {
            limits.add(new AmountLimit(whole, new Period.Equipment(), Scope.BENEFICIARY, head.reading()));
        }
    }

    private void refuseFloorBefore(ParserRuleContext bound) {
        if (floored) {
            throw new NotUnderstood(
                    Place.of(bound) + " reads two ways: the floor within it, or above it",
                    "(… avec un minimum de 100 % TM) limité à 200 €");
        }
    }

    /** The whole part: each unit counted inside its limits over time. */
    Formula settled() {
        Formula each = unit == null ? formula : new PerUnit(formula, unit);
        return limits.isEmpty() ? each : new Limited(each, limits, beyond);
    }
}
