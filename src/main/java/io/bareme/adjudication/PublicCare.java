package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Rate;
import java.util.Map;
import java.util.Set;

/**
 * Third-party payment in Moroccan public establishments: none for outpatient care below a charge, which the patient pays
 * at the desk and may send to the scheme; above it the patient leaves the copayment. It moves what is collected, never
 * what each bears.
 */
final class PublicCare {

    private static final Set<CareKind> INPATIENT =
            Set.of(CareKind.HOSPITAL_PUBLIC, CareKind.HOSPITAL_PRIVATE, CareKind.SURGERY_FLAT, CareKind.DIALYSIS);

    private final ResolvedLine line;
    private final ResolvedClaim claim;
    private final Workings workings;

    PublicCare(ResolvedLine line, ResolvedClaim claim, Workings workings) {
        this.line = line;
        this.claim = claim;
        this.workings = workings;
    }

    /** Whether third-party payment that is asked for is given. */
    boolean thirdParty(CompulsoryShare compulsory) {
        Act act = line.act();
        boolean outpatient = act != null && !INPATIENT.contains(act.kind());
        boolean covered = claim.rights().schemeOn(line.line().date()) != Scheme.MA_NONE;
        Lookup.Known least = workings.find("ma.public.third-party-minimum", "");
        if (claim.claim().provider().category() != Provider.Category.PUBLIC
                || !outpatient
                || !covered
                || least == null) {
            return true;
        }
        if (line.charge().compareTo(least.money()) < 0) {
            workings.step("public-no-third-party", line.charge(), least.source(), "least", least.money());
            return false;
        }
        copayment(compulsory);
        return true;
    }

    /** The copayment told at the desk and the rate of the scheme come from different sources: they must agree. */
    private void copayment(CompulsoryShare compulsory) {
        Lookup.Known desk = workings.find("ma.public.copayment", "");
        Rate rate = compulsory.rate();
        if (desk != null
                && rate != null
                && rate.fraction().add(desk.rate().fraction()).compareTo(Rate.WHOLE.fraction()) < 0) {
            workings.doubt(
                    "public-copayment-disputed",
                    Map.of("rate", rate.toString(), "desk", desk.rate().toString()));
        }
    }
}
