package io.bareme.rulebook.responsible;

import io.bareme.guarantee.GuaranteeTable;
import io.bareme.rulebook.files.EditionFiles;
import io.bareme.rulebook.files.Problems;
import io.bareme.rulebook.files.ResponsibleClaim;
import java.util.List;

/**
 * Tries every table that claims to be responsible by the law of its first day (CSS L871-1, R871-1, R871-2). What the
 * law corrects is a problem at its cell, with the article; what the table leaves out, at its fiche.
 */
public final class ResponsibleCheck {

    private static final List<Requirement> REQUIREMENTS = List.of(
            new ActsWithinLaw(),
            new CopaymentWithoutLimit(),
            new DailyChargeWithoutLimit(),
            new SharedTermsWithinLaw(),
            new SpectaclesWithinLaw(),
            new FrameWithinCeiling(),
            new RenewalWithinPeriod(),
            new NothingLeftOut());

    private ResponsibleCheck() {}

    /** All versions of all products; the edition's files have no problem of their own. */
    public static void check(EditionFiles files, Problems problems) {
        files.claims().stream()
                .filter(claim -> claim.table().country().equals("FR"))
                .forEach(claim -> check(files, claim, problems));
    }

    private static void check(EditionFiles files, ResponsibleClaim claim, Problems problems) {
        GuaranteeTable table = claim.table();
        ProbeClaims probes = new ProbeClaims(
                files.nomenclature(), files.regulation(), table.validity().first());
        Faults faults = new Faults(claim, problems);
        for (GuaranteeTable.Level level : table.levels().values()) {
            for (Trial trial : Trial.of(table, level)) {
                Column column = new Column(files, table, level, probes, trial);
                REQUIREMENTS.forEach(requirement -> requirement.examine(column, faults));
            }
        }
        faults.close();
    }
}
