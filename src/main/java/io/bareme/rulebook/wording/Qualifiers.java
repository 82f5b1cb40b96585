package io.bareme.rulebook.wording;

import io.bareme.guarantee.HeaderReadings.PerYear;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.Unit;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** What stands after one amount: "par œil", "par an et par bénéficiaire", "tous les 2 ans". Each is said at most once. */
final class Qualifiers {

    private static final int MOST_MONTHS = 1200;

    private final PerYear perYear;
    private @Nullable Unit unit;
    private @Nullable Unit treatment;
    private @Nullable Period period;
    private @Nullable Scope scope;
    private boolean byEquipment;
    private boolean byIllness;
    private boolean anyYear;

    Qualifiers(PerYear perYear) {
        this.perYear = perYear;
    }

    static Qualifiers of(PerYear perYear, List<WordingParser.QualifierContext> said) {
        Qualifiers qualifiers = new Qualifiers(perYear);
        said.forEach(qualifiers::add);
        return qualifiers;
    }

    /** A number of semesters is that of one treatment, which nobody has twice. */
    static Qualifiers forLife(PerYear perYear) {
        Qualifiers qualifiers = new Qualifiers(perYear);
        qualifiers.period = new Period.Lifetime();
        return qualifiers;
    }

    void add(WordingParser.QualifierContext said) {
        switch (said) {
            case WordingParser.PerOneContext one
            when one.unit() != null && one.unit().EQUIPMENT() != null -> byEquipment = true;
            case WordingParser.PerOneContext one when one.unit() != null -> add(UnitReading.unit(one.unit()), said);
            case WordingParser.PerOneContext one
            when one.scope() != null -> scope = once(scope, UnitReading.scope(one.scope()), said);
            case WordingParser.PerOneContext one -> add(one.time(), said);
            case WordingParser.EverySomeContext some ->
                period = once(period, months(some.NUMBER(), some.YEAR() != null), said);
            case WordingParser.YearlyContext _ -> year(said);
            case WordingParser.ForLifeContext _ -> period = once(period, new Period.Lifetime(), said);
            case WordingParser.ForEachContext each -> unit = once(unit, UnitReading.unit(each.unit()), said);
            default -> throw new IllegalStateException("The grammar allows no such qualifier: " + said.getText());
        }
    }

    /** "annuel" before the amount. */
    void yearly(ParserRuleContext said) {
        anyYear = true;
        period = once(period, headerYear(), said);
    }

    private void add(Unit said, WordingParser.QualifierContext words) {
        if (said == Unit.SEMESTER || said == Unit.STAY) {
            treatment = once(treatment, said, words);
        } else {
            unit = once(unit, said, words);
        }
    }

    private void add(WordingParser.TimeContext time, WordingParser.QualifierContext said) {
        Token word = time.getStart();
        switch (word.getType()) {
            case WordingParser.YEAR -> year(said);
            case WordingParser.CIVIL_YEAR -> period = once(period, new Period.CivilYear(), said);
            case WordingParser.CONTRACT_YEAR -> period = once(period, new Period.ContractYear(), said);
            case WordingParser.MONTHS_OF -> period = once(period, months(time.NUMBER(), time.YEAR() != null), said);
            case WordingParser.ILLNESS -> byIllness = true;
            default -> throw new IllegalStateException("The grammar allows no such time: " + word);
        }
    }

    private void year(WordingParser.QualifierContext said) {
        anyYear = true;
        period = once(period, headerYear(), said);
    }

    private Period headerYear() {
        return switch (perYear) {
            case CIVIL -> new Period.CivilYear();
            case CONTRACT -> new Period.ContractYear();
            case ROLLING -> new Period.Rolling(12);
        };
    }

    private static Period months(TerminalNode number, boolean years) {
        int count = MeasureReading.count(number, years ? MOST_MONTHS / 12 : MOST_MONTHS);
        return new Period.Rolling(years ? 12 * count : count);
    }

    private static <T> T once(@Nullable T already, T said, ParserRuleContext words) {
        if (already != null && !already.equals(said)) {
            throw new NotUnderstood(Place.of(words) + " says a second time what it is given for, and otherwise");
        }
        return said;
    }

    /** What the amount is given for, or null. */
    @Nullable
    Unit unit() {
        return unit;
    }

    /** The time over which the amount adds up, or null when there is none. A treatment's semester or a stay is one. An
     * equipment is its own time where no other is named: one in so many years is given once over them.
     */
    @Nullable
    Period period() {
        if (!byIllness) {
            return period == null ? ofCare() : period;
        }
        if (period instanceof Period.CivilYear) {
            return new Period.IllnessYear();
        }
        throw new NotUnderstood(
                anyYear
                        ? "An illness is counted by civil year, and this table's \"par an\" is another year"
                        : "A limit by illness needs its year",
                "par maladie et par année civile");
    }

    /** What is given once for one care, however many lines it has. */
    private @Nullable Period ofCare() {
        if (treatment != null) {
            return treatment == Unit.SEMESTER ? new Period.Semester() : new Period.Stay();
        }
        return byEquipment ? new Period.Equipment() : null;
    }

    /** Whose consumption adds up: what the unit names when it is a part of the body or a pair, else the person's. */
    Scope limitScope(ParserRuleContext words) {
        Scope named = unit == null ? null : UnitReading.asScope(unit);
        if (unit != null && named == null) {
            throw twoWays(words, unit);
        }
        if (treatment != null && period != null) {
            throw twoWays(words, treatment);
        }
        if (named != null) {
            return named;
        }
        return scope == null ? Scope.BENEFICIARY : scope;
    }

    private static NotUnderstood twoWays(ParserRuleContext words, Unit unit) {
        return new NotUnderstood(
                Place.of(words) + " reads two ways: an amount for each " + Words.of(unit) + ", or in all over the time",
                "30 € par séance, au plus 10 séances par an",
                "30 € par an");
    }

    @Nullable
    Scope scope() {
        return scope;
    }
}
