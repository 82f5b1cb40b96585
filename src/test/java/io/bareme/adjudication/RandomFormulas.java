package io.bareme.adjudication;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Condition;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Invents formulas as tables word them, with at most one limited part; the same seed invents the same.
 *
 * @param family of the cell: teeth, ears and eyes have limits of their own, stays and equipments their time
 */
record RandomFormulas(Random random, Currency currency, String family) {

    /** Families of which every act has a regulated price. */
    private static final Set<String> PRICED =
            Set.of("dental.prosthesis", "hearing.aid.class-i", "optical.frame.class-a", "optical.lens.simple.class-a");

    Formula any() {
        return switch (random.nextInt(14)) {
            case 10 -> byCase();
            case 11 -> priced() ? new Formula.FullCover() : term();
            case 12 -> new Formula.Capped(limited(unlimited()), measure(), reading());
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

    private boolean priced() {
        return PRICED.contains(family);
    }

    private Formula byCase() {
        Condition condition = one(Condition.UNDER_18, Condition.EXEMPT_ALD, Condition.FRAME, Condition.CLASS_B);
        return new Formula.ByCase(
                List.of(new Formula.Alternative(condition, term()), new Formula.Alternative(null, perUnit())));
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
        Scope scope = random.nextBoolean() ? ofPart() : one(Scope.BENEFICIARY, Scope.BENEFICIARY, Scope.FAMILY);
        return random.nextBoolean()
                ? new Limit.AmountLimit(limitOf(), period(), scope, reading())
                : new Limit.CountLimit(1 + random.nextInt(8), Unit.SESSION, period(), scope);
    }

    private Scope ofPart() {
        return family.startsWith("dental.prosthesis")
                ? Scope.TOOTH
                : family.startsWith("hearing")
                        ? Scope.EAR
                        : family.startsWith("optical.lens") ? Scope.EYE : Scope.BENEFICIARY;
    }

    private Period period() {
        if (family.startsWith("hospital.stay") && random.nextBoolean()) {
            return new Period.Stay();
        }
        if (family.startsWith("optical") && random.nextBoolean()) {
            return new Period.Equipment();
        }
        return switch (random.nextInt(5)) {
            case 0 -> new Period.ContractYear();
            case 1 -> new Period.Rolling(12 * (1 + random.nextInt(3)));
            case 2 -> new Period.Lifetime();
            default -> new Period.CivilYear();
        };
    }

    private Measure measure() {
        if (currency == Currency.EUR && random.nextInt(8) == 0) {
            Rate tenths = Rate.percent(BigDecimal.valueOf(random.nextInt(120), 1));
            return new Measure.Share(tenths, Basis.PMSS);
        }
        return random.nextInt(3) == 0 ? fixed(60_000) : share();
    }

    private Measure fixed(int most) {
        int cents = random.nextInt(most);
        return new Measure.Fixed(new Money(random.nextBoolean() ? cents - cents % 100 : cents, currency));
    }

    private Measure share() {
        Basis basis = priced() && random.nextInt(4) == 0
                ? Basis.PRICE_CEILING
                : one(
                        Basis.RECONSTRUCTED_BASE,
                        Basis.BASE,
                        Basis.BASE,
                        Basis.CHARGE,
                        Basis.COPAYMENT,
                        Basis.REMAINDER,
                        Basis.OVERRUN);
        int percent = random.nextInt(3) == 0 ? random.nextInt(451) : 50 * random.nextInt(9);
        return new Measure.Share(Rate.percent(String.valueOf(percent)), basis);
    }

    private Measure limitOf() {
        return currency == Currency.EUR && random.nextInt(5) == 0
                ? new Measure.Share(Rate.percent(String.valueOf(1 + random.nextInt(12))), Basis.PMSS)
                : fixed(60_000);
    }

    private Reading reading() {
        return random.nextInt(3) == 0 ? Reading.ON_TOP : Reading.INCLUDING_COMPULSORY;
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
