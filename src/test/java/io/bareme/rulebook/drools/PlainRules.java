package io.bareme.rulebook.drools;

import io.bareme.adjudication.CoverageRules;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.Finding.Deduction;
import io.bareme.adjudication.Findings;
import io.bareme.adjudication.LineFacts;
import io.bareme.guarantee.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The repository's coverage rules written a second time, in plain Java: the oracle of the compiled ones. */
final class PlainRules implements CoverageRules {

    private static final Set<String> WITHOUT_FLOOR = Set.of("medicine-30", "medicine-15", "thermal-cure");

    @Override
    public List<Finding> examine(List<LineFacts> lines) {
        Findings found = new Findings();
        for (LineFacts line : lines) {
            rights(line, found);
            filing(line, found);
            coverage(line, found);
            whereAndHow(line, found);
            optam(line, found);
            sector(line, found);
            agreement(line, found);
            suspicions(line, found);
            missing(line, found);
            treatment(line, found);
            dossier(line, found);
            refusedByScheme(line, found);
        }
        List<Finding> sorted = new ArrayList<>(found.all());
        sorted.sort(Comparator.comparingInt(Finding::line).thenComparing(Finding::rule));
        return sorted;
    }

    private static boolean simulated(LineFacts line) {
        return line.claimKind().equals("simulation");
    }

    private static boolean french(LineFacts line) {
        return line.country().equals("FR");
    }

    private static void rights(LineFacts line, Findings found) {
        if (line.enrolmentsHeld() == 0) {
            if (!simulated(line)) {
                found.refuse(line, "no-contract", "no-contract");
            }
        } else if (line.enrolmentsOpen() == 0) {
            found.refuse(line, "rights-closed", "rights-closed");
        }
        if (line.enrolmentsSuspended() >= 1) {
            found.refer(line, "rights-suspended", "rights-suspended", "suspended", line.enrolmentsSuspended());
        }
    }

    private static void filing(LineFacts line, Findings found) {
        if (!simulated(line) && line.daysToFile() > line.filingDays()) {
            Object[] named = {"days", line.daysToFile(), "allowed", line.filingDays()};
            if (french(line)) {
                found.refuse(line, "filing-late-france", "filing-late", named);
            } else {
                found.refer(line, "filing-late-morocco", "filing-late-disputed", named);
            }
        }
        if (!simulated(line) && !french(line) && line.statementDayMissing()) {
            Object[] named = {"days", line.daysSinceCare(), "allowed", line.filingDays()};
            found.require(line, "filing-statement-day-missing", "statement-day-missing", "scheme-statement-day", named);
        }
        if (line.daysSinceCare() < 0) {
            switch (line.claimKind()) {
                case "invoice" -> found.refer(line, "care-to-come-invoiced", "care-to-come");
                case "reimbursement" -> found.refer(line, "care-to-come-reimbursed", "care-to-come");
                default -> {}
            }
        }
    }

    private static void coverage(LineFacts line, Findings found) {
        if (!line.actKnown()) {
            found.refer(line, "act-unknown", "act-unknown", "act", line.act());
        }
        if (line.tablesMissing() > 0) {
            found.refer(line, "table-missing", "table-missing", "tables", line.tablesMissing());
            return;
        }
        if (!line.leftToPerson().isEmpty()) {
            found.refer(line, "left-to-a-person", "left-to-a-person", "words", line.leftToPerson());
        }
        if (line.guaranteeLines() != 0 || !line.actKnown()) {
            return;
        }
        boolean owed = line.responsibleOpen() > 0 && !WITHOUT_FLOOR.contains(line.careKind());
        boolean baseUnknown = !line.missingQuantity().isEmpty();
        if (owed && (line.baseCents() > 0 || baseUnknown)) {
            found.refer(line, "legal-floor-without-line", "legal-floor-without-line", "act", line.act());
        } else if (line.enrolmentsOpen() > 0
                && !baseUnknown
                && line.leftToPerson().isEmpty()) {
            found.refuse(line, "act-not-covered", "act-not-covered", "act", line.act());
        }
    }

    private static void whereAndHow(LineFacts line, Findings found) {
        if (!line.careCountry().equals(line.country())) {
            String rule = french(line) ? "care-abroad-france" : "care-abroad-morocco";
            found.refer(line, rule, "care-abroad", "country", line.careCountry());
        }
        boolean penalised = french(line) && line.pathway().equals("outside") && line.age() >= line.penaltyAge();
        if (penalised && line.careKind().equals("doctor")) {
            found.deduct(line, "pathway-penalty-consultation", "outside-pathway", Deduction.PATHWAY_PENALTY);
        }
        if (penalised && line.careKind().equals("technical")) {
            found.deduct(line, "pathway-penalty-technical", "outside-pathway", Deduction.PATHWAY_PENALTY);
        }
    }

    private static void optam(LineFacts line, Findings found) {
        if (line.justificationByTable() && !line.justificationNeeded() && !line.agreed()) {
            found.referToDoctor(
                    line, "caesarean-justification-table", "caesarean-justification-table", "act", line.act());
        }
        if (!french(line)) {
            return;
        }
        switch (line.category()) {
            case "sector-1" -> {
                found.choose(line, "variant-optam-sector-1", "variant-optam", Condition.OPTAM);
                found.choose(line, "variant-conventioned", "variant-conventioned", Condition.CONVENTIONED);
            }
            case "optam" -> {
                found.choose(line, "variant-optam", "variant-optam", Condition.OPTAM);
                found.choose(line, "variant-conventioned", "variant-conventioned", Condition.CONVENTIONED);
            }
            case "non-optam" -> {
                found.choose(line, "variant-non-optam", "variant-non-optam", Condition.NON_OPTAM);
                found.choose(line, "variant-conventioned", "variant-conventioned", Condition.CONVENTIONED);
            }
            case "non-conventioned" -> {
                found.choose(line, "variant-non-optam-out-of-convention", "variant-non-optam", Condition.NON_OPTAM);
                found.choose(line, "variant-non-conventioned", "variant-non-conventioned", Condition.NON_CONVENTIONED);
            }
            default -> {}
        }
    }

    private static void sector(LineFacts line, Findings found) {
        if (line.category().equals("private")) {
            found.choose(line, "variant-private", "variant-private", Condition.PRIVATE_SECTOR);
        }
        if (line.category().equals("public")) {
            found.choose(line, "variant-public", "variant-public", Condition.PUBLIC_SECTOR);
        }
    }

    private static void agreement(LineFacts line, Findings found) {
        if (line.agreed()) {
            return;
        }
        if (line.agreementByAct()) {
            String rule = french(line) ? "agreement-act-france" : "agreement-act-morocco";
            found.referToDoctor(line, rule, "agreement-needed", "act", line.act());
        }
        if (!french(line) && line.stayDays() > line.agreementStayDays()) {
            Object[] named = {"days", line.stayDays(), "allowed", line.agreementStayDays()};
            found.referToDoctor(line, "agreement-stay", "agreement-stay", named);
        }
        if (line.chargeCents() > line.agreementByChargeCents()) {
            found.refer(
                    line,
                    "agreement-charge",
                    "agreement-charge",
                    "charge",
                    line.charge(),
                    "allowed",
                    line.agreementByCharge());
        }
    }

    private static void suspicions(LineFacts line, Findings found) {
        if (line.duplicate()) {
            found.refer(line, "duplicate", "duplicate", "act", line.act());
        }
        if (line.chargeCents() > line.disproportionCents()) {
            found.refer(line, "out-of-proportion", "out-of-proportion", "charge", line.charge(), "base", line.base());
        }
    }

    private static void missing(LineFacts line, Findings found) {
        if (line.coefficientMissing()) {
            found.require(line, "coefficient-missing", "coefficient-missing", "care-sheet", "act", line.act());
        }
        if (line.prescriptionNeeded() && !line.prescribed() && !simulated(line)) {
            found.require(line, "prescription-missing", "prescription-missing", "prescription", "act", line.act());
        }
        if (!line.missingQuantity().isEmpty()) {
            found.refer(line, "base-not-established", "base-not-established", "quantity", line.missingQuantity());
        }
    }

    private static void treatment(LineFacts line, Findings found) {
        if (line.justificationNeeded() && !line.agreed()) {
            found.referToDoctor(line, "caesarean-justification", "caesarean-justification", "act", line.act());
        }
        if (!french(line)) {
            return;
        }
        if (line.treatmentStartAge() >= line.startAgeLimit()) {
            Object[] named = {"age", line.treatmentStartAge(), "allowed", line.startAgeLimit()};
            found.refer(line, "orthodontics-started-late", "treatment-started-late", named);
        }
        if (line.treatmentSemester() > line.semesterLimit()) {
            Object[] named = {"semester", line.treatmentSemester(), "allowed", line.semesterLimit()};
            found.refer(line, "orthodontics-semesters", "treatment-semesters", named);
        }
        if (line.age() >= 0 && line.age() < line.actFromAge()) {
            found.refer(line, "act-from-age", "act-from-age", "age", line.age(), "allowed", line.actFromAge());
        }
        if (!line.renewal().isEmpty() && !line.prescribed() && !simulated(line)) {
            found.require(line, "renewal-unproved", "renewal-unproved", "prescription", "renewal", line.renewal());
        }
        if (line.sideMissing() && line.responsibleOpen() > 0) {
            found.require(line, "hearing-side-missing", "side-missing", "part", "act", line.act());
        }
        boolean byLaw = Set.of("daily-charge", "emergency-fee").contains(line.careKind());
        if (byLaw && line.missingQuantity().isEmpty() && line.chargeCents() > line.baseCents()) {
            Object[] named = {"charge", line.charge(), "base", line.base()};
            found.refer(line, "statutory-fee-above-law", "statutory-fee-above-law", named);
        }
    }

    private static void dossier(LineFacts line, Findings found) {
        String dossier = line.dossier();
        if (dossier.isEmpty()) {
            return;
        }
        if (french(line) || line.scheme().equals("none")) {
            found.refer(line, "dossier-elsewhere", "dossier-elsewhere", "dossier", dossier);
        }
        if (french(line)) {
            return;
        }
        Object[] act = {"act", line.act()};
        if (Set.of("remainder", "cnss-flow", "one-stop").contains(dossier) && !line.compulsoryStated()) {
            found.require(line, "dossier-statement-missing", "statement-missing", "scheme-statement", act);
        }
        if (dossier.equals("remainder") && !line.alreadyPaidStated()) {
            found.require(line, "dossier-already-paid-missing", "already-paid-not-stated", "earlier-statement", act);
        }
        if (dossier.equals("one-stop") && !line.claimedByScheme()) {
            found.require(line, "dossier-recourse-missing", "recourse-not-stated", "recourse-statement", act);
        }
    }

    private static void refusedByScheme(LineFacts line, Findings found) {
        if (!line.schemeRefused()) {
            return;
        }
        if (line.contractsLeavingRefused() > 0 && line.contractsLeavingRefused() == line.enrolmentsOpen()) {
            found.refuse(line, "refused-by-scheme", "refused-by-scheme", "act", line.act());
        }
        if (line.contractsSilentOnRefused() > 0) {
            found.refer(line, "refused-by-scheme-unsaid", "refused-by-scheme-unsaid", "act", line.act());
        }
    }
}
