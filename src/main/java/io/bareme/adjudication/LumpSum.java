package io.bareme.adjudication;

import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Reading;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * A sum that a Moroccan contract gives for a delivery whatever it cost: a "forfait", "montant fixe, pas un plafond" (AMC+,
 * Fondation Mohammed VI Éducation, 2021; AMC, Fondation Hassan II, 2017), on top of a scheme or from the first dirham.
 * What it gives above what is left of the charge is paid and is no share of the charge. A sum that is not called so may
 * be a ceiling as well: it stays within the charge, and where that makes a difference the line is referred.
 */
final class LumpSum {

    private LumpSum() {}

    /** Whether a contract may give a sum beyond the charge for the line. */
    static boolean possible(ResolvedLine line) {
        return line.charge().currency() == Currency.MAD && line.lineage().contains("maternity.delivery");
    }

    /** Whether the contract gives the line a sum that is called fixed. */
    static boolean isSaid(Guarantee guarantee, ResolvedLine line) {
        return possible(line) && guarantee.saysForfait() && isFixed(guarantee.formula());
    }

    /** Null where the guarantee is no such sum, or gives nothing above the charge. */
    static @Nullable Money beyond(Guarantee guarantee, ResolvedLine line, Money sum, Money share) {
        return isSaid(guarantee, line) && sum.compareTo(share) > 0 ? sum.minus(share) : null;
    }

    /** Whether the sum is more than is left of the charge, and nothing says if it is fixed or a ceiling. */
    static boolean isUnsaid(Guarantee guarantee, ResolvedLine line, Money sum, Money share) {
        boolean plain = guarantee.formula() instanceof Formula.Term(Measure.Fixed _, Reading _);
        boolean open = guarantee.saysForfait() ? !isFixed(guarantee.formula()) : plain;
        return open && possible(line) && sum.compareTo(share) > 0;
    }

    /** A sum of money whatever it is given for, how often, and in which case; not one beside a share of something. */
    private static boolean isFixed(Formula formula) {
        return switch (formula) {
            case Formula.Nothing _ -> true;
            case Formula.Term(Measure measure, Reading _) -> measure instanceof Measure.Fixed;
            case Formula.PerUnit each -> isFixed(each.formula());
            case Formula.Limited limited -> isFixed(limited.formula()) && limited.beyond() == null;
            case Formula.ByCase choice ->
                choice.alternatives().stream().allMatch(alternative -> isFixed(alternative.formula()));
            case Formula.Sum _, Formula.Capped _, Formula.Floored _, Formula.FullCover _ -> false;
        };
    }
}
