package io.bareme.rulebook.drools;

import io.bareme.adjudication.LineFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Care lines drawn at random from few values, so that every rule is met often, on either side of each threshold. */
final class RandomLines {

    private final Random random;

    RandomLines(long seed) {
        this.random = new Random(seed);
    }

    List<LineFacts> claim() {
        List<LineFacts> lines = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int number = 1; number <= count; number++) {
            lines.add(line(number));
        }
        return lines;
    }

    private LineFacts line(int number) {
        SomeLine line = random.nextBoolean() ? SomeLine.french() : SomeLine.moroccan();
        line.number = number;
        line.claimKind = one("simulation", "authorization", "invoice", "reimbursement");
        line.actKnown = random.nextInt(4) > 0;
        line.careKind = one(
                "doctor",
                "technical",
                "dental-care",
                "medicine-30",
                "medicine-15",
                "thermal-cure",
                "daily-charge",
                "emergency-fee");
        line.age = 14 + random.nextInt(4);
        line.careCountry = one("FR", "MA", "ES");
        line.pathway = one("inside", "outside", "exempt");
        line.category = one("sector-1", "optam", "non-optam", "non-conventioned", "private", "public", "unspecified");
        amounts(line);
        contracts(line);
        papers(line);
        treatment(line);
        dossier(line);
        return line.facts();
    }

    private void amounts(SomeLine line) {
        line.chargeCents = random.nextInt(4);
        line.baseCents = random.nextInt(2);
        line.missingQuantity = random.nextInt(4) == 0 ? "fr.tariff.g" : "";
        line.agreementByChargeCents = random.nextBoolean() ? LineFacts.NO_THRESHOLD : random.nextInt(4);
        line.disproportionCents = random.nextBoolean() ? LineFacts.NO_THRESHOLD : random.nextInt(4);
    }

    private void contracts(SomeLine line) {
        line.enrolmentsHeld = random.nextInt(3);
        line.enrolmentsOpen = random.nextInt(line.enrolmentsHeld + 1);
        line.enrolmentsSuspended = random.nextInt(line.enrolmentsOpen + 1);
        line.tablesMissing = random.nextInt(4) == 0 ? line.enrolmentsOpen : 0;
        line.responsibleOpen = random.nextInt(line.enrolmentsOpen + 1);
        line.guaranteeLines = random.nextInt(3);
    }

    private void papers(SomeLine line) {
        line.agreed = random.nextBoolean();
        line.agreementByAct = random.nextBoolean();
        line.daysSinceCare = random.nextInt(8) - 2;
        line.leftToPerson = random.nextInt(4) == 0 ? "« Chronique »" : "";
        line.stayDays = random.nextInt(4);
        line.agreementStayDays = random.nextBoolean() ? LineFacts.NO_LIMIT : 2;
        line.daysToFile = random.nextInt(8) - 2;
        line.filingDays = random.nextBoolean() ? LineFacts.NO_LIMIT : 3;
        line.prescriptionNeeded = random.nextBoolean();
        line.prescribed = random.nextBoolean();
        line.coefficientMissing = random.nextInt(4) == 0;
        line.duplicate = random.nextInt(4) == 0;
    }

    private void treatment(SomeLine line) {
        line.renewal = one("", "eyesight");
        line.sideMissing = random.nextBoolean();
        line.treatmentStartAge = random.nextInt(3) - 1;
        line.startAgeLimit = random.nextBoolean() ? LineFacts.NO_LIMIT : 1;
        line.treatmentSemester = random.nextInt(3);
        line.semesterLimit = random.nextBoolean() ? LineFacts.NO_LIMIT : 1;
        line.actFromAge = random.nextInt(3) * 8;
    }

    private void dossier(SomeLine line) {
        line.dossier = one("", "", "full-advance", "estimated-complement", "remainder", "cnss-flow", "one-stop");
        line.compulsoryStated = random.nextBoolean();
        line.alreadyPaidStated = random.nextBoolean();
        line.claimedByScheme = random.nextBoolean();
        line.schemeRefused = random.nextBoolean();
        line.justificationNeeded = random.nextInt(4) == 0;
        line.justificationByTable = random.nextInt(4) == 0;
        line.statementDayMissing = random.nextInt(4) == 0;
        line.contractsLeavingRefused = random.nextInt(line.enrolmentsOpen + 1);
        line.contractsSilentOnRefused = random.nextInt(2);
    }

    private String one(String... words) {
        return words[random.nextInt(words.length)];
    }
}
