package io.bareme.adjudication;

import io.bareme.guarantee.Condition;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.QuantityUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The regulation and the acts of the invented worlds, in France and in Morocco, without any table. */
final class WorldEditions {

    private WorldEditions() {}

    /** The few rules that reckoning needs: forty points less outside the pathway, and which doctor it is. */
    private static List<Finding> rules(List<LineFacts> lines) {
        List<Finding> findings = new ArrayList<>();
        for (LineFacts line : lines) {
            if (line.pathway().equals("outside")
                    && (line.careKind().equals("doctor") || line.careKind().equals("technical"))) {
                findings.add(new Finding.Deduct(
                        "pathway", line.number(), "outside", Map.of(), Finding.Deduction.PATHWAY_PENALTY));
            }
            Condition variant = line.category().equals("non-optam") ? Condition.NON_OPTAM : Condition.OPTAM;
            findings.add(new Finding.Choose("variant", line.number(), "variant", Map.of(), variant));
        }
        return findings;
    }

    static SmallEdition france() {
        SmallEdition edition = SmallEdition.french().rules(WorldEditions::rules);
        edition.tariff("technical", "any", "28.92")
                .tariff("analysis", "any", "17.35")
                .tariff("session", "any", "16.13")
                .tariff("ambulance", "any", "61.25")
                .tariff("emergency", "any", "19.61")
                .tariff("stay", "any", "200.00")
                .tariff("cheap-stay", "any", "40.00")
                .tariff("small-fee", "any", "48.35")
                .tariff("daily-charge", "any", "23.00")
                .tariff("aid-1", "any", "400.00")
                .tariff("aid-2", "any", "400.00")
                .tariff("frame-a", "any", "9.00")
                .tariff("frame-b", "any", "0.05");
        for (String lens : List.of("simple", "complex", "very")) {
            String family = "optical.lens." + (lens.equals("very") ? "very-complex" : lens);
            edition.tariff("lens-" + lens + "-a", "any", "9.75")
                    .tariff("lens-" + lens + "-b", "any", "0.05")
                    .amount("fr.price-ceiling.lens-" + lens + "-a", "32.50")
                    .act("lens-" + lens + "-a", family + ".class-a", CareKind.DEVICE)
                    .act("lens-" + lens + "-b", family + ".class-b", CareKind.DEVICE);
        }
        String[][] rates = {
            {"technical", "0.70", "0.90"}, {"biology", "0.60", "0.90"}, {"auxiliary", "0.60", "0.90"},
            {"medicine-65", "0.65", "0.90"}, {"medicine-30", "0.30", "0.80"}, {"medicine-15", "0.15", "0.15"},
            {"transport", "0.55", "1"}, {"device", "0.60", "0.90"}, {"hospital-stay", "0.80", "1"},
            {"daily-charge", "0", "1"}, {"emergency-fee", "0", "0"}, {"dental-prosthesis", "0.60", "0.90"},
            {"orthodontics", "1", "1"}, {"hospital-fees", "0.80", "1"}, {"uncovered", "0", "0"}
        };
        for (String[] rate : rates) {
            edition.rate("fr.rate", rate[0], rate[1]).rate("fr.local-scheme.rate", rate[0], rate[2]);
        }
        String[][] maxima = {{"a", "420"}, {"b", "560"}, {"c", "700"}, {"d", "610"}, {"e", "750"}, {"f", "800"}};
        for (String[] maximum : maxima) {
            edition.quantity("fr.responsible.optical.maximum", maximum[0], maximum[1], QuantityUnit.EUR);
        }
        String[][] minima = {{"a", "50"}, {"b", "125"}, {"c", "200"}, {"d", "125"}, {"e", "200"}, {"f", "200"}};
        for (String[] minimum : minima) {
            edition.quantity("fr.responsible.optical.minimum", minimum[0], minimum[1], QuantityUnit.EUR);
        }
        return edition.amount("fr.pathway.authorised-overrun", "8.00")
                .amount("fr.responsible.optical.frame-ceiling", "100.00")
                .amount("fr.responsible.hearing.ceiling", "1700.00")
                .quantity("fr.responsible.hearing.period", "", "4", QuantityUnit.YEARS)
                .quantity("fr.responsible.optical.period", "", "2", QuantityUnit.YEARS)
                .quantity("fr.responsible.optical.child-age", "", "16", QuantityUnit.YEARS)
                .quantity("fr.responsible.optical.early-months", "child", "12", QuantityUnit.COUNT)
                .amount("fr.price-ceiling.frame-a", "30.00")
                .amount("fr.price-ceiling.crown", "500.00")
                .amount("fr.price-ceiling.aid-1", "950.00")
                .amount("fr.franchise.medicine.amount", "1.00")
                .amount("fr.franchise.auxiliary.amount", "1.00")
                .amount("fr.franchise.auxiliary.day-cap", "4.00")
                .amount("fr.franchise.transport.amount", "4.00")
                .amount("fr.franchise.transport.day-cap", "8.00")
                .rate("fr.exemption.medicine-30-rate", "", "0.30")
                .rate("fr.exemption.medicine-15-rate", "", "0.15")
                .rate("fr.exemption.emergency-fee-rate", "", "0")
                .quantity("fr.stay.full-cover-day", "", "31", QuantityUnit.DAYS)
                .act("technical", "technical-act", CareKind.TECHNICAL)
                .act("analysis", "biology", CareKind.BIOLOGY)
                .act("session", "auxiliary.physiotherapy", CareKind.AUXILIARY)
                .act("ambulance", "transport", CareKind.TRANSPORT)
                .act("emergency", "hospital.emergency-fee", CareKind.EMERGENCY_FEE)
                .act("stay", "hospital.stay", CareKind.HOSPITAL_STAY)
                .act("cheap-stay", "hospital.stay", CareKind.HOSPITAL_STAY)
                .act("small-fee", "hospital.fees.anaesthesia", CareKind.HOSPITAL_FEES)
                .act("room", "hospital.private-room", CareKind.UNCOVERED)
                .act("daily-charge", "hospital.daily-charge", CareKind.DAILY_CHARGE)
                .act("aid-1", "hearing.aid.class-i", CareKind.DEVICE)
                .act("aid-2", "hearing.aid.class-ii", CareKind.DEVICE)
                .act("frame-a", "optical.frame.class-a", CareKind.DEVICE)
                .act("frame-b", "optical.frame.class-b", CareKind.DEVICE)
                .pricedAct("medicine-65", "medicine.major", CareKind.MEDICINE_65)
                .pricedAct("medicine-30", "medicine.moderate", CareKind.MEDICINE_30)
                .pricedAct("medicine-15", "medicine.low", CareKind.MEDICINE_15);
    }

    static SmallEdition morocco() {
        SmallEdition edition = new SmallEdition();
        String[][] acts = {
            {"visit", "consultation", "150"},
            {"letter", "technical-act", "87.3333"},
            {"tooth", "dental", "262.50"},
            {"massage", "auxiliary", "50"}
        };
        CareKind[] kinds = {CareKind.CONSULTATION, CareKind.MEDICAL_ACT, CareKind.DENTAL_CARE, CareKind.AUXILIARY};
        for (int i = 0; i < acts.length; i++) {
            edition.quantity("fr.tariff." + acts[i][0], "private", acts[i][2], QuantityUnit.MAD)
                    .act(acts[i][0], acts[i][1], kinds[i])
                    .rate("ma.rate.cnss", kinds[i].word(), "0.70")
                    .rate("ma.rate.cnops", kinds[i].word(), i == 0 ? "0.80" : "0.90");
        }
        return edition.pricedAct("pills", "medicine", CareKind.MEDICINE)
                .rate("ma.rate.cnss", "medicine", "0.70")
                .rate("ma.rate.cnops", "medicine", "0.70");
    }
}
