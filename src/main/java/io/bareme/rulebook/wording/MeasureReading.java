package io.bareme.rulebook.wording;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Formula.Term;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.HeaderReadings.PercentOfCharge;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Measure.Fixed;
import io.bareme.guarantee.Measure.Share;
import io.bareme.guarantee.Reading;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.math.BigDecimal;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads one amount ("37,50 €", "150 % BR") and says how it counts the compulsory share when it bears no mark. */
final class MeasureReading extends WordingBaseVisitor<Measure> {

    /** A number of more digits than this is a slip of the pen, not an amount. */
    private static final int MOST_DIGITS = 30;

    private static final Map<String, String> IN_LETTERS =
            Map.of("deux", "2", "trois", "3", "quatre", "4", "cinq", "5", "six", "6");

    /** Far above any published guarantee; beyond, a key was held down. */
    private static final BigDecimal MOST_MONEY = new BigDecimal("10000000");

    private static final Rate MOST_RATE = Rate.percent("10000");

    private final HeaderReadings readings;
    private final Currency currency;
    private final boolean onReconstructedBase;

    MeasureReading(HeaderReadings readings, Currency currency, boolean onReconstructedBase) {
        this.readings = readings;
        this.currency = currency;
        this.onReconstructedBase = onReconstructedBase;
    }

    /**
     * The same beside a reconstructed copayment: there "la BR" and "le TC" are the reconstructed base, since the real one
     * (nothing, or the few cents of the tarif d'autorité) is what the wording sets aside. So is "le PU", the unit price
     * that the copayment is rebuilt on: the CCN boulangerie (avenants of 2007 and 2010), whose notes spell it out, prints
     * it for the acts of the CCAM and for stays where the other acts have TC, and BR beside it where the practitioner is
     * under the convention.
     */
    MeasureReading reconstructed() {
        return new MeasureReading(readings, currency, true);
    }

    boolean isOnReconstructedBase() {
        return onReconstructedBase;
    }

    @Override
    public Measure visitShare(WordingParser.ShareContext ctx) {
        return new Share(rate(ctx.NUMBER()), basis(ctx.basis().getStart()));
    }

    /** "240 % BRSS reconstituée sur 107,50 €": a sum of money that the wording leaves to be worked out. */
    @Override
    public Measure visitShareOfSum(WordingParser.ShareOfSumContext ctx) {
        Money whole = money(ctx, ctx.NUMBER(1), ctx.currency());
        return new Fixed(whole.exact().times(rate(ctx.NUMBER(0))).rounded());
    }

    @Override
    public Measure visitShareOfRemainder(WordingParser.ShareOfRemainderContext ctx) {
        return new Share(rate(ctx.NUMBER()), Basis.REMAINDER);
    }

    @Override
    public Measure visitBareShare(WordingParser.BareShareContext ctx) {
        Rate rate = rate(ctx.NUMBER());
        return switch (readings.barePercent()) {
            case OF_BASE -> new Share(rate, Basis.BASE);
            case OF_CHARGE -> new Share(rate, Basis.CHARGE);
            case OF_COPAYMENT -> new Share(rate, Basis.COPAYMENT);
            case REFUSED ->
                throw new NotUnderstood(
                        Place.of(ctx) + " does not say of what, and neither does the table's header",
                        rate + " BR",
                        rate + " FR",
                        rate + " TM");
        };
    }

    @Override
    public Measure visitMoney(WordingParser.MoneyContext ctx) {
        return new Fixed(money(ctx, ctx.NUMBER(), ctx.currency()));
    }

    private Money money(WordingParser.MeasureContext ctx, TerminalNode number, WordingParser.CurrencyContext named) {
        Currency written = named.getStart().getType() == WordingParser.EURO ? Currency.EUR : Currency.MAD;
        if (written != currency) {
            throw new NotUnderstood(
                    Place.of(ctx) + " is in " + written + ", and the table in " + currency, currency.name());
        }
        BigDecimal amount = number(number);
        if (amount.scale() > 2) {
            throw new NotUnderstood(
                    Place.of(ctx) + " may be thousands or a fraction of a cent",
                    "1 800 " + Words.of(currency),
                    "1,80 " + Words.of(currency));
        }
        String bounds = "0,01 to 10 000 000 " + Words.of(currency);
        if (amount.compareTo(MOST_MONEY) > 0) {
            throw new NotUnderstood(Place.of(ctx) + " is more money than a guarantee can give", bounds);
        }
        if (amount.signum() == 0) {
            throw new NotUnderstood(Place.of(ctx) + " gives nothing", "néant", bounds).maybe("néant");
        }
        return Money.of(amount, currency);
    }

    @Override
    public Measure visitWhole(WordingParser.WholeContext ctx) {
        return new Share(Rate.WHOLE, basis(ctx.getStart()));
    }

    /** The amount without a mark: as given, except that "p % FR" is a share of what is left where the header says so. */
    Term term(Measure measure, Reading unmarked) {
        if (measure instanceof Share(Rate rate, Basis basis)
                && basis == Basis.CHARGE
                && readings.percentOfCharge() == PercentOfCharge.OF_REMAINDER) {
            return new Term(new Share(rate, Basis.REMAINDER), Reading.ON_TOP);
        }
        return new Term(measure, unmarked);
    }

    /** How an amount without a mark counts the compulsory share. */
    Reading usual(Measure measure) {
        return switch (measure) {
            case Fixed _ -> readings.euroAmounts();
            case Share(Rate _, Basis basis) ->
                switch (basis) {
                    case PMSS -> readings.euroAmounts();
                    case BASE, CONVENTION_TARIFF, RECONSTRUCTED_BASE, NATIONAL_TARIFF, PRICE_CEILING, HOSPITAL_SCALE ->
                        readings.percentOfBase();
                    case CHARGE -> Reading.INCLUDING_COMPULSORY;
                    case COPAYMENT, REMAINDER, OVERRUN, STATUTORY_FEE -> Reading.ON_TOP;
                };
        };
    }

    /** How a cap without a mark counts it: some are by nature about the whole price, or about what is left to pay. */
    Reading usualAsCap(Measure cap) {
        return switch (cap) {
            case Fixed _ -> readings.caps();
            case Share(Rate rate, Basis basis)
            when basis == Basis.CHARGE && rate.equals(Rate.WHOLE) -> Reading.INCLUDING_COMPULSORY;
            case Share(Rate _, Basis basis) ->
                switch (basis) {
                    case PRICE_CEILING, HOSPITAL_SCALE -> Reading.INCLUDING_COMPULSORY;
                    case COPAYMENT, REMAINDER, OVERRUN, STATUTORY_FEE -> Reading.ON_TOP;
                    case CHARGE, BASE, CONVENTION_TARIFF, RECONSTRUCTED_BASE, PMSS, NATIONAL_TARIFF -> readings.caps();
                };
        };
    }

    /** Whether only the header says how a cap of this kind counts the compulsory share. */
    static boolean dependsOnHeader(Measure cap) {
        return switch (cap) {
            case Fixed _ -> true;
            case Share(Rate _, Basis basis) ->
                switch (basis) {
                    case CHARGE, BASE, CONVENTION_TARIFF, RECONSTRUCTED_BASE, PMSS, NATIONAL_TARIFF -> true;
                    case COPAYMENT, REMAINDER, OVERRUN, PRICE_CEILING, HOSPITAL_SCALE, STATUTORY_FEE -> false;
                };
        };
    }

    /** Whether the amount follows the line's own price or base, and so is the same counted by unit or all at once. */
    static boolean followsTheLine(Measure measure) {
        return measure instanceof Share(Rate _, Basis basis) && basis != Basis.PMSS;
    }

    private Basis basis(Token word) {
        if (word.getType() == WordingParser.UNIT_PRICE && !onReconstructedBase) {
            throw new NotUnderstood(
                    Place.of(word) + " is the unit price that a copayment is rebuilt on, and none is rebuilt here",
                    "TM reconstitué sur le PU + … % du PU",
                    "BRR",
                    "FR");
        }
        Basis named = named(word);
        boolean tariff = named == Basis.BASE || named == Basis.CONVENTION_TARIFF;
        return onReconstructedBase && tariff ? Basis.RECONSTRUCTED_BASE : named;
    }

    private static Basis named(Token word) {
        return switch (word.getType()) {
            case WordingParser.CHARGE -> Basis.CHARGE;
            case WordingParser.BASE -> Basis.BASE;
            case WordingParser.CONVENTION_TARIFF -> Basis.CONVENTION_TARIFF;
            case WordingParser.RECONSTRUCTED_BASE, WordingParser.UNIT_PRICE -> Basis.RECONSTRUCTED_BASE;
            case WordingParser.COPAYMENT -> Basis.COPAYMENT;
            case WordingParser.REMAINDER -> Basis.REMAINDER;
            case WordingParser.OVERRUN -> Basis.OVERRUN;
            case WordingParser.PMSS -> Basis.PMSS;
            case WordingParser.NATIONAL_TARIFF -> Basis.NATIONAL_TARIFF;
            case WordingParser.PRICE_CEILING -> Basis.PRICE_CEILING;
            case WordingParser.HOSPITAL_SCALE -> Basis.HOSPITAL_SCALE;
            case WordingParser.LEGAL_FEE, WordingParser.FLAT -> Basis.STATUTORY_FEE;
            default -> throw new IllegalStateException("The grammar allows no such basis: " + word);
        };
    }

    private static Rate rate(TerminalNode percent) {
        Rate rate = Rate.percent(number(percent));
        if (rate.compareTo(MOST_RATE) > 0) {
            throw new NotUnderstood(
                    Place.of(percent.getSymbol()) + " is more than a guarantee can give", "at most 10 000 %");
        }
        return rate;
    }

    private static BigDecimal number(TerminalNode number) {
        String written = Spelling.plain(number.getText()).replace(" ", "").replace(',', '.');
        String digits = IN_LETTERS.getOrDefault(written, written);
        if (digits.length() > MOST_DIGITS) {
            throw new NotUnderstood(Place.of(number.getSymbol()) + " has too many digits for an amount");
        }
        return new BigDecimal(digits);
    }

    /** A whole number, for days, acts, months. */
    static int count(TerminalNode number, int most) {
        BigDecimal value = number(number);
        if (value.scale() > 0 || value.signum() == 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new NotUnderstood(
                    Place.of(number.getSymbol()) + " is not a number of times", "a whole number from 1 to " + most);
        }
        return value.intValueExact();
    }
}
