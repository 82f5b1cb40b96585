package io.bareme.adjudication;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Reading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a formula entitles a care line to, worked out slowly and plainly: the second opinion on the engine's own
 * evaluator. It shares no code with it, knows no money, no explanation and no books: decimals in, decimals out.
 */
public final class SlowEntitlement {

    private SlowEntitlement() {}

    /**
     * Everything a formula can look at.
     *
     * @param charge what was charged for the whole line
     * @param compulsory the legal compulsory share of the whole line
     * @param otherPayers régime local, C2S
     * @param fictive where the base is reconstructed, what the compulsory scheme would have paid on it, which nobody
     *     pays; null where it is not
     * @param quantity how many units the line has
     * @param bases what a percentage is of; a basis that is missing is not established and worth nothing
     * @param holding the conditions that hold
     * @param used what earlier care has used of each limit
     * @param beside what the parts of the sum before this one pay
     * @param earlier what contracts before this one pay
     */
    public record Line(
            BigDecimal charge,
            BigDecimal compulsory,
            BigDecimal otherPayers,
            @Nullable BigDecimal fictive,
            int quantity,
            Map<Basis, BigDecimal> bases,
            Set<Condition> holding,
            Map<Limit, Used> used,
            BigDecimal beside,
            List<Earlier> earlier) {

        public Line(
                BigDecimal charge,
                BigDecimal compulsory,
                BigDecimal otherPayers,
                @Nullable BigDecimal fictive,
                int quantity,
                Map<Basis, BigDecimal> bases,
                Set<Condition> holding,
                Map<Limit, Used> used) {
            this(charge, compulsory, otherPayers, fictive, quantity, bases, holding, used, BigDecimal.ZERO, List.of());
        }

        /** The same line, as a part of a sum sees it once the parts before it pay so much. */
        Line besides(BigDecimal paid) {
            return new Line(
                    charge,
                    compulsory,
                    otherPayers,
                    fictive,
                    quantity,
                    bases,
                    holding,
                    used,
                    beside.add(paid),
                    earlier);
        }

        Line after(List<Earlier> contracts) {
            return new Line(
                    charge, compulsory, otherPayers, fictive, quantity, bases, holding, used, beside, contracts);
        }

        /** A line with the figures every line has; what is left, overrun and copayment follow from them. */
        public static Line of(String charge, String base, String compulsory, int quantity) {
            BigDecimal charged = new BigDecimal(charge);
            BigDecimal tariff = new BigDecimal(base);
            BigDecimal paid = new BigDecimal(compulsory);
            Map<Basis, BigDecimal> bases = new EnumMap<>(Basis.class);
            bases.put(Basis.CHARGE, charged);
            bases.put(Basis.BASE, tariff);
            bases.put(Basis.CONVENTION_TARIFF, tariff);
            bases.put(Basis.NATIONAL_TARIFF, tariff);
            bases.put(Basis.RECONSTRUCTED_BASE, tariff);
            bases.put(Basis.COPAYMENT, atLeastNothing(charged.min(tariff).subtract(paid)));
            bases.put(Basis.REMAINDER, atLeastNothing(charged.subtract(paid)));
            bases.put(Basis.OVERRUN, atLeastNothing(charged.subtract(tariff)));
            return new Line(charged, paid, BigDecimal.ZERO, null, quantity, bases, Set.of(), new HashMap<>());
        }

        public Line with(Basis basis, String amount) {
            bases.put(basis, new BigDecimal(amount));
            return this;
        }

        public Line where(Set<Condition> conditions) {
            return new Line(charge, compulsory, otherPayers, fictive, quantity, bases, conditions, used);
        }

        public Line refusedByCompulsory(String reconstructedBase, String fictiveShare) {
            bases.put(Basis.RECONSTRUCTED_BASE, new BigDecimal(reconstructedBase));
            return new Line(
                    charge, compulsory, otherPayers, new BigDecimal(fictiveShare), quantity, bases, holding, used);
        }

        /** Once what the compulsory scheme and the other payers gave is taken off. */
        BigDecimal remainder() {
            return atLeastNothing(charge.subtract(compulsory).subtract(otherPayers));
        }
    }

    /** What a contract before this one pays of the line's first so many units, of each as much. */
    public record Earlier(BigDecimal amount, int units) {
        BigDecimal ofFirst(int many) {
            return share(amount, Math.min(many, units), units);
        }
    }

    /** What earlier care has used of one limit. */
    public record Used(BigDecimal amount, int units) {
        static final Used NOTHING = new Used(BigDecimal.ZERO, 0);
    }

    /** What the contract pays when nothing else limits it: no more than is left of the charge, half-up to the cent. */
    public static BigDecimal paid(Formula formula, Line line) {
        return entitled(formula, line).setScale(2, RoundingMode.HALF_UP).min(line.remainder());
    }

    /** Before rounding and before the rule that nobody is paid more than was charged. */
    public static BigDecimal entitled(Formula formula, Line line) {
        return of(formula, line, 1);
    }

    private static BigDecimal of(Formula formula, Line line, int times) {
        return switch (formula) {
            case Formula.Nothing nothing -> BigDecimal.ZERO;
            case Formula.FullCover full -> {
                BigDecimal ceiling = line.bases().get(Basis.PRICE_CEILING);
                yield ceiling == null
                        ? BigDecimal.ZERO
                        : lessCompulsory(line.charge().min(ceiling), line, Basis.PRICE_CEILING);
            }
            case Formula.Term term -> read(term.measure(), term.reading(), line, times, BigDecimal.ZERO);
            case Formula.Sum sum -> {
                BigDecimal total = BigDecimal.ZERO;
                for (Formula part : sum.parts()) {
                    total = total.add(of(part, line.besides(total), times));
                }
                yield total;
            }
            case Formula.Capped capped -> {
                BigDecimal amount = of(capped.formula(), line, times);
                yield amount.min(read(capped.cap(), capped.reading(), line, times, amount));
            }
            case Formula.Floored floored -> {
                BigDecimal amount = of(floored.formula(), line, times);
                yield amount.max(read(floored.floor(), floored.reading(), line, times, amount));
            }
            case Formula.PerUnit each -> of(each.formula(), line, line.quantity());
            case Formula.Limited limited -> limited(limited, line, times);
            case Formula.ByCase choice -> {
                for (Formula.Alternative alternative : choice.alternatives()) {
                    if (alternative.condition() == null || line.holding().contains(alternative.condition())) {
                        yield of(alternative.formula(), line, times);
                    }
                }
                yield BigDecimal.ZERO;
            }
        };
    }

    /** The measure as its reading says, or {@code otherwise} when what it is a share of is not established. */
    private static BigDecimal read(Measure measure, Reading reading, Line line, int times, BigDecimal otherwise) {
        if (measure instanceof Measure.Share share && !line.bases().containsKey(share.basis())) {
            return otherwise;
        }
        BigDecimal amount = worth(measure, line, times);
        if (reading == Reading.ON_TOP) {
            return amount;
        }
        return lessCompulsory(amount, line, measure instanceof Measure.Share share ? share.basis() : Basis.BASE);
    }

    /** Money and shares of the PMSS are given so many times; the line's own price and base are the whole line's. */
    static BigDecimal worth(Measure measure, Line line, int times) {
        return switch (measure) {
            case Measure.Fixed fixed -> fixed.amount().amount().multiply(BigDecimal.valueOf(times));
            case Measure.Share share -> {
                BigDecimal whole = line.bases().getOrDefault(share.basis(), BigDecimal.ZERO);
                BigDecimal once = whole.multiply(share.rate().fraction());
                yield share.basis() == Basis.PMSS ? once.multiply(BigDecimal.valueOf(times)) : once;
            }
        };
    }

    private static BigDecimal lessCompulsory(BigDecimal amount, Line line, Basis basis) {
        if (basis == Basis.RECONSTRUCTED_BASE && line.fictive() != null) {
            return atLeastNothing(amount.subtract(line.fictive()));
        }
        return atLeastNothing(amount.subtract(line.compulsory()).subtract(line.otherPayers()));
    }

    /**
     * Units within every limit in number are paid in proportion, and no more than every limit in money has left. Beyond,
     * the fall-back pays for the units that are left, and never less than it would by itself.
     */
    private static BigDecimal limited(Formula.Limited limited, Line line, int times) {
        int units = unitsWithin(limited, line);
        BigDecimal asked = covered(of(limited.formula(), line, times), units, line);
        BigDecimal within = within(limited, line, times);
        boolean reached = units < line.quantity() || within.compareTo(asked) < 0;
        if (limited.beyond() == null || !reached) {
            return within;
        }
        BigDecimal fallBack = of(limited.beyond(), line, times);
        return within.add(share(fallBack, line.quantity() - units, line.quantity()))
                .max(fallBack);
    }

    /** What the units that the formula's one limit in number leaves out are given: what is not limited, and a fall-back. */
    static SlowEachUnit eachUnit(Formula formula, Line line) {
        Formula.Limited limited = holdsLimited(formula) ? limitedIn(formula) : null;
        Line seen = seenByLimited(formula, line);
        int leftOut = limited == null ? 0 : line.quantity() - unitsWithin(limited, seen);
        if (limited == null || leftOut == 0) {
            return SlowEachUnit.alike(line.quantity());
        }
        int times = formulaTimes(formula, line);
        BigDecimal given = limited(limited, seen, times);
        BigDecimal fallBack = limited.beyond() == null ? BigDecimal.ZERO : of(limited.beyond(), seen, times);
        if (given.compareTo(fallBack) == 0
                && fallBack.setScale(2, RoundingMode.HALF_UP).signum() > 0) {
            return SlowEachUnit.alike(line.quantity());
        }
        BigDecimal evenly =
                atLeastNothing(entitled(formula, line).subtract(given)).add(fallBack);
        BigDecimal out = share(evenly, leftOut, line.quantity()).setScale(2, RoundingMode.HALF_UP);
        return new SlowEachUnit(line.quantity(), leftOut, out);
    }

    private static Formula.@Nullable Limited limitedIn(Formula formula) {
        return switch (formula) {
            case Formula.Limited limited -> limited;
            case Formula.Capped capped -> limitedIn(capped.formula());
            case Formula.Floored floored -> limitedIn(floored.formula());
            case Formula.PerUnit each -> limitedIn(each.formula());
            case Formula.Sum sum ->
                sum.parts().stream()
                        .filter(SlowEntitlement::holdsLimited)
                        .findFirst()
                        .map(SlowEntitlement::limitedIn)
                        .orElse(null);
            case Formula.ByCase choice -> null;
            case Formula.Term term -> null;
            case Formula.FullCover full -> null;
            case Formula.Nothing nothing -> null;
        };
    }

    /** How often a sum of money counts where the limited part stands. */
    private static int formulaTimes(Formula formula, Line line) {
        return formula instanceof Formula.PerUnit each && holdsLimited(each.formula()) ? line.quantity() : 1;
    }

    /** What is paid within the limits, before any fall-back. */
    static BigDecimal within(Formula.Limited limited, Line line) {
        return within(limited, line, 1);
    }

    private static BigDecimal within(Formula.Limited limited, Line line, int times) {
        BigDecimal amount = covered(of(limited.formula(), line, times), unitsWithin(limited, line), line);
        for (Limit limit : limited.limits()) {
            if (limit instanceof Limit.AmountLimit money && known(money.amount(), line)) {
                BigDecimal whole = worth(money.amount(), line, 1).setScale(2, RoundingMode.HALF_UP);
                Used used = line.used().getOrDefault(limit, Used.NOTHING);
                BigDecimal left = atLeastNothing(whole.subtract(used.amount()));
                if (money.reading() == Reading.INCLUDING_COMPULSORY) {
                    left = atLeastNothing(left.subtract(line.compulsory()).subtract(line.otherPayers()));
                }
                amount = amount.min(left);
            }
        }
        return amount;
    }

    /** How many units anything is given for: those of a part within a limit in number, all of any other. */
    static int unitsPaid(Formula formula, Line line) {
        return unitsPaid(formula, line, 1);
    }

    private static int unitsPaid(Formula formula, Line line, int times) {
        boolean pays =
                of(formula, line, times).setScale(2, RoundingMode.HALF_UP).signum() > 0;
        return switch (formula) {
            case Formula.Limited limited
            when pays -> {
                int first = Math.min(unitsWithin(limited, line), unitsPaid(limited.formula(), line, times));
                boolean less = within(limited, line, times).compareTo(of(limited.formula(), line, times)) < 0;
                yield limited.beyond() != null && less
                        ? Math.max(first, unitsPaid(limited.beyond(), line, times))
                        : first;
            }
            case Formula.Sum sum ->
                sum.parts().stream()
                        .mapToInt(part -> unitsPaid(part, line, times))
                        .max()
                        .orElse(0);
            case Formula.Capped capped when pays -> unitsPaid(capped.formula(), line, times);
            case Formula.Floored floored
            when unitsPaid(floored.formula(), line, times) > 0 -> unitsPaid(floored.formula(), line, times);
            case Formula.PerUnit each when pays -> unitsPaid(each.formula(), line, line.quantity());
            case Formula.ByCase choice ->
                choice.alternatives().stream()
                        .filter(one -> one.condition() == null || line.holding().contains(one.condition()))
                        .findFirst()
                        .map(one -> unitsPaid(one.formula(), line, times))
                        .orElse(0);
            case Formula any -> pays ? line.quantity() : 0;
        };
    }

    /** How many units every limit in number still allows. */
    static int unitsWithin(Formula.Limited limited, Line line) {
        int units = line.quantity();
        for (Limit limit : limited.limits()) {
            if (limit instanceof Limit.CountLimit count) {
                Used used = line.used().getOrDefault(limit, Used.NOTHING);
                units = Math.min(units, Math.max(0, count.count() - used.units()));
            }
        }
        return units;
    }

    /** Units beyond a limit in number are paid by nobody: those within are paid no more than is left of their price. */
    private static BigDecimal covered(BigDecimal whole, int units, Line line) {
        BigDecimal amount = share(whole, units, line.quantity());
        BigDecimal left = atLeastNothing(line.remainder().subtract(line.beside()));
        BigDecimal price = share(left, units, line.quantity());
        for (Earlier contract : line.earlier()) {
            price = price.subtract(contract.ofFirst(units));
        }
        return units < line.quantity() ? amount.min(atLeastNothing(price)) : amount;
    }

    /** As the limited part of the formula sees the line: a sum's parts before it pay first. */
    static Line seenByLimited(Formula formula, Line line) {
        return switch (formula) {
            case Formula.Capped capped -> seenByLimited(capped.formula(), line);
            case Formula.Floored floored -> seenByLimited(floored.formula(), line);
            case Formula.PerUnit each -> seenByLimited(each.formula(), line);
            case Formula.Sum sum -> {
                BigDecimal total = BigDecimal.ZERO;
                for (Formula part : sum.parts()) {
                    if (holdsLimited(part)) {
                        yield seenByLimited(part, line.besides(total));
                    }
                    total = total.add(of(part, line.besides(total), 1));
                }
                yield line;
            }
            case Formula.Limited limited -> line;
            case Formula.ByCase choice -> line;
            case Formula.Term term -> line;
            case Formula.FullCover full -> line;
            case Formula.Nothing nothing -> line;
        };
    }

    private static boolean holdsLimited(Formula formula) {
        return switch (formula) {
            case Formula.Limited limited -> true;
            case Formula.Capped capped -> holdsLimited(capped.formula());
            case Formula.Floored floored -> holdsLimited(floored.formula());
            case Formula.PerUnit each -> holdsLimited(each.formula());
            case Formula.Sum sum -> sum.parts().stream().anyMatch(SlowEntitlement::holdsLimited);
            case Formula.ByCase choice -> false;
            case Formula.Term term -> false;
            case Formula.FullCover full -> false;
            case Formula.Nothing nothing -> false;
        };
    }

    private static boolean known(Measure measure, Line line) {
        return !(measure instanceof Measure.Share share) || line.bases().containsKey(share.basis());
    }

    private static BigDecimal share(BigDecimal whole, int units, int of) {
        return units == of
                ? whole
                : whole.multiply(BigDecimal.valueOf(units)).divide(BigDecimal.valueOf(of), MathContext.DECIMAL128);
    }

    private static BigDecimal atLeastNothing(BigDecimal amount) {
        return amount.max(BigDecimal.ZERO);
    }
}
