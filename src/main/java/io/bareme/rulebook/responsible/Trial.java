package io.bareme.rulebook.responsible;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Provider;
import io.bareme.guarantee.Condition;
import io.bareme.guarantee.ConditionsOfFormula;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.GuaranteeTable.Level;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Before whom a column is tried: professionals of none of its networks and people without exemption first, others where
 * its cells speak of them.
 *
 * @param networks the professional's
 * @param exemptions the person's
 * @param outsideConvention whether doctors are outside the convention
 */
record Trial(Set<String> networks, Set<Exemption> exemptions, boolean outsideConvention) {

    static List<Trial> of(GuaranteeTable table, Level level) {
        Set<Condition> spoken = EnumSet.noneOf(Condition.class);
        level.guarantees().forEach(guarantee -> {
            spoken.addAll(guarantee.conditions());
            spoken.addAll(ConditionsOfFormula.of(guarantee.formula()));
        });
        List<Trial> trials = new ArrayList<>();
        trials.add(new Trial(Set.of(), Set.of(), false));
        if (ConditionsOfFormula.nameNetworks(spoken)) {
            trials.add(new Trial(table.networks(), Set.of(), false));
        }
        if (spoken.contains(Condition.EXEMPT_ALD) || spoken.contains(Condition.NOT_EXEMPT_ALD)) {
            trials.add(new Trial(Set.of(), Set.of(Exemption.ALD), false));
        }
        if (spoken.contains(Condition.CONVENTIONED) || spoken.contains(Condition.NON_CONVENTIONED)) {
            trials.add(new Trial(Set.of(), Set.of(), true));
        }
        return trials;
    }

    /** The claim as it comes from such a professional. */
    Claim of(Claim claim, boolean doctors) {
        Provider probe = claim.provider();
        Provider.Category category =
                outsideConvention && doctors ? Provider.Category.OUT_OF_CONVENTION : probe.category();
        return new Claim(
                claim.kind(),
                claim.person(),
                claim.received(),
                claim.thirdParty(),
                new Provider(probe.id(), probe.profession(), category, networks, probe.country()),
                claim.prescribed(),
                claim.agreement(),
                claim.lines(),
                claim.earlier());
    }
}
