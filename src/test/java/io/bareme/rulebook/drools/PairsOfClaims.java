package io.bareme.rulebook.drools;

import java.util.List;
import java.util.stream.Stream;

/** Pairs for the rules on who asks, when, and with what. */
final class PairsOfClaims {

    private PairsOfClaims() {}

    static Stream<Pair> all() {
        return Stream.of(rights(), filing(), files(), agreement(), missing()).flatMap(List::stream);
    }

    private static List<Pair> rights() {
        return List.of(
                Pair.french(
                        "rights-closed", "refuse: rights-closed", l -> l.enrolmentsOpen = 0, l -> l.enrolmentsOpen = 1),
                Pair.french(
                        "rights-closed", "refuse: rights-closed", l -> l.enrolmentsOpen = 0, l -> l.enrolmentsHeld = 0),
                Pair.french(
                        "no-contract",
                        "refuse: no-contract",
                        l -> l.enrolmentsHeld = 0,
                        l -> l.claimKind = "simulation"),
                Pair.french("no-contract", "refuse: no-contract", l -> l.enrolmentsHeld = 0, l -> l.enrolmentsHeld = 1),
                Pair.moroccan(
                        "rights-suspended",
                        "refer: rights-suspended {suspended=1}",
                        l -> l.enrolmentsSuspended = 1,
                        l -> l.enrolmentsSuspended = 0));
    }

    private static List<Pair> filing() {
        return List.of(
                Pair.french(
                        "filing-late-france",
                        "refuse: filing-late {allowed=730, days=731}",
                        l -> l.daysToFile = 731,
                        l -> l.daysToFile = 730),
                Pair.french(
                        "filing-late-france",
                        "refuse: filing-late {allowed=730, days=731}",
                        l -> l.daysToFile = 731,
                        l -> l.claimKind = "simulation"),
                Pair.moroccan(
                        "filing-late-morocco",
                        "refer: filing-late-disputed {allowed=60, days=61}",
                        l -> l.daysToFile = 61,
                        l -> l.daysToFile = 60),
                Pair.moroccan(
                        "filing-statement-day-missing",
                        "require scheme-statement-day: statement-day-missing {allowed=60, days=10}",
                        l -> l.statementDayMissing = true,
                        l -> l.claimKind = "simulation"),
                Pair.french(
                        "care-to-come-invoiced",
                        "refer: care-to-come",
                        l -> {
                            l.claimKind = "invoice";
                            l.daysSinceCare = -1;
                        },
                        l -> l.claimKind = "authorization"),
                Pair.french(
                        "care-to-come-reimbursed",
                        "refer: care-to-come",
                        l -> l.daysSinceCare = -1,
                        l -> l.daysSinceCare = 0));
    }

    private static List<Pair> files() {
        return List.of(
                Pair.moroccan(
                        "dossier-statement-missing",
                        "require scheme-statement: statement-missing {act=NGAP_MA C}",
                        l -> l.dossier = "cnss-flow",
                        l -> l.compulsoryStated = true),
                Pair.moroccan(
                        "dossier-statement-missing",
                        "require scheme-statement: statement-missing {act=NGAP_MA C}",
                        l -> l.dossier = "one-stop",
                        l -> l.dossier = "full-advance"),
                Pair.moroccan(
                        "dossier-already-paid-missing",
                        "require earlier-statement: already-paid-not-stated {act=NGAP_MA C}",
                        l -> l.dossier = "remainder",
                        l -> l.alreadyPaidStated = true),
                Pair.moroccan(
                        "dossier-recourse-missing",
                        "require recourse-statement: recourse-not-stated {act=NGAP_MA C}",
                        l -> l.dossier = "one-stop",
                        l -> l.claimedByScheme = true),
                Pair.french(
                        "dossier-elsewhere",
                        "refer: dossier-elsewhere {dossier=remainder}",
                        l -> l.dossier = "remainder",
                        l -> l.country = "MA"));
    }

    private static List<Pair> agreement() {
        return List.of(
                Pair.french(
                        "agreement-act-france",
                        "refer to doctor: agreement-needed {act=NGAP G}",
                        l -> l.agreementByAct = true,
                        l -> l.agreed = true),
                Pair.moroccan(
                        "agreement-act-morocco",
                        "refer to doctor: agreement-needed {act=NGAP_MA C}",
                        l -> l.agreementByAct = true,
                        l -> l.agreementByAct = false),
                Pair.moroccan(
                        "agreement-charge",
                        "refer: agreement-charge {allowed=29.99 MAD, charge=30.00 MAD}",
                        l -> l.agreementByChargeCents = 2999,
                        l -> l.agreementByChargeCents = 3000),
                Pair.french(
                        "agreement-charge",
                        "refer: agreement-charge {allowed=29.99 EUR, charge=30.00 EUR}",
                        l -> l.agreementByChargeCents = 2999,
                        l -> l.agreed = true));
    }

    private static List<Pair> missing() {
        return List.of(
                Pair.french(
                        "duplicate",
                        "refer: duplicate {act=NGAP G}",
                        l -> l.duplicate = true,
                        l -> l.duplicate = false),
                Pair.french(
                        "out-of-proportion",
                        "refer: out-of-proportion {base=30.00 EUR, charge=300.01 EUR}",
                        l -> {
                            l.disproportionCents = 30000;
                            l.chargeCents = 30001;
                        },
                        l -> l.chargeCents = 30000),
                Pair.moroccan(
                        "coefficient-missing",
                        "require care-sheet: coefficient-missing {act=NGAP_MA C}",
                        l -> l.coefficientMissing = true,
                        l -> l.coefficientMissing = false),
                Pair.french(
                        "prescription-missing",
                        "require prescription: prescription-missing {act=NGAP G}",
                        l -> l.prescriptionNeeded = true,
                        l -> l.prescribed = true),
                Pair.french(
                        "base-not-established",
                        "refer: base-not-established {quantity=fr.tariff.g}",
                        l -> l.missingQuantity = "fr.tariff.g",
                        l -> l.missingQuantity = ""));
    }
}
