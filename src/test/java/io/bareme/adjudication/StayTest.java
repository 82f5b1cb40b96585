package io.bareme.adjudication;

import static io.bareme.adjudication.SmallEdition.DAY;
import static io.bareme.adjudication.SmallEdition.claim;
import static io.bareme.adjudication.SmallEdition.euros;
import static io.bareme.adjudication.SmallEdition.french;
import static io.bareme.adjudication.SmallEdition.rights;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.guarantee.Formula;
import io.bareme.guarantee.ProductKind;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.CodeSystem;
import io.bareme.regulation.QuantityUnit;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hospital stays settled as one, by CSS L174-4 and R160-16 and the cases of the arrêté of 23 January 2008. */
class StayTest {

    private static SmallEdition edition() {
        return french().tariff("stay", "any", "200.00")
                .tariff("charge", "any", "23.00")
                .rate("fr.rate", "hospital-stay", "0.80")
                .rate("fr.rate", "daily-charge", "0")
                .quantity("fr.stay.full-cover-day", "", "31", QuantityUnit.COUNT)
                .act("stay", "hospital.stay", CareKind.HOSPITAL_STAY)
                .act("charge", "hospital.daily-charge", CareKind.DAILY_CHARGE)
                .product("p", true, ProductKind.COMPLEMENTARY, new Formula.Nothing());
    }

    private static CareLine line(int number, String act, int days, String charge) {
        return new CareLine(
                number,
                new ActCode(CodeSystem.LOCAL, act),
                DAY,
                days,
                null,
                Money.of(charge, Currency.EUR),
                CareLine.Given.NOTHING,
                CareLine.Circumstances.ORDINARY,
                "stay");
    }

    private static List<LineDecision> decide(CareLine... lines) {
        return edition()
                .decide(claim(lines), rights(Scheme.FR_GENERAL, "p"), Consumption.NONE)
                .lines();
    }

    private static Money complementary(List<LineDecision> lines) {
        return lines.stream().map(line -> line.shares().complementary()).reduce(Money.zero(Currency.EUR), Money::plus);
    }

    @Test
    void a_participation_above_the_daily_charge_absorbs_it_but_for_the_exit_day() {
        List<LineDecision> lines = decide(line(1, "charge", 11, "253.00"), line(2, "stay", 10, "2000.00"));

        assertThat(lines.get(1).shares().compulsory()).isEqualTo(euros("1600.00"));
        assertThat(lines.get(0).shares().compulsory()).isEqualTo(euros("230.00"));
        assertThat(complementary(lines)).isEqualTo(euros("423.00"));
    }

    @Test
    void a_participation_below_the_daily_charge_is_absorbed_by_it() {
        SmallEdition cheap = edition().tariff("stay", "any", "50.00");
        List<LineDecision> lines = cheap.decide(
                        claim(line(1, "stay", 10, "500.00"), line(2, "charge", 11, "253.00")),
                        rights(Scheme.FR_GENERAL, "p"),
                        Consumption.NONE)
                .lines();

        assertThat(complementary(lines)).isEqualTo(euros("253.00"));
    }

    @Test
    void a_heavy_act_frees_the_stay_and_adds_its_participation_to_the_daily_charge() {
        List<LineDecision> lines = decide(
                line(1, "stay", 10, "2000.00"), line(2, "surgery", 1, "271.70"), line(3, "charge", 11, "253.00"));

        assertThat(lines.get(0).shares().compulsory()).isEqualTo(euros("2000.00"));
        assertThat(complementary(lines)).isEqualTo(euros("277.00"));
    }

    @Test
    void from_the_thirty_first_day_nothing_is_left_and_the_daily_charge_is_due() {
        List<LineDecision> lines = decide(line(1, "stay", 35, "7000.00"), line(2, "charge", 36, "828.00"));

        assertThat(lines.get(0).shares().copayment()).isEqualTo(euros("1200.00"));
        assertThat(complementary(lines)).isEqualTo(euros("1338.00"));
    }

    @Test
    void a_charge_billed_in_three_lines_has_one_exit_day() {
        List<LineDecision> lines = decide(
                line(1, "stay", 10, "2000.00"),
                on(DAY, line(2, "charge", 4, "92.00")),
                on(DAY.plusDays(4), line(3, "charge", 4, "92.00")),
                on(DAY.plusDays(8), line(4, "charge", 3, "69.00")));

        assertThat(lines.subList(1, 4))
                .extracting(line -> line.shares().compulsory())
                .containsExactly(euros("92.00"), euros("92.00"), euros("46.00"));
        assertThat(lines).extracting(LineDecision::verdict).containsOnly(Verdict.APPROVED);
    }

    @Test
    void a_charge_for_a_second_exit_day_within_one_stay_is_referred() {
        List<LineDecision> lines = decide(
                line(1, "stay", 5, "1000.00"),
                on(DAY.plusDays(5), line(2, "stay", 5, "1000.00")),
                line(3, "charge", 6, "138.00"),
                on(DAY.plusDays(5), line(4, "charge", 6, "138.00")));

        assertThat(lines.subList(2, 4)).extracting(LineDecision::verdict).containsOnly(Verdict.REFERRED);
    }

    private static CareLine on(LocalDate day, CareLine line) {
        return new CareLine(
                line.number(),
                line.act(),
                day,
                line.quantity(),
                line.coefficient(),
                line.charge(),
                line.given(),
                line.circumstances(),
                line.group());
    }
}
