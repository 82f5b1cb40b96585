package io.bareme.adjudication;

import static io.bareme.adjudication.SmallEdition.DAY;
import static io.bareme.adjudication.SmallEdition.claim;
import static io.bareme.adjudication.SmallEdition.euros;
import static io.bareme.adjudication.SmallEdition.french;
import static io.bareme.adjudication.SmallEdition.line;
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
import io.bareme.regulation.QuantityUnit;
import io.bareme.values.Currency;
import io.bareme.values.Rate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdjudicatorTest {

    private static final Formula.Term BASE_150 =
            new Formula.Term(new Measure.Share(Rate.percent("150"), Basis.BASE), Reading.INCLUDING_COMPULSORY);
    private static final Formula.Term COPAYMENT =
            new Formula.Term(new Measure.Share(Rate.WHOLE, Basis.COPAYMENT), Reading.ON_TOP);

    private static Formula euros400AYear() {
        Measure amount = new Measure.Fixed(euros("100.00"));
        return new Formula.Limited(
                new Formula.Term(amount, Reading.ON_TOP),
                List.of(new Limit.AmountLimit(amount, new Period.CivilYear(), Scope.BENEFICIARY, Reading.ON_TOP)),
                null);
    }

    @Test
    void a_doctor_without_optam_at_60_euros_leaves_27_50_under_150_percent_of_the_base() {
        Shares shares =
                french().pays("p", BASE_150).decide(line(1, "g", "60.00"), "p").shares();

        assertThat(shares.compulsory()).isEqualTo(euros("16.10"));
        assertThat(shares.participation()).isEqualTo(euros("2.00"));
        assertThat(shares.compulsoryNet()).isEqualTo(euros("14.10"));
        assertThat(shares.complementary()).isEqualTo(euros("18.40"));
        assertThat(shares.member().total()).isEqualTo(euros("27.50"));
        assertThat(shares.member().overrun()).isEqualTo(euros("25.50"));
        assertThat(shares.payableAtCounter()).isEqualTo(euros("25.50"));
    }

    @Test
    void an_entitlement_is_rounded_half_up_before_the_compulsory_share_is_taken_off() {
        Formula formula =
                new Formula.Term(new Measure.Share(Rate.percent("125"), Basis.BASE), Reading.INCLUDING_COMPULSORY);
        Shares shares = french().pays("p", formula)
                .decide(line(1, "semester", "720.00"), "p")
                .shares();

        assertThat(shares.complementary()).isEqualTo(euros("48.38"));
    }

    @Test
    void outside_the_pathway_the_penalty_stays_with_the_member() {
        SmallEdition edition = french().pays("p", BASE_150)
                .rules(lines -> List.of(new Finding.Deduct(
                        "pathway", 1, "outside-pathway", Map.of(), Finding.Deduction.PATHWAY_PENALTY)));
        Claim claim = claim(Provider.Category.OPTAM, line(1, "g", "26.50"));
        Shares shares = edition.decide(claim, rights(Scheme.FR_GENERAL, "p"), Consumption.NONE)
                .lines()
                .get(0)
                .shares();

        assertThat(shares.compulsory()).isEqualTo(euros("18.55"));
        assertThat(shares.pathwayPenalty()).isEqualTo(euros("10.60"));
        assertThat(shares.complementary()).isEqualTo(euros("7.95"));
        assertThat(shares.member().total()).isEqualTo(euros("12.60"));
    }

    @Test
    void the_local_scheme_pays_before_the_complementary() {
        Claim claim = claim(Provider.Category.OPTAM, line(1, "g", "26.50"));
        Shares shares = french().pays("p", COPAYMENT)
                .decide(claim, rights(Scheme.FR_ALSACE_MOSELLE, "p"), Consumption.NONE)
                .lines()
                .get(0)
                .shares();

        assertThat(shares.localScheme()).isEqualTo(euros("5.30"));
        assertThat(shares.complementary()).isEqualTo(euros("2.65"));
    }

    @Test
    void the_solidarity_cover_bears_copayment_and_takes_no_participation() {
        Claim claim = claim(Provider.Category.OPTAM, line(1, "g", "26.50"));
        Shares shares = french().decide(claim, rights(Scheme.FR_C2S), Consumption.NONE)
                .lines()
                .get(0)
                .shares();

        assertThat(shares.solidarity()).isEqualTo(euros("7.95"));
        assertThat(shares.member().total()).isEqualTo(euros("0.00"));
    }

    @Test
    void a_heavy_act_leaves_a_flat_participation_that_a_responsible_contract_owes() {
        Shares shares = french().product("p", true, ProductKind.COMPLEMENTARY, new Formula.Nothing())
                .decide(line(1, "surgery", "271.70"), "p")
                .shares();

        assertThat(shares.rate()).isNull();
        assertThat(shares.compulsory()).isEqualTo(euros("247.70"));
        assertThat(shares.complementary()).isEqualTo(euros("24.00"));
    }

    @Test
    void a_responsible_contract_pays_no_more_than_the_base_on_overruns_without_optam() {
        Formula charge = new Formula.Term(new Measure.Share(Rate.WHOLE, Basis.CHARGE), Reading.INCLUDING_COMPULSORY);
        Shares shares = french().product("p", true, ProductKind.COMPLEMENTARY, charge)
                .decide(line(1, "g", "80.00"), "p")
                .shares();

        assertThat(shares.complementary()).isEqualTo(euros("29.90"));
    }

    @Test
    void an_envelope_gives_what_earlier_care_left_and_says_what_remains() {
        SmallEdition edition = french().pays("p", euros400AYear());
        String key = "H1/E-p/all/0/P1/2024";
        Consumption used = new Consumption(Map.of(key, new Consumption.Counter(euros("70.00"), 0, 7)));
        Decision decision = edition.decide(claim(line(1, "osteopathy", "50.00")), rights(Scheme.FR_GENERAL, "p"), used);
        LineDecision line = decision.lines().get(0);

        assertThat(line.shares().complementary()).isEqualTo(euros("30.00"));
        assertThat(line.verdict()).isEqualTo(Verdict.APPROVED_IN_PART);
        assertThat(line.limits().get(0).remainingAmount()).isEqualTo(euros("0.00"));
        assertThat(decision.movements()).containsExactly(new Decision.Movement(key, euros("30.00"), 0, 7));
    }

    @Test
    void an_envelope_counts_what_is_paid_not_what_was_promised() {
        Decision decision = french().pays("p", euros400AYear())
                .decide(claim(line(1, "osteopathy", "40.00")), rights(Scheme.FR_GENERAL, "p"), Consumption.NONE);

        assertThat(decision.movements().get(0).amount()).isEqualTo(euros("40.00"));
    }

    @Test
    void lines_of_one_claim_share_an_envelope_in_the_order_of_their_dates() {
        Decision decision = french().pays("p", euros400AYear())
                .decide(
                        claim(
                                line(1, "osteopathy", "60.00", 1, DAY.plusDays(1)),
                                line(2, "osteopathy", "60.00", 1, DAY)),
                        rights(Scheme.FR_GENERAL, "p"),
                        Consumption.NONE);

        assertThat(decision.lines().get(0).shares().complementary()).isEqualTo(euros("40.00"));
        assertThat(decision.lines().get(1).shares().complementary()).isEqualTo(euros("60.00"));
    }

    @Test
    void a_limit_in_sessions_pays_those_that_are_left() {
        Formula formula = new Formula.Limited(
                new Formula.PerUnit(new Formula.Term(new Measure.Fixed(euros("35.00")), Reading.ON_TOP), Unit.SESSION),
                List.of(new Limit.CountLimit(3, Unit.SESSION, new Period.CivilYear(), Scope.BENEFICIARY)),
                null);
        String key = "H1/E-p/all/0/P1/2024";
        Consumption used = new Consumption(Map.of(key, new Consumption.Counter(euros("0.00"), 2, 4)));
        Decision decision = french().pays("p", formula)
                .decide(claim(line(1, "osteopathy", "100.00", 2, DAY)), rights(Scheme.FR_GENERAL, "p"), used);

        assertThat(decision.lines().get(0).shares().complementary()).isEqualTo(euros("35.00"));
        assertThat(decision.movements()).containsExactly(new Decision.Movement(key, euros("0.00"), 1, 4));
    }

    @Test
    void a_second_contract_sees_what_the_first_left() {
        SmallEdition edition = french().pays("first", COPAYMENT).pays("second", BASE_150);
        Shares shares = edition.decide(line(1, "g", "28.00"), "first", "second").shares();

        assertThat(shares.contracts())
                .extracting(Shares.ContractShare::amount)
                .containsExactly(euros("6.90"), euros("5.00"));
    }

    @Test
    void an_option_that_includes_the_base_takes_off_what_the_base_pays() {
        SmallEdition edition = french().pays("base", COPAYMENT).product("option", false, ProductKind.OPTION, BASE_150);
        Shares shares = edition.decide(line(1, "g", "60.00"), "base", "option").shares();

        assertThat(shares.contracts())
                .extracting(Shares.ContractShare::amount)
                .containsExactly(euros("6.90"), euros("11.50"));
    }

    @Test
    void a_value_that_is_not_established_refers_the_line_and_is_named() {
        LineDecision line =
                french().without("fr.participation.amount").pays("p", BASE_150).decide(line(1, "g", "60.00"), "p");

        assertThat(line.verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(line.findings().get(0).parameters()).containsEntry("quantity", "fr.participation.amount");
    }

    @Test
    void a_refused_line_is_borne_by_the_member_as_refused() {
        SmallEdition edition = french().pays("p", BASE_150)
                .rules(lines -> List.of(new Finding.Refuse("rights-closed", 1, "rights-closed", Map.of())));
        LineDecision line = edition.decide(line(1, "g", "60.00"), "p");

        assertThat(line.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(line.shares().member().refused()).isEqualTo(euros("43.90"));
        assertThat(line.shares().member().participation()).isEqualTo(euros("2.00"));
    }

    @Test
    void two_variants_that_exclude_each_other_refer_the_line_naming_both() {
        SmallEdition edition = french().pays("p", BASE_150)
                .rules(lines -> List.of(
                        new Finding.Choose("a", 1, "v", Map.of(), Condition.OPTAM),
                        new Finding.Choose("b", 1, "v", Map.of(), Condition.NON_OPTAM)));
        LineDecision line = edition.decide(line(1, "g", "60.00"), "p");

        assertThat(line.verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(line.findings())
                .anySatisfy(finding -> assertThat(finding.parameters())
                        .containsEntry("first", "optam")
                        .containsEntry("second", "non-optam"));
    }

    @Test
    void an_unknown_act_leaves_the_whole_charge_and_keeps_the_shares_adding_up() {
        Shares shares = french().pays("p", BASE_150)
                .decide(line(1, "unheard-of", "60.00"), "p")
                .shares();

        assertThat(shares.complementary()).isEqualTo(euros("0.00"));
        assertThat(shares.member().total()).isEqualTo(euros("60.00"));
    }

    @Test
    void an_option_that_includes_the_base_never_pays_beyond_its_own_limit_over_the_year() {
        SmallEdition edition =
                french().pays("base", yearly("200.00")).product("option", false, ProductKind.OPTION, yearly("400.00"));
        Decision decision = edition.decide(
                claim(line(1, "osteopathy", "600.00", 1, DAY), line(2, "osteopathy", "600.00", 1, DAY.plusDays(30))),
                rights(Scheme.FR_GENERAL, "option", "base"),
                Consumption.NONE);

        assertThat(decision.lines().get(0).shares().complementary()).isEqualTo(euros("400.00"));
        assertThat(decision.lines().get(1).shares().complementary()).isEqualTo(euros("0.00"));
    }

    private static Formula yearly(String amount) {
        Measure most = new Measure.Fixed(euros(amount));
        return new Formula.Limited(
                new Formula.Term(most, Reading.ON_TOP),
                List.of(new Limit.AmountLimit(most, new Period.CivilYear(), Scope.BENEFICIARY, Reading.ON_TOP)),
                null);
    }

    @Test
    void overruns_without_optam_stay_20_points_below_those_with_it() {
        SmallEdition edition = french().product("p", true, ProductKind.COMPLEMENTARY, BASE_150)
                .rules(lines -> List.of(new Finding.Choose("v", 1, "v", Map.of(), Condition.NON_OPTAM)));
        Shares shares = edition.decide(line(1, "g", "60.00"), "p").shares();

        assertThat(shares.complementary()).isEqualTo(euros("13.80"));
    }

    @Test
    void without_a_line_for_optam_a_responsible_contract_pays_the_copayment_alone_at_a_doctor_without() {
        SmallEdition edition = french().table(
                        "p",
                        true,
                        ProductKind.COMPLEMENTARY,
                        Currency.EUR,
                        false,
                        List.of(SmallEdition.cell("non-optam", "consultation", Set.of(Condition.NON_OPTAM), BASE_150)))
                .rules(lines -> List.of(new Finding.Choose("v", 1, "v", Map.of(), Condition.NON_OPTAM)));

        assertThat(edition.decide(line(1, "g", "60.00"), "p").shares().complementary())
                .isEqualTo(euros("6.90"));
    }

    @Test
    void a_figure_that_contradicts_the_regulation_is_kept_and_left_to_a_person() {
        CareLine stated = new CareLine(
                1,
                line(1, "g", "60.00").act(),
                DAY,
                1,
                null,
                euros("60.00"),
                new CareLine.Given(euros("50.00"), null, null),
                CareLine.Circumstances.ORDINARY,
                null);
        LineDecision line = french().pays("p", BASE_150).decide(stated, "p");

        assertThat(line.shares().base()).isEqualTo(euros("50.00"));
        assertThat(line.verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(line.findings())
                .anySatisfy(finding -> assertThat(finding.parameters())
                        .containsEntry("stated", "50.00 EUR")
                        .containsEntry("regulated", "23.00 EUR"));
    }

    @Test
    void a_tariff_of_another_country_is_left_to_a_person() {
        SmallEdition edition = french().quantity("fr.tariff.g", "non-optam", "80", QuantityUnit.MAD);
        LineDecision line = edition.decide(line(1, "g", "60.00"));

        assertThat(line.verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(line.findings()).extracting(Finding::reason).contains("act-foreign");
    }

    @Test
    void what_is_deducted_and_what_is_told_of_it_are_the_same() {
        LineDecision line = french().decide(line(1, "g", "2.00"));

        assertThat(line.shares().participation()).isEqualTo(euros("1.40"));
        assertThat(line.steps())
                .anySatisfy(step -> assertThat(step)
                        .extracting(Step::code, Step::amount)
                        .containsExactly("participation", euros("1.40")));
    }
}
