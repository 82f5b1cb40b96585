package io.bareme.rulebook.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Finding;
import io.bareme.explanation.Messages;
import io.bareme.explanation.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each rule a line that fires it and a line, as near as can be, that does not. */
class RulePairsTest {

    private static final Messages REASONS = new Messages("reasons");
    private static final DroolsRules RULES = RulesOfTheRepository.compiled();

    /** The rule, the finding it must make, and the two lines. */
    record Pair(String rule, String finding, SomeLine fires, SomeLine stays) {

        static Pair french(String rule, String finding, SomeLine.Change fires, SomeLine.Change stays) {
            return new Pair(
                    rule,
                    finding,
                    SomeLine.french().with(fires),
                    SomeLine.french().with(fires).with(stays));
        }

        static Pair moroccan(String rule, String finding, SomeLine.Change fires, SomeLine.Change stays) {
            return new Pair(
                    rule,
                    finding,
                    SomeLine.moroccan().with(fires),
                    SomeLine.moroccan().with(fires).with(stays));
        }

        @Override
        public String toString() {
            return rule;
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_line_fires_the_rule(Pair pair) {
        assertThat(found(pair.rule, pair.fires)).containsExactly(pair.finding);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_near_line_does_not_fire_it(Pair pair) {
        assertThat(found(pair.rule, pair.stays)).isEmpty();
    }

    @Test
    void every_rule_has_its_pair_and_every_pair_its_rule() {
        assertThat(pairs().map(Pair::rule).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        RULES.described().stream().map(CoverageRule::id).toList());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void what_it_finds_can_be_said_in_french_and_english(Pair pair) {
        for (Finding finding : RULES.examine(List.of(pair.fires.facts()))) {
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                assertThat(Sentences.reason(finding, locale))
                        .doesNotStartWith("reason.")
                        .doesNotContain("{");
                if (finding instanceof Finding.Require require) {
                    assertThat(REASONS.has("document." + require.document(), locale))
                            .isTrue();
                }
            }
        }
    }

    /** As {@code refer late {days=1}}: what the finding asks, its reason, its parameters. */
    private static List<String> found(String rule, SomeLine line) {
        return RULES.examine(List.of(line.facts())).stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(RulePairsTest::said)
                .toList();
    }

    private static String said(Finding finding) {
        String asks = switch (finding) {
            case Finding.Refuse refuse -> "refuse";
            case Finding.Refer refer -> refer.medical() ? "refer to doctor" : "refer";
            case Finding.Require require -> "require " + require.document();
            case Finding.Choose choose -> "choose " + choose.variant().word();
            case Finding.Deduct deduct -> "deduct " + deduct.deduction();
            case Finding.Note note -> "note";
        };
        return asks + ": " + finding.reason() + (finding.parameters().isEmpty() ? "" : " " + finding.parameters());
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                        treatment(),
                        rights(),
                        filing(),
                        coverage(),
                        elsewhere(),
                        files(),
                        leftByTheScheme(),
                        optam(),
                        sectors(),
                        agreement(),
                        missing())
                .flatMap(List::stream);
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

    private static Pair category(String rule, String finding, String fires, String stays) {
        return Pair.french(rule, finding, l -> l.category = fires, l -> l.category = stays);
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
