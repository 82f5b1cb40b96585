package io.bareme.adjudication;

import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Reading;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * A sum that a Moroccan contract gives for a delivery whatever it cost: "montant fixe, pas un plafond" (AMC+, Fondation
 * Mohammed VI Éducation). What it gives above what is left of the charge is paid and is no share of the charge.
 */
final class LumpSum {

    private LumpSum() {}

    /** Whether a contract may give a sum beyond the charge for the line. */
    static boolean possible(ResolvedLine line) {
        return line.charge().currency() == Currency.MAD && line.lineage().contains("maternity.delivery");
    }

    /** Null where the guarantee is no such sum, or gives nothing above the charge. */
    static @Nullable Money beyond(Guarantee guarantee, ResolvedLine line, Money sum, Money share) {
        boolean fixed = guarantee.formula() instanceof Formula.Term(Measure.Fixed _, Reading reading)
                && reading == Reading.ON_TOP;
        Money beyond = sum.minus(share).orZero();
        return fixed && possible(line) && beyond.isPositive() ? beyond : null;
    }
}
