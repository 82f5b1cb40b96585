package io.bareme.adjudication;

import static io.bareme.adjudication.SmallEdition.DAY;
import static io.bareme.adjudication.SmallEdition.euros;
import static io.bareme.adjudication.SmallEdition.french;
import static io.bareme.adjudication.SmallEdition.rights;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.ProductKind;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.Unit;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.QuantityUnit;
import io.bareme.values.Currency;
import io.bareme.values.Rate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the slow settlement found the engine to reckon wrong, each worked by hand from the article. */
class SecondOpinionFindingsTest {

    private static Formula base(String percent, Reading reading) {
        return new Formula.Term(new Measure.Share(Rate.percent(percent), Basis.BASE), reading);
    }

    /** Whoever goes outside the pathway is penalised; the doctor is without OPTAM unless the charge says otherwise. */
    private static List<Finding> rules(List<LineFacts> lines, Condition variant, boolean outside) {
        return lines.stream()
                .flatMap(line -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                (Finding) new Finding.Choose("variant", line.number(), "variant", Map.of(), variant)),
                        outside
                                ? java.util.stream.Stream.of((Finding) new Finding.Deduct(
                                        "pathway",
                                        line.number(),
                                        "outside",
                                        Map.of(),
                                        Finding.Deduction.PATHWAY_PENALTY))
                                : java.util.stream.Stream.empty()))
                .toList();
    }

    private static Shares decide(SmallEdition edition, Rights rights, Provider.Category category, CareLine line) {
        return edition.decide(SmallEdition.claim(category, line), rights, Consumption.NONE)
                .lines()
                .getFirst()
                .shares();
    }

    @Test
    void each_act_outside_the_pathway_bears_its_own_penalty() {
        SmallEdition edition = french().rules(lines -> rules(lines, Condition.OPTAM, true));

        Shares shares = decide(
                edition,
                rights(Scheme.FR_GENERAL),
                Provider.Category.OPTAM,
                SmallEdition.line(1, "g", "53.00", 2, DAY));

        assertThat(shares.compulsory()).isEqualTo(euros("37.10"));
        assertThat(shares.pathwayPenalty()).isEqualTo(euros("21.20"));
    }

    @Test
    void the_authorised_overrun_of_each_act_outside_the_pathway_is_never_paid() {
        SmallEdition edition = french().amount("fr.pathway.authorised-overrun", "8.00")
                .rules(lines -> rules(lines, Condition.OPTAM, true))
                .product("p", true, ProductKind.COMPLEMENTARY, base("400", Reading.INCLUDING_COMPULSORY));

        Shares shares = decide(
                edition,
                rights(Scheme.FR_GENERAL, "p"),
                Provider.Category.OPTAM,
                SmallEdition.line(1, "g", "80.00", 2, DAY));

        // 80 - 37.10 leaves 42.90: copayment 15.90 and overrun 27.00, of which 16.00 is never paid.
        assertThat(shares.complementary()).isEqualTo(euros("26.90"));
    }

    @Test
    void the_regime_local_pays_what_a_long_term_illness_still_leaves_on_a_medicine_at_30_percent() {
        SmallEdition edition = french().pricedAct("pills", "medicine.moderate", CareKind.MEDICINE_30)
                .rate("fr.rate", "medicine-30", "0.30")
                .rate("fr.exemption.medicine-30-rate", "", "0.30")
                .rate("fr.local-scheme.rate", "medicine-30", "0.80")
                .amount("fr.franchise.medicine.amount", "1.00");
        Rights ill =
                new Rights("P1", "H1", SmallEdition.BORN, Scheme.FR_ALSACE_MOSELLE, Set.of(Exemption.ALD), List.of());

        Shares shares = decide(edition, ill, Provider.Category.UNSPECIFIED, SmallEdition.line(1, "pills", "20.00"));

        assertThat(shares.compulsory()).isEqualTo(euros("6.00"));
        assertThat(shares.localScheme()).isEqualTo(euros("10.00"));
    }

    @Test
    void the_penalty_that_the_c2s_bears_does_not_lessen_what_a_contract_may_pay() {
        SmallEdition edition = french().rules(lines -> rules(lines, Condition.OPTAM, true))
                .pays("p", base("400", Reading.INCLUDING_COMPULSORY));

        Shares shares = decide(
                edition, rights(Scheme.FR_C2S, "p"), Provider.Category.OPTAM, SmallEdition.line(1, "g", "40.00"));

        // Charge 40.00: scheme 18.55 less 10.60, C2S 7.95 and the penalty, the contract the overrun of 13.50.
        assertThat(shares.solidarity()).isEqualTo(euros("18.55"));
        assertThat(shares.complementary()).isEqualTo(euros("13.50"));
        assertThat(shares.member().total()).isEqualTo(euros("0.00"));
    }

    @Test
    void an_option_on_top_adds_to_its_base_contract_at_a_doctor_without_optam() {
        SmallEdition edition = french().rules(lines -> rules(lines, Condition.NON_OPTAM, false))
                .table(
                        "base",
                        true,
                        ProductKind.COMPLEMENTARY,
                        Currency.EUR,
                        false,
                        List.of(
                                SmallEdition.cell(
                                        "o",
                                        "care",
                                        Set.of(Condition.OPTAM),
                                        base("150", Reading.INCLUDING_COMPULSORY)),
                                SmallEdition.cell(
                                        "n",
                                        "care",
                                        Set.of(Condition.NON_OPTAM),
                                        base("130", Reading.INCLUDING_COMPULSORY))))
                .table(
                        "option",
                        true,
                        ProductKind.OPTION,
                        Currency.EUR,
                        false,
                        List.of(
                                SmallEdition.cell("o", "care", Set.of(Condition.OPTAM), base("50", Reading.ON_TOP)),
                                SmallEdition.cell(
                                        "n", "care", Set.of(Condition.NON_OPTAM), base("30", Reading.ON_TOP))));

        Shares shares = decide(
                edition,
                rights(Scheme.FR_GENERAL, "base", "option"),
                Provider.Category.NON_OPTAM,
                SmallEdition.line(1, "g", "60.00"));

        // OPTAM: 200 % in all; without: 130 % + 30 % = 160 %, below 200 - 20. 23 × 130 % = 29.90 - 16.10; 23 × 30 % =
        // 6.90.
        assertThat(shares.contracts().get(0).amount()).isEqualTo(euros("13.80"));
        assertThat(shares.contracts().get(1).amount()).isEqualTo(euros("6.90"));
    }

    @Test
    void each_limit_in_number_counts_the_sessions_that_all_of_them_let_be_paid() {
        Formula each =
                new Formula.PerUnit(new Formula.Term(new Measure.Fixed(euros("30.00")), Reading.ON_TOP), Unit.SESSION);
        Limit oneAYear = new Limit.CountLimit(1, Unit.SESSION, new Period.CivilYear(), Scope.BENEFICIARY);
        Limit threeForLife = new Limit.CountLimit(3, Unit.SESSION, new Period.Lifetime(), Scope.BENEFICIARY);
        SmallEdition edition = french().pays("p", new Formula.Limited(each, List.of(oneAYear, threeForLife), null));
        Map<String, Consumption.Counter> used = new HashMap<>();
        Rights rights = rights(Scheme.FR_GENERAL, "p");

        for (int year = 0; year < 3; year++) {
            Decision decision = edition.decide(
                    SmallEdition.claim(SmallEdition.line(1, "osteopathy", "360.00", 6, DAY.plusYears(year))),
                    rights,
                    new Consumption(used));
            assertThat(decision.lines().getFirst().shares().complementary()).isEqualTo(euros("30.00"));
            SecondOpinionTest.record(used, decision);
        }
    }

    private static CareLine part(int number, String act, String charge) {
        return SmallEdition.line(number, act, DAY, 1, euros(charge), null, "spectacles", CareLine.Pathway.INSIDE);
    }

    @Test
    void the_minimum_of_an_equipment_never_takes_its_frame_above_the_frames_own_ceiling() {
        SmallEdition edition = french().tariff("lens", "any", "0.05")
                .tariff("frame", "any", "0.05")
                .rate("fr.rate", "device", "0.60")
                .quantity("fr.responsible.optical.maximum", "c", "700", QuantityUnit.EUR)
                .quantity("fr.responsible.optical.minimum", "c", "200", QuantityUnit.EUR)
                .amount("fr.responsible.optical.frame-ceiling", "100.00")
                .act("lens", "optical.lens.complex.class-b", CareKind.DEVICE)
                .act("frame", "optical.frame.class-b", CareKind.DEVICE)
                .rules(lines -> List.of(new Finding.Refuse("doubled", 2, "doubled", Map.of())))
                .product(
                        "p",
                        true,
                        ProductKind.COMPLEMENTARY,
                        new Formula.Term(new Measure.Fixed(euros("40.00")), Reading.ON_TOP));

        List<LineDecision> lines = edition.decide(
                        SmallEdition.claim(
                                part(1, "lens", "300.00"), part(2, "lens", "300.00"), part(3, "frame", "400.00")),
                        rights(Scheme.FR_GENERAL, "p"),
                        Consumption.NONE)
                .lines();

        assertThat(lines.get(2).shares().complementary()).isEqualTo(euros("99.97"));
    }

    @Test
    void the_same_word_in_another_claim_is_another_equipment() {
        Limit equipment = new Limit.AmountLimit(
                new Measure.Fixed(euros("100.00")), new Period.Equipment(), Scope.BENEFICIARY, Reading.ON_TOP);
        SmallEdition edition = french().tariff("lens", "any", "0.05")
                .rate("fr.rate", "device", "0.60")
                .act("lens", "optical.lens.simple.class-b", CareKind.DEVICE)
                .pays(
                        "p",
                        new Formula.Limited(
                                new Formula.Term(new Measure.Share(Rate.WHOLE, Basis.CHARGE), Reading.ON_TOP),
                                List.of(equipment),
                                null));
        Map<String, Consumption.Counter> used = new HashMap<>();

        for (int year = 0; year < 3; year++) {
            CareLine lens = SmallEdition.line(
                    1, "lens", DAY.plusYears(year), 1, euros("300.00"), null, "spectacles", CareLine.Pathway.INSIDE);
            Decision decision =
                    edition.decide(SmallEdition.claim(lens), rights(Scheme.FR_GENERAL, "p"), new Consumption(used));
            assertThat(decision.lines().getFirst().shares().complementary()).isEqualTo(euros("100.00"));
            SecondOpinionTest.record(used, decision);
        }
    }

    @Test
    void a_hearing_aid_renewed_early_has_its_copayment_paid_once_by_all_responsible_contracts() {
        Formula onTop = new Formula.Term(new Measure.Fixed(euros("300.00")), Reading.ON_TOP);
        SmallEdition edition = french().tariff("aid", "any", "400.00")
                .rate("fr.rate", "device", "0.60")
                .amount("fr.responsible.hearing.ceiling", "1700.00")
                .quantity("fr.responsible.hearing.period", "", "4", QuantityUnit.YEARS)
                .act("aid", "hearing.aid.class-ii", CareKind.DEVICE)
                .product("first", true, ProductKind.COMPLEMENTARY, base("100", Reading.INCLUDING_COMPULSORY))
                .product("second", true, ProductKind.COMPLEMENTARY, onTop);
        Map<String, Consumption.Counter> used = new HashMap<>();
        String[][] paid = {{"160.00", "300.00"}, {"160.00", "0.00"}};

        for (int year = 0; year < 2; year++) {
            CareLine aid = SmallEdition.line(
                    1, "aid", DAY.plusYears(year), 1, euros("1000.00"), "left", null, CareLine.Pathway.INSIDE);
            Decision decision = edition.decide(
                    SmallEdition.claim(aid), rights(Scheme.FR_GENERAL, "first", "second"), new Consumption(used));
            assertThat(decision.lines().getFirst().shares().contracts())
                    .extracting(Shares.ContractShare::amount)
                    .containsExactly(euros(paid[year][0]), euros(paid[year][1]));
            SecondOpinionTest.record(used, decision);
        }
    }
}
