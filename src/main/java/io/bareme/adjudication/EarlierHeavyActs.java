package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Exact;
import java.time.LocalDate;
import java.util.List;

/**
 * The heavy acts among the earlier care of a stay that goes on: their flat participation is due once for the whole stay,
 * and its other costs bear no percentage (CSS R160-16 I).
 *
 * @param began the first day of the stay
 */
record EarlierHeavyActs(ResolvedClaim claim, LocalDate began) {

    /** Whether the same professional did one since the stay began. */
    boolean any(LocalDate billedFrom) {
        return began.isBefore(billedFrom)
                && claim.claim().earlier().stream()
                        .filter(care ->
                                care.provider().equals(claim.claim().provider().id()))
                        .filter(care ->
                                !care.date().isBefore(began) && !care.date().isAfter(billedFrom))
                        .anyMatch(this::isHeavy);
    }

    private boolean isHeavy(EarlierCare care) {
        Act act = claim.edition().nomenclature().act(care.act());
        if (act == null) {
            return false;
        }
        List<String> lineage = claim.edition().nomenclature().lineage(act.family());
        if (lineage.contains(HeavyActs.BILLED_APART)) {
            return true;
        }
        boolean technical = act.kind() == CareKind.TECHNICAL || act.kind() == CareKind.HOSPITAL_FEES;
        return technical && !lineage.contains("imaging") && reaches(unit(care, act), care.date());
    }

    private Exact unit(EarlierCare care, Act act) {
        CareLine line = new CareLine(
                1,
                care.act(),
                care.date(),
                care.times(),
                null,
                care.charge(),
                CareLine.Given.NOTHING,
                CareLine.Circumstances.ORDINARY,
                null);
        return new TariffOfLine(
                        line,
                        act,
                        claim.claim().provider(),
                        claim.rights().schemeOn(care.date()),
                        claim.edition().regulation(),
                        claim.rights().exemptions())
                .base()
                .unit();
    }

    private boolean reaches(Exact tariff, LocalDate day) {
        return claim.edition().regulation().on("fr.heavy-act.threshold", "", day) instanceof Lookup.Known threshold
                && tariff.compareTo(threshold.exact()) >= 0;
    }
}
