package io.bareme.adjudication;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.Unit;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invents formulas as tables word them, with at most one limited part; the same seed invents the same. */
record RandomFormulas(Random random, Currency currency) {

    Formula any() {
        return switch (random.nextInt(12)) {
            case 0 -> new Formula.Nothing();
            case 1, 2 -> new Formula.Sum(List.of(term(), onTop()));
            case 3 -> new Formula.Capped(term(), measure(), reading());
            case 4 -> new Formula.Floored(term(), measure(), reading());
            case 5, 6 -> perUnit();
            case 7, 8 -> limited(unlimited());
            case 9 -> new Formula.Sum(List.of(term(), limited(onTop())));
            default -> term();
        };
    }

    private Formula unlimited() {
        return random.nextBoolean() ? term() : perUnit();
    }

    private Formula term() {
        return new Formula.Term(measure(), reading());
    }

    private Formula onTop() {
        return new Formula.Term(measure(), Reading.ON_TOP);
    }

    private Formula perUnit() {
        Formula each = new Formula.Term(fixed(8_000), reading());
        return new Formula.PerUnit(each, random.nextBoolean() ? Unit.SESSION : Unit.DAY);
    }

    private Formula limited(Formula formula) {
        List<Limit> limits = new ArrayList<>(List.of(limit()));
        if (random.nextInt(3) == 0) {
            limits.add(limit());
        }
        return new Formula.Limited(formula, limits, random.nextInt(3) == 0 ? term() : null);
    }

    private Limit limit() {
        Scope scope = one(Scope.BENEFICIARY, Scope.BENEFICIARY, Scope.FAMILY);
        return random.nextBoolean()
                ? new Limit.AmountLimit(fixed(60_000), period(), scope, reading())
                : new Limit.CountLimit(1 + random.nextInt(8), Unit.SESSION, period(), scope);
    }

    private Period period() {
        return switch (random.nextInt(5)) {
            case 0 -> new Period.ContractYear();
            case 1 -> new Period.Rolling(12 * (1 + random.nextInt(3)));
            case 2 -> new Period.Lifetime();
            default -> new Period.CivilYear();
        };
    }

    private Measure measure() {
        return random.nextInt(3) == 0 ? fixed(60_000) : share();
    }

    private Measure fixed(int most) {
        int cents = random.nextInt(most);
        return new Measure.Fixed(new Money(random.nextBoolean() ? cents - cents % 100 : cents, currency));
    }

    private Measure share() {
        Basis basis = one(Basis.BASE, Basis.BASE, Basis.CHARGE, Basis.COPAYMENT, Basis.REMAINDER, Basis.OVERRUN);
        int percent = random.nextInt(3) == 0 ? random.nextInt(451) : 50 * random.nextInt(9);
        return new Measure.Share(Rate.percent(String.valueOf(percent)), basis);
    }

    private Reading reading() {
        return random.nextInt(3) == 0 ? Reading.ON_TOP : Reading.INCLUDING_COMPULSORY;
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
