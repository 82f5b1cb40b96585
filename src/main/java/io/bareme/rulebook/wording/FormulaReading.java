package io.bareme.rulebook.wording;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Formula.Alternative;
import io.bareme.guarantee.Formula.ByCase;
import io.bareme.guarantee.Formula.Capped;
import io.bareme.guarantee.Formula.FullCover;
import io.bareme.guarantee.Formula.Nothing;
import io.bareme.guarantee.Formula.PerUnit;
import io.bareme.guarantee.Formula.Term;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Measure.Share;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Unit;
import io.bareme.values.Currency;
import io.bareme.values.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a parsed wording into its formula under one header. */
final class FormulaReading {

    /** A limit counts at most so many; a slip of the pen beyond. */
    private static final int MOST_COUNTED = 10_000;

    private static final Measure LEGAL_FEE = new Share(Rate.WHOLE, Basis.STATUTORY_FEE);

    private final HeaderReadings readings;
    private final MeasureReading measures;
    private final SumReading sums;

    FormulaReading(HeaderReadings readings, Currency currency) {
        this(readings, new MeasureReading(readings, currency, false));
    }

    private FormulaReading(HeaderReadings readings, MeasureReading measures) {
        this.readings = readings;
        this.measures = measures;
        this.sums = new SumReading(this, measures);
    }

    /** Reads a sum whose copayment is reconstructed: its tariffs are the reconstructed base too. */
    Formula reconstructed(WordingParser.SumContext sum) {
        return new FormulaReading(readings, measures.reconstructed()).sums.read(sum);
    }

    Formula read(WordingParser.FormulaContext formula) {
        return formula.choice() == null ? sums.read(formula.sum()) : choice(formula.choice());
    }

    private Formula choice(WordingParser.ChoiceContext choice) {
        return switch (choice) {
            case WordingParser.CasesContext cases -> cases(cases);
            case WordingParser.LensesContext lenses -> lenses(lenses);
            case WordingParser.BetterIfContext better ->
                new ByCase(List.of(
                        new Alternative(UnitReading.condition(better.condition()), sums.read(better.sum(1))),
                        new Alternative(null, sums.read(better.sum(0)))));
            case WordingParser.OnlyIfContext only ->
                new ByCase(List.of(
                        new Alternative(UnitReading.condition(only.condition()), sums.read(only.sum())),
                        new Alternative(null, new Nothing())));
            default -> throw new IllegalStateException("The grammar allows no such choice: " + choice.getText());
        };
    }

    /** One condition alone leaves nothing to the other care lines. */
    private Formula cases(WordingParser.CasesContext cases) {
        List<Alternative> alternatives = new ArrayList<>();
        for (WordingParser.AlternativeContext said : cases.alternative()) {
            alternatives.add(new Alternative(
                    said.condition() == null ? null : UnitReading.condition(said.condition()), sums.read(said.sum())));
        }
        if (alternatives.size() == 1) {
            if (alternatives.getFirst().condition() == null) {
                throw new NotUnderstood(
                        Place.of(cases) + " has no \"si\" before it", "si OPTAM : 150 % BR ; sinon : 130 % BR");
            }
            alternatives.add(new Alternative(null, new Nothing()));
        }
        return new ByCase(alternatives);
    }

    /** "70 € par verre simple, 120 € par verre complexe". */
    private Formula lenses(WordingParser.LensesContext lenses) {
        List<Alternative> alternatives = new ArrayList<>();
        for (WordingParser.PerLensContext each : lenses.perLens()) {
            Formula formula = new PerUnit(sums.read(each.sum()), Unit.LENS);
            alternatives.add(new Alternative(UnitReading.condition(each.lens().getStart()), formula));
        }
        if (alternatives.size() == 1) {
            alternatives.add(new Alternative(null, new Nothing()));
        }
        return new ByCase(alternatives);
    }

    /**
     * Reads one part of a sum.
     *
     * @param unmarked how its head counts the compulsory share when the words do not say
     * @param afterCompulsory whether the sum began with the compulsory scheme's own payment ("RSS + …")
     */
    Formula part(Draft draft, Reading unmarked, boolean afterCompulsory) {
        Head head = head(draft.words.primary(), draft.mark(), unmarked, afterCompulsory);
        PartReading part = new PartReading(draft.words, head);
        part.given(headQualifiers(draft));
        for (WordingParser.PostfixContext postfix : draft.postfixes) {
            follow(part, postfix, draft, head, afterCompulsory);
            if (postfix instanceof WordingParser.BeyondContext) {
                break; // what follows is the fall-back's, and read with it
            }
        }
        return part.settled();
    }

    private Qualifiers headQualifiers(Draft draft) {
        Qualifiers said = new Qualifiers(readings.perYear());
        if (draft.words.primary() instanceof WordingParser.AmountContext amount && amount.YEARLY() != null) {
            said.yearly(amount);
        }
        for (WordingParser.PostfixContext postfix : draft.postfixes) {
            if (postfix instanceof WordingParser.BeyondContext) {
                break;
            }
            if (postfix instanceof WordingParser.QualifiedContext qualified) {
                said.add(qualified.qualifier());
            }
        }
        return said;
    }

    private void follow(
            PartReading part, WordingParser.PostfixContext postfix, Draft draft, Head head, boolean afterCompulsory) {
        switch (postfix) {
            case WordingParser.CappedContext capped ->
                capped.bound().forEach(bound -> bound(part, bound, draft, head, afterCompulsory));
            case WordingParser.CountedContext counted ->
                part.atMost(
                        counted,
                        counted.NUMBER() == null ? 1 : MeasureReading.count(counted.NUMBER(), MOST_COUNTED),
                        counted.unit() == null ? null : UnitReading.unit(counted.unit()),
                        Qualifiers.of(readings.perYear(), counted.qualifier()));
            case WordingParser.SemestersContext semesters ->
                part.atMost(
                        semesters,
                        MeasureReading.count(semesters.NUMBER(), MOST_COUNTED),
                        Unit.SEMESTER,
                        Qualifiers.forLife(readings.perYear()));
            case WordingParser.FlooredContext floored -> {
                Measure floor = measures.visit(floored.measure());
                part.atLeast(floor, floored.mark() == null ? measures.usual(floor) : Draft.reading(floored.mark()));
            }
            case WordingParser.FrameInsideContext frame -> {
                Measure most = measures.visit(frame.measure());
                part.frameInside(frame, most, frame.mark() == null ? head.reading() : Draft.reading(frame.mark()));
            }
            case WordingParser.BeyondContext beyond -> part.beyond(beyond, fallBack(beyond, draft));
            case WordingParser.QualifiedContext _ -> {} // said of the head, and read with it
            default -> throw new IllegalStateException("The grammar allows nothing such: " + postfix.getText());
        }
    }

    private void bound(
            PartReading part, WordingParser.BoundContext bound, Draft draft, Head head, boolean afterCompulsory) {
        switch (bound) {
            case WordingParser.AmountBoundContext amount -> {
                Measure cap = measures.visit(amount.measure());
                Qualifiers over = Qualifiers.of(readings.perYear(), amount.qualifier());
                if (amount.YEARLY() != null) {
                    over.yearly(amount);
                }
                part.atMost(amount, cap, capReading(cap, draft.mark(amount), head, afterCompulsory), over);
            }
            case WordingParser.CountBoundContext counted ->
                part.atMost(
                        counted,
                        counted.NUMBER() == null ? 1 : MeasureReading.count(counted.NUMBER(), MOST_COUNTED),
                        counted.unit() == null ? null : UnitReading.unit(counted.unit()),
                        over(counted));
            case WordingParser.LawBoundContext law ->
                part.atMost(law, LEGAL_FEE, Reading.ON_TOP, new Qualifiers(readings.perYear()));
            default -> throw new IllegalStateException("The grammar allows no such bound: " + bound.getText());
        }
    }

    /** "dans la limite de 6 semestres": of one treatment. */
    private Qualifiers over(WordingParser.CountBoundContext counted) {
        boolean semesters = counted.unit() != null && counted.unit().SEMESTER() != null;
        return semesters && counted.qualifier().isEmpty()
                ? Qualifiers.forLife(readings.perYear())
                : Qualifiers.of(readings.perYear(), counted.qualifier());
    }

    private Reading capReading(Measure cap, @Nullable Reading mark, Head head, boolean afterCompulsory) {
        if (mark != null) {
            return mark;
        }
        Reading usual = measures.usualAsCap(cap);
        boolean ceiling = cap instanceof Share(Rate _, Basis basis) && basis == Basis.PRICE_CEILING;
        if (head.capsOnTop() && !ceiling) {
            return Reading.ON_TOP;
        }
        return afterCompulsory && MeasureReading.dependsOnHeader(cap) ? Reading.INCLUDING_COMPULSORY : usual;
    }

    /** The fall-back, for each of what stands after it: "au-delà 20 € par jour". Anything else after it needs brackets. */
    private Formula fallBack(WordingParser.BeyondContext beyond, Draft draft) {
        Qualifiers said = new Qualifiers(readings.perYear());
        for (WordingParser.PostfixContext after : draft.after(beyond)) {
            if (!(after instanceof WordingParser.QualifiedContext qualified)) {
                throw draft.fallBackNeedsBrackets(beyond);
            }
            said.add(qualified.qualifier());
        }
        if (said.period() != null || said.scope() != null) {
            throw draft.fallBackNeedsBrackets(beyond);
        }
        Unit each = said.unit();
        Formula formula = fallBack(beyond);
        return each == null ? formula : new PerUnit(formula, each);
    }

    private Formula fallBack(WordingParser.BeyondContext beyond) {
        Reading mark = beyond.mark() == null ? null : Draft.reading(beyond.mark());
        Reading unmarked = beyond.primary() instanceof WordingParser.AmountContext amount
                ? measures.usual(measures.visit(amount.measure()))
                : Reading.ON_TOP;
        return head(beyond.primary(), mark, unmarked, false).formula();
    }

    private Head head(
            WordingParser.PrimaryContext primary, @Nullable Reading mark, Reading unmarked, boolean afterCompulsory) {
        return switch (primary) {
            case WordingParser.NothingContext _ -> new Head(unmarkable(new Nothing(), mark, primary), false);
            case WordingParser.FullyCoveredContext _ -> new Head(unmarkable(new FullCover(), mark, primary), false);
            case WordingParser.BracketedContext bracketed ->
                new Head(unmarkable(read(bracketed.formula()), mark, primary), false);
            case WordingParser.WholeRemainderContext _ ->
                new Head(
                        unmarkable(new Term(new Share(Rate.WHOLE, Basis.REMAINDER), Reading.ON_TOP), mark, primary),
                        false);
            case WordingParser.ReconstructedContext _ ->
                new Head(
                        new Term(
                                new Share(Rate.WHOLE, Basis.RECONSTRUCTED_BASE),
                                Objects.requireNonNullElse(mark, Reading.INCLUDING_COMPULSORY)),
                        true);
            case WordingParser.ShareOnOverrunContext overrun -> new Head(onOverrun(overrun.measure()), true);
            case WordingParser.AmountContext amount -> amount(amount, mark, unmarked, afterCompulsory);
            default -> throw new IllegalStateException("The grammar allows no such head: " + primary.getText());
        };
    }

    private Head amount(
            WordingParser.AmountContext amount, @Nullable Reading mark, Reading unmarked, boolean afterCompulsory) {
        Measure measure = measures.visit(amount.measure());
        boolean onWhatIsLeft = measure instanceof Share(Rate _, Basis basis)
                && switch (basis) {
                    case COPAYMENT, OVERRUN -> true;
                    case REMAINDER -> !afterCompulsory;
                    case CHARGE,
                            BASE,
                            CONVENTION_TARIFF,
                            RECONSTRUCTED_BASE,
                            PMSS,
                            NATIONAL_TARIFF,
                            PRICE_CEILING,
                            HOSPITAL_SCALE,
                            STATUTORY_FEE -> false;
                };
        return new Head(mark == null ? measures.term(measure, unmarked) : new Term(measure, mark), onWhatIsLeft);
    }

    private static Formula unmarkable(Formula formula, @Nullable Reading mark, WordingParser.PrimaryContext words) {
        if (mark != null) {
            throw new NotUnderstood(
                    Place.of(words) + " is not one amount, so nothing can be deducted from it or come on top",
                    "100 % BR - AMO + 200 €");
        }
        return formula;
    }

    /** "75 % de la BR sur les dépassements"; a percentage of nothing named could be of the base or of the overrun. */
    private Formula onOverrun(WordingParser.MeasureContext measure) {
        if (measure instanceof WordingParser.BareShareContext) {
            throw new NotUnderstood(
                    Place.of(measure) + " is of the base, or of the overrun",
                    Place.words(measure) + " BR sur les dépassements",
                    Place.words(measure) + " dépassements");
        }
        return new Capped(
                new Term(new Share(Rate.WHOLE, Basis.OVERRUN), Reading.ON_TOP),
                measures.visit(measure),
                Reading.ON_TOP);
    }
}
