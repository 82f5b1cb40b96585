package io.bareme.rulebook.drools;

import java.util.List;
import java.util.stream.Stream;

/** Pairs for the rules on what care it is, by whom, and whether it is covered. */
final class PairsOfCare {

    private PairsOfCare() {}

    static Stream<Pair> all() {
        return Stream.of(treatment(), coverage(), elsewhere(), leftByTheScheme(), optam(), sectors())
                .flatMap(List::stream);
    }

    private static List<Pair> treatment() {
        return List.of(
                Pair.french(
                        "renewal-unproved",
                        "require prescription: renewal-unproved {renewal=eyesight}",
                        l -> l.renewal = "eyesight",
                        l -> l.prescribed = true),
                Pair.french(
                        "hearing-side-missing",
                        "require part: side-missing {act=NGAP G}",
                        l -> l.sideMissing = true,
                        l -> l.responsibleOpen = 0),
                Pair.french(
                        "statutory-fee-above-law",
                        "refer: statutory-fee-above-law {base=19.61 EUR, charge=19.62 EUR}",
                        l -> {
                            l.careKind = "emergency-fee";
                            l.chargeCents = 1962;
                            l.baseCents = 1961;
                        },
                        l -> l.chargeCents = 1961),
                Pair.french(
                        "orthodontics-started-late",
                        "refer: treatment-started-late {age=16, allowed=16}",
                        l -> {
                            l.treatmentStartAge = 16;
                            l.startAgeLimit = 16;
                        },
                        l -> l.treatmentStartAge = 15),
                Pair.french(
                        "orthodontics-semesters",
                        "refer: treatment-semesters {allowed=6, semester=7}",
                        l -> {
                            l.treatmentSemester = 7;
                            l.semesterLimit = 6;
                        },
                        l -> l.treatmentSemester = 6),
                Pair.french(
                        "act-from-age",
                        "refer: act-from-age {age=19, allowed=20}",
                        l -> {
                            l.age = 19;
                            l.actFromAge = 20;
                        },
                        l -> l.age = 20));
    }

    private static List<Pair> coverage() {
        String floor = "refer: legal-floor-without-line {act=NGAP G}";
        String silent = "refuse: act-not-covered {act=NGAP_MA C}";
        return List.of(
                Pair.french(
                        "act-unknown",
                        "refer: act-unknown {act=NGAP G}",
                        l -> l.actKnown = false,
                        l -> l.actKnown = true),
                Pair.moroccan("act-not-covered", silent, l -> l.guaranteeLines = 0, l -> l.guaranteeLines = 1),
                Pair.moroccan("act-not-covered", silent, l -> l.guaranteeLines = 0, l -> l.tablesMissing = 1),
                Pair.moroccan(
                        "act-not-covered", silent, l -> l.guaranteeLines = 0, l -> l.leftToPerson = "« Chronique »"),
                Pair.moroccan(
                        "left-to-a-person",
                        "refer: left-to-a-person {words=« Chronique »}",
                        l -> l.leftToPerson = "« Chronique »",
                        l -> l.tablesMissing = 1),
                Pair.moroccan(
                        "agreement-stay",
                        "refer to doctor: agreement-stay {allowed=30, days=31}",
                        l -> {
                            l.stayDays = 31;
                            l.agreementStayDays = 30;
                        },
                        l -> l.stayDays = 30),
                Pair.moroccan("act-not-covered", silent, l -> l.guaranteeLines = 0, l -> l.actKnown = false),
                Pair.moroccan(
                        "act-not-covered", silent, l -> l.guaranteeLines = 0, l -> l.missingQuantity = "ma.letter.c"),
                Pair.moroccan("act-not-covered", silent, l -> l.guaranteeLines = 0, l -> l.enrolmentsOpen = 0),
                Pair.moroccan("act-not-covered", silent, l -> l.guaranteeLines = 0, l -> l.responsibleOpen = 1),
                Pair.french(
                        "act-not-covered",
                        "refuse: act-not-covered {act=NGAP G}",
                        l -> {
                            l.guaranteeLines = 0;
                            l.careKind = "medicine-15";
                        },
                        l -> l.careKind = "medicine-65"),
                Pair.french("legal-floor-without-line", floor, l -> l.guaranteeLines = 0, l -> l.responsibleOpen = 0),
                Pair.french("legal-floor-without-line", floor, l -> l.guaranteeLines = 0, l -> l.baseCents = 0),
                Pair.french(
                        "legal-floor-without-line", floor, l -> l.guaranteeLines = 0, l -> l.careKind = "medicine-30"),
                Pair.french(
                        "table-missing",
                        "refer: table-missing {tables=1}",
                        l -> l.tablesMissing = 1,
                        l -> l.tablesMissing = 0));
    }

    private static List<Pair> leftByTheScheme() {
        return List.of(
                Pair.moroccan(
                        "refused-by-scheme",
                        "refuse: refused-by-scheme {act=NGAP_MA C}",
                        l -> {
                            l.schemeRefused = true;
                            l.contractsLeavingRefused = 1;
                        },
                        l -> l.enrolmentsOpen = 2),
                Pair.moroccan(
                        "refused-by-scheme-unsaid",
                        "refer: refused-by-scheme-unsaid {act=NGAP_MA C}",
                        l -> {
                            l.schemeRefused = true;
                            l.contractsSilentOnRefused = 1;
                        },
                        l -> l.schemeRefused = false),
                Pair.moroccan(
                        "caesarean-justification-table",
                        "refer to doctor: caesarean-justification-table {act=NGAP_MA C}",
                        l -> l.justificationByTable = true,
                        l -> l.agreed = true),
                Pair.moroccan(
                        "caesarean-justification",
                        "refer to doctor: caesarean-justification {act=NGAP_MA C}",
                        l -> l.justificationNeeded = true,
                        l -> l.agreed = true));
    }

    private static List<Pair> elsewhere() {
        String penalty = "deduct PATHWAY_PENALTY: outside-pathway";
        return List.of(
                Pair.french(
                        "care-abroad-france",
                        "refer: care-abroad {country=ES}",
                        l -> l.careCountry = "ES",
                        l -> l.careCountry = "FR"),
                Pair.moroccan(
                        "care-abroad-morocco",
                        "refer: care-abroad {country=FR}",
                        l -> l.careCountry = "FR",
                        l -> l.careCountry = "MA"),
                Pair.french(
                        "pathway-penalty-consultation", penalty, l -> l.pathway = "outside", l -> l.pathway = "exempt"),
                Pair.french("pathway-penalty-consultation", penalty, l -> l.pathway = "outside", l -> l.age = 15),
                Pair.french(
                        "pathway-penalty-consultation",
                        penalty,
                        l -> l.pathway = "outside",
                        l -> l.careKind = "auxiliary"),
                Pair.french("pathway-penalty-consultation", penalty, l -> l.pathway = "outside", l -> l.country = "MA"),
                Pair.french(
                        "pathway-penalty-technical",
                        penalty,
                        l -> {
                            l.pathway = "outside";
                            l.careKind = "technical";
                            l.age = 16;
                        },
                        l -> l.pathway = "inside"));
    }

    private static List<Pair> optam() {
        return List.of(
                category("variant-optam-sector-1", "choose optam: variant-optam", "sector-1", "optam"),
                category("variant-optam", "choose optam: variant-optam", "optam", "sector-1"),
                category("variant-non-optam", "choose non-optam: variant-non-optam", "non-optam", "optam"),
                category(
                        "variant-non-optam-out-of-convention",
                        "choose non-optam: variant-non-optam",
                        "non-conventioned",
                        "non-optam"),
                category(
                        "variant-conventioned",
                        "choose conventioned: variant-conventioned",
                        "non-optam",
                        "non-conventioned"),
                category(
                        "variant-conventioned", "choose conventioned: variant-conventioned", "sector-1", "unspecified"),
                category(
                        "variant-non-conventioned",
                        "choose non-conventioned: variant-non-conventioned",
                        "non-conventioned",
                        "optam"));
    }

    private static List<Pair> sectors() {
        return List.of(
                Pair.moroccan(
                        "variant-private",
                        "choose sector=private: variant-private",
                        l -> l.category = "private",
                        l -> l.category = "public"),
                Pair.moroccan(
                        "variant-public",
                        "choose sector=public: variant-public",
                        l -> l.category = "public",
                        l -> l.category = "unspecified"));
    }

    private static Pair category(String rule, String finding, String fires, String stays) {
        return Pair.french(rule, finding, l -> l.category = fires, l -> l.category = stays);
    }
}
