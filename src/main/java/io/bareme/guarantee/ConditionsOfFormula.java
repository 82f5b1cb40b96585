package io.bareme.guarantee;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conditions that a wording itself names, beside those of its line. */
public final class ConditionsOfFormula {

    private ConditionsOfFormula() {}

    public static Set<Condition> of(Formula formula) {
        EnumSet<Condition> named = EnumSet.noneOf(Condition.class);
        collect(formula, named);
        return named;
    }

    /** Whether it speaks of care networks. */
    public static boolean nameNetworks(Set<Condition> conditions) {
        return conditions.contains(Condition.IN_NETWORK) || conditions.contains(Condition.OUT_OF_NETWORK);
    }

    private static void collect(@Nullable Formula formula, Set<Condition> into) {
        switch (formula) {
            case null -> {}
            case Formula.Nothing _, Formula.Term _, Formula.FullCover _ -> {}
            case Formula.Sum sum -> sum.parts().forEach(part -> collect(part, into));
            case Formula.Capped capped -> collect(capped.formula(), into);
            case Formula.Floored floored -> collect(floored.formula(), into);
            case Formula.PerUnit each -> collect(each.formula(), into);
            case Formula.Limited limited -> {
                collect(limited.formula(), into);
                collect(limited.beyond(), into);
            }
            case Formula.ByCase choice ->
                choice.alternatives().forEach(alternative -> {
                    if (alternative.condition() != null) {
                        into.add(alternative.condition());
                    }
                    collect(alternative.formula(), into);
                });
        }
    }
}
