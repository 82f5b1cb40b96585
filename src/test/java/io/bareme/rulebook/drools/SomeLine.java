package io.bareme.rulebook.drools;

import io.bareme.adjudication.LineFacts;

/** A care line about which no rule has anything to say but its variant; each test changes what it is about. */
final class SomeLine {

    int number = 1;
    String country = "FR";
    String claimKind = "reimbursement";
    boolean actKnown = true;
    String careKind = "doctor";
    int age = 40;
    String careCountry = "FR";
    String pathway = "inside";
    int penaltyAge = 16;
    String category = "unspecified";
    long chargeCents = 3000;
    long baseCents = 3000;
    String missingQuantity = "";
    int enrolmentsHeld = 1;
    int enrolmentsOpen = 1;
    int enrolmentsSuspended;
    int tablesMissing;
    int responsibleOpen = 1;
    int guaranteeLines = 1;
    String leftToPerson = "";
    boolean agreed;
    boolean agreementByAct;
    long agreementByChargeCents = LineFacts.NO_THRESHOLD;
    int stayDays;
    int agreementStayDays = LineFacts.NO_LIMIT;
    int daysSinceCare = 10;
    int daysToFile = 10;
    int filingDays = 730;
    boolean prescriptionNeeded;
    boolean prescribed;
    boolean coefficientMissing;
    boolean duplicate;
    String renewal = "";
    boolean sideMissing;
    int treatmentStartAge = -1;
    int startAgeLimit = LineFacts.NO_LIMIT;
    int treatmentSemester;
    int semesterLimit = LineFacts.NO_LIMIT;
    int actFromAge;
    long disproportionCents = LineFacts.NO_THRESHOLD;
    String dossier = "";
    boolean compulsoryStated;
    boolean alreadyPaidStated;
    boolean claimedByScheme;
    boolean schemeRefused;
    boolean justificationNeeded;
    boolean justificationByTable;
    boolean statementDayMissing;
    int contractsLeavingRefused;
    int contractsSilentOnRefused;

    static SomeLine french() {
        return new SomeLine();
    }

    static SomeLine moroccan() {
        SomeLine line = new SomeLine();
        line.country = "MA";
        line.careCountry = "MA";
        line.careKind = "consultation";
        line.responsibleOpen = 0;
        line.filingDays = 60;
        return line;
    }

    SomeLine with(Change change) {
        change.apply(this);
        return this;
    }

    LineFacts facts() {
        return new LineFacts(
                number,
                country,
                country.equals("FR") ? "fr-general" : "ma-cnss",
                claimKind,
                country.equals("FR") ? "NGAP G" : "NGAP_MA C",
                actKnown,
                actKnown ? "consultation.gp" : "",
                actKnown ? careKind : "",
                age,
                careCountry,
                pathway,
                penaltyAge,
                category,
                chargeCents,
                baseCents,
                missingQuantity,
                enrolmentsHeld,
                enrolmentsOpen,
                enrolmentsSuspended,
                tablesMissing,
                responsibleOpen,
                guaranteeLines,
                leftToPerson,
                agreed,
                agreementByAct,
                agreementByChargeCents,
                stayDays,
                agreementStayDays,
                daysSinceCare,
                daysToFile,
                filingDays,
                prescriptionNeeded,
                prescribed,
                coefficientMissing,
                duplicate,
                renewal,
                sideMissing,
                treatmentStartAge,
                startAgeLimit,
                treatmentSemester,
                semesterLimit,
                actFromAge,
                disproportionCents,
                dossier,
                compulsoryStated,
                alreadyPaidStated,
                claimedByScheme,
                schemeRefused,
                justificationNeeded,
                justificationByTable,
                statementDayMissing,
                contractsLeavingRefused,
                contractsSilentOnRefused);
    }

    interface Change {
        void apply(SomeLine line);
    }
}
