package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.Nomenclature;
import io.bareme.regulation.Regulation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Caesareans, which some schemes and tables pay otherwise where no medical ground is shown. */
final class Caesareans {

    private static final String FAMILY = "maternity.delivery.caesarean";
    private static final String UNJUSTIFIED = "maternity.delivery.caesarean-unjustified";

    private final Rights rights;
    private final Regulation regulation;
    private final Nomenclature nomenclature;

    Caesareans(Rights rights, Edition edition) {
        this.rights = rights;
        this.regulation = edition.regulation();
        this.nomenclature = edition.nomenclature();
    }

    /** CNOPS pays a caesarean without medical ground as a vaginal delivery; the claim may already say so by its act. */
    boolean justificationNeeded(@Nullable Act act, LocalDate day) {
        return act != null
                && rights.schemeOn(day) == Scheme.MA_CNOPS
                && act.family().equals(FAMILY)
                && !(act.tariff() instanceof Act.TariffRule.Quantity(String tariff)
                        && tariff.equals("ma.flat.caesarean-unjustified"))
                && regulation
                        .known("ma.flat.caesarean-unjustified", "private", day)
                        .isPresent();
    }

    /** "Césarienne justifiée": the table tells deliveries apart, and has no line for a caesarean without ground. */
    boolean paysJustifiedOnly(Cover cover, @Nullable Act act) {
        return act != null
                && act.family().equals(FAMILY)
                && names(cover, FAMILY)
                && names(cover, "maternity.delivery.normal")
                && !names(cover, UNJUSTIFIED);
    }

    private boolean names(Cover cover, String family) {
        List<String> lineage = nomenclature.lineage(family);
        return cover.level().guarantees().stream()
                .anyMatch(guarantee -> guarantee.families().stream().anyMatch(lineage::contains));
    }
}
