package io.bareme.adjudication;

import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Limit;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a formula, numbered in the order in which its words say them: those of alternatives count apart, as each
 * is a limit of its own. The number is a part of the counter's key.
 */
final class LimitNumbers {

    private final Map<Formula.Limited, Integer> places = new IdentityHashMap<>();

    private LimitNumbers() {}

    static LimitNumbers of(Formula formula) {
        LimitNumbers numbers = new LimitNumbers();
        numbers.number(formula, 0);
        return numbers;
    }

    /** Every limit under its number, in their order. */
    SortedMap<Integer, Limit> all() {
        SortedMap<Integer, Limit> all = new TreeMap<>();
        places.forEach((limited, first) -> {
            for (int i = 0; i < limited.limits().size(); i++) {
                all.put(first + i, limited.limits().get(i));
            }
        });
        return all;
    }

    /** The number of a formula's first limit; null when it is not one of them. */
    @Nullable
    Integer first(Formula.Limited limited) {
        return places.get(limited);
    }

    /** @return how many limits there are up to the end of the formula */
    private int number(Formula formula, int from) {
        return switch (formula) {
            case Formula.Limited limited -> {
                places.put(limited, from);
                int next = number(limited.formula(), from + limited.limits().size());
                yield limited.beyond() == null ? next : number(limited.beyond(), next);
            }
            case Formula.Sum sum -> {
                int next = from;
                for (Formula part : sum.parts()) {
                    next = number(part, next);
                }
                yield next;
            }
            case Formula.ByCase choice -> {
                int next = from;
                for (Formula.Alternative alternative : choice.alternatives()) {
                    next = number(alternative.formula(), next);
                }
                yield next;
            }
            case Formula.Capped capped -> number(capped.formula(), from);
            case Formula.Floored floored -> number(floored.formula(), from);
            case Formula.PerUnit each -> number(each.formula(), from);
            case Formula.Nothing _, Formula.Term _, Formula.FullCover _ -> from;
        };
    }
}
