package io.bareme.adjudication;

import static io.bareme.adjudication.SmallEdition.DAY;
import static io.bareme.adjudication.SmallEdition.claim;
import static io.bareme.adjudication.SmallEdition.euros;
import static io.bareme.adjudication.SmallEdition.french;
import static io.bareme.adjudication.SmallEdition.line;
import static io.bareme.adjudication.SmallEdition.rights;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.Unit;
import io.bareme.values.Rate;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Formula CHARGE =
            new Formula.Term(new Measure.Share(Rate.WHOLE, Basis.CHARGE), Reading.INCLUDING_COMPULSORY);
    private static final String TWO_YEARS = "H1/E-p/all/0/P1/months-24-from-";

    private static Formula limited(Limit limit) {
        return new Formula.Limited(CHARGE, List.of(limit), null);
    }

    private static Limit amount(String euros, Period period, Scope scope) {
        return new Limit.AmountLimit(new Measure.Fixed(euros(euros)), period, scope, Reading.ON_TOP);
    }

    private static Consumption used(Map<String, String> amounts) {
        Map<String, Consumption.Counter> counters = new HashMap<>();
        amounts.forEach((key, amount) -> counters.put(key, new Consumption.Counter(euros(amount), 0, 3)));
        return new Consumption(counters);
    }

    private static CareLine told(
            CareLine line, @Nullable String part, @Nullable String illness, @Nullable String group) {
        return new CareLine(
                line.number(),
                line.act(),
                line.date(),
                line.quantity(),
                null,
                line.charge(),
                line.given(),
                new CareLine.Circumstances(
                        CareLine.Pathway.INSIDE, Set.of(), null, null, null, part, false, false, illness, null),
                group);
    }

    private static Decision decide(Formula formula, Consumption used, CareLine... lines) {
        return french().pays("p", formula).decide(claim(lines), rights(Scheme.FR_GENERAL, "p"), used);
    }

    private static List<String> reasons(LineDecision line) {
        return line.findings().stream().map(Finding::reason).toList();
    }

    private static LineDecision first(Decision decision) {
        return decision.lines().getFirst();
    }

    @Test
    void a_limit_that_is_used_up_pays_nothing_and_says_so() {
        Limit limit = amount("100.00", new Period.CivilYear(), Scope.BENEFICIARY);
        LineDecision line = first(
                decide(limited(limit), used(Map.of("H1/E-p/all/0/P1/2024", "100.00")), line(1, "osteopathy", "50.00")));

        assertThat(line.shares().complementary()).isEqualTo(euros("0.00"));
        assertThat(line.verdict()).isEqualTo(Verdict.APPROVED_IN_PART);
        assertThat(line.findings()).singleElement().satisfies(note -> {
            assertThat(note).isInstanceOf(Finding.Note.class);
            assertThat(note.reason()).isEqualTo("limit-used-up");
            assertThat(note.parameters()).containsEntry("period", "civil-year").containsEntry("left", "0.00 EUR");
        });
    }

    @Test
    void a_limit_that_gives_less_says_what_was_left_and_what_was_asked() {
        Limit limit = amount("100.00", new Period.CivilYear(), Scope.BENEFICIARY);
        LineDecision line = first(
                decide(limited(limit), used(Map.of("H1/E-p/all/0/P1/2024", "70.00")), line(1, "osteopathy", "50.00")));

        assertThat(line.findings()).singleElement().satisfies(note -> {
            assertThat(note.reason()).isEqualTo("limit-reduced");
            assertThat(note.parameters()).containsEntry("left", "30.00 EUR").containsEntry("asked", "50.00 EUR");
        });
    }

    @Test
    void a_limit_that_leaves_all_there_is_to_pay_takes_nothing_from_the_verdict() {
        Measure hundred = new Measure.Fixed(euros("100.00"));
        Formula yearly = new Formula.Limited(
                new Formula.Term(hundred, Reading.ON_TOP),
                List.of(new Limit.AmountLimit(hundred, new Period.CivilYear(), Scope.BENEFICIARY, Reading.ON_TOP)),
                null);
        LineDecision line =
                first(decide(yearly, used(Map.of("H1/E-p/all/0/P1/2024", "70.00")), line(1, "osteopathy", "20.00")));

        assertThat(line.shares().complementary()).isEqualTo(euros("20.00"));
        assertThat(line.verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(line.findings()).isEmpty();
    }

    @Test
    void a_limit_by_tooth_asks_for_the_tooth_and_counts_nothing_until_it_is_said() {
        Limit limit = amount("300.00", new Period.CivilYear(), Scope.TOOTH);
        Decision silent = decide(limited(limit), Consumption.NONE, line(1, "osteopathy", "500.00"));
        Decision said =
                decide(limited(limit), Consumption.NONE, told(line(1, "osteopathy", "500.00"), "16", null, null));

        assertThat(silent.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(reasons(first(silent))).contains("limit-needs-part");
        assertThat(first(silent).findings())
                .anySatisfy(finding -> assertThat(finding)
                        .isInstanceOfSatisfying(
                                Finding.Require.class,
                                required -> assertThat(required.document()).isEqualTo("part")));
        assertThat(silent.movements()).isEmpty();
        assertThat(said.movements()).extracting(Decision.Movement::key).containsExactly("H1/E-p/all/0/P1:16/2024");
    }

    @Test
    void each_tooth_has_its_own_allowance() {
        Limit limit = amount("300.00", new Period.CivilYear(), Scope.TOOTH);
        Decision decision = decide(
                limited(limit),
                Consumption.NONE,
                told(line(1, "osteopathy", "500.00"), "16", null, null),
                told(line(2, "osteopathy", "500.00"), "17", null, null),
                told(line(3, "osteopathy", "500.00"), "16", null, null));

        assertThat(decision.lines())
                .extracting(line -> line.shares().complementary())
                .containsExactly(euros("300.00"), euros("300.00"), euros("0.00"));
    }

    @Test
    void a_limit_by_illness_counts_each_illness_apart_and_asks_which_it_is() {
        Limit limit = amount("100.00", new Period.IllnessYear(), Scope.BENEFICIARY);
        Decision decision = decide(
                limited(limit),
                Consumption.NONE,
                told(line(1, "osteopathy", "80.00"), null, "asthma", null),
                told(line(2, "osteopathy", "80.00"), null, "diabetes", null),
                told(line(3, "osteopathy", "80.00"), null, "asthma", null),
                line(4, "osteopathy", "80.00"));

        assertThat(decision.lines())
                .extracting(line -> line.shares().complementary())
                .startsWith(euros("80.00"), euros("80.00"), euros("20.00"));
        assertThat(decision.lines().get(3).verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(reasons(decision.lines().get(3))).contains("limit-needs-illness");
    }

    @Test
    void a_semester_of_treatment_runs_six_months_from_the_care_that_opened_it() {
        Limit limit = amount("500.00", new Period.Semester(), Scope.BENEFICIARY);
        LocalDate may = LocalDate.of(2024, 5, 20);
        Decision decision = decide(
                limited(limit),
                Consumption.NONE,
                line(1, "osteopathy", "400.00", 1, may),
                line(2, "osteopathy", "400.00", 1, LocalDate.of(2024, 7, 2)),
                line(3, "osteopathy", "400.00", 1, LocalDate.of(2024, 11, 20)));

        assertThat(decision.lines())
                .extracting(line -> line.shares().complementary())
                .containsExactly(euros("400.00"), euros("100.00"), euros("400.00"));
    }

    @Test
    void care_known_out_of_order_of_its_date_never_gets_a_second_allowance() {
        Limit limit = amount("300.00", new Period.Rolling(24), Scope.BENEFICIARY);
        Consumption later = used(Map.of(TWO_YEARS + "2024-09-01", "300.00"));
        Decision decision = decide(limited(limit), later, line(1, "osteopathy", "200.00"));

        assertThat(first(decision).shares().complementary()).isEqualTo(euros("0.00"));
        assertThat(first(decision).verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(first(decision).findings()).anySatisfy(finding -> {
            assertThat(finding.reason()).isEqualTo("limit-out-of-order");
            assertThat(finding.parameters()).containsEntry("later", "2024-09-01");
        });
    }

    @Test
    void care_known_out_of_order_counts_in_the_later_window_so_that_what_follows_finds_it_there() {
        Limit limit = amount("300.00", new Period.Rolling(24), Scope.BENEFICIARY);
        Consumption later = used(Map.of(TWO_YEARS + "2024-09-01", "250.00"));
        Decision decision = decide(limited(limit), later, line(1, "osteopathy", "200.00"));

        assertThat(first(decision).shares().complementary()).isEqualTo(euros("50.00"));
        assertThat(decision.movements())
                .containsExactly(new Decision.Movement(TWO_YEARS + "2024-09-01", euros("50.00"), 0, 3));
    }

    @Test
    void care_before_a_later_window_that_its_own_would_not_reach_opens_its_own() {
        Limit limit = amount("300.00", new Period.Rolling(24), Scope.BENEFICIARY);
        Consumption later = used(Map.of(TWO_YEARS + "2026-06-03", "300.00"));
        Decision decision = decide(limited(limit), later, line(1, "osteopathy", "200.00"));

        assertThat(first(decision).shares().complementary()).isEqualTo(euros("200.00"));
        assertThat(first(decision).verdict()).isEqualTo(Verdict.APPROVED);
    }

    @Test
    void claims_decided_at_once_on_two_days_cannot_each_open_a_window() {
        Formula formula = limited(amount("300.00", new Period.Rolling(24), Scope.BENEFICIARY));
        Decision one = decide(formula, Consumption.NONE, line(1, "osteopathy", "200.00"));
        Decision other = decide(formula, Consumption.NONE, line(1, "osteopathy", "200.00", 1, DAY.plusDays(9)));

        assertThat(one.movements())
                .extracting(Decision.Movement::key)
                .containsExactly(TWO_YEARS + "2024-06-03", TWO_YEARS + "opened");
        assertThat(other.movements()).contains(new Decision.Movement(TWO_YEARS + "opened", euros("0.00"), 1, 0));
    }

    @Test
    void a_window_that_a_reservation_opened_and_gave_back_is_not_open() {
        Limit limit = amount("300.00", new Period.Rolling(24), Scope.BENEFICIARY);
        Consumption released = used(Map.of(TWO_YEARS + "2024-09-01", "0.00"));
        Decision decision = decide(limited(limit), released, line(1, "osteopathy", "200.00"));

        assertThat(first(decision).verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(first(decision).limits().getFirst().key()).isEqualTo(TWO_YEARS + "2024-06-03");
    }

    @Test
    void what_two_windows_over_one_day_used_counts_and_both_are_relied_upon() {
        Limit limit = amount("300.00", new Period.Rolling(24), Scope.BENEFICIARY);
        Consumption both = used(Map.of(TWO_YEARS + "2023-01-01", "100.00", TWO_YEARS + "2024-01-01", "150.00"));
        Decision decision = decide(limited(limit), both, line(1, "osteopathy", "200.00"));

        assertThat(first(decision).shares().complementary()).isEqualTo(euros("50.00"));
        assertThat(first(decision).limits())
                .extracting(LineDecision.LimitUse::key)
                .containsExactly(TWO_YEARS + "2023-01-01", TWO_YEARS + "2024-01-01");
    }

    @Test
    void the_fall_back_applies_to_care_known_out_of_order_when_the_later_window_is_used_up() {
        Formula beyond = new Formula.Limited(
                CHARGE,
                List.of(amount("300.00", new Period.Rolling(24), Scope.BENEFICIARY)),
                new Formula.Term(new Measure.Fixed(euros("10.00")), Reading.ON_TOP));
        Decision decision =
                decide(beyond, used(Map.of(TWO_YEARS + "2024-09-01", "300.00")), line(1, "osteopathy", "200.00"));

        assertThat(first(decision).shares().complementary()).isEqualTo(euros("10.00"));
        assertThat(first(decision).verdict()).isEqualTo(Verdict.REFERRED);
    }

    @Test
    void lines_settled_together_are_one_equipment_of_a_limit_in_number() {
        Formula one = limited(new Limit.CountLimit(1, Unit.EQUIPMENT, new Period.Rolling(24), Scope.BENEFICIARY));
        Decision decision = decide(
                one,
                Consumption.NONE,
                told(line(1, "osteopathy", "80.00", 2, DAY), null, null, "spectacles"),
                told(line(2, "osteopathy", "50.00"), null, null, "spectacles"),
                told(line(3, "osteopathy", "70.00", 1, DAY.plusDays(1)), null, null, "second"));

        assertThat(decision.lines())
                .extracting(line -> line.shares().complementary())
                .containsExactly(euros("80.00"), euros("50.00"), euros("0.00"));
        assertThat(decision.movements()).contains(new Decision.Movement(TWO_YEARS + DAY, euros("0.00"), 1, 0));
    }

    @Test
    void a_stay_is_one_however_many_days_it_has() {
        Formula two = limited(new Limit.CountLimit(2, Unit.STAY, new Period.CivilYear(), Scope.BENEFICIARY));
        Decision decision = decide(two, Consumption.NONE, line(1, "osteopathy", "700.00", 7, DAY));

        assertThat(first(decision).shares().complementary()).isEqualTo(euros("700.00"));
        assertThat(first(decision).limits().getFirst().remainingCount()).isEqualTo(1);
    }

    @Test
    void a_family_shares_one_allowance_and_a_beneficiary_has_his_own() {
        Limit family = amount("100.00", new Period.CivilYear(), Scope.FAMILY);
        Limit person = amount("100.00", new Period.CivilYear(), Scope.BENEFICIARY);
        Consumption ofTheOther = used(Map.of("H1/E-p/all/0/family/2024", "90.00", "H1/E-p/all/0/P2/2024", "90.00"));

        assertThat(first(decide(limited(family), ofTheOther, line(1, "osteopathy", "50.00")))
                        .shares()
                        .complementary())
                .isEqualTo(euros("10.00"));
        assertThat(first(decide(limited(person), ofTheOther, line(1, "osteopathy", "50.00")))
                        .shares()
                        .complementary())
                .isEqualTo(euros("50.00"));
    }
}
