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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A limit of 24 months of which a file gave all back, so that later care opened a window of its own; then that file is
 * corrected, and takes again of the first window.
 */
class WindowsThatOverlapTest {

    private static final String WINDOW = "H1/E-p/all/0/P1/months-24-from-";
    private static final LocalDate AUTUMN = LocalDate.of(2024, 9, 1);
    private static final Limit AMOUNT = new Limit.AmountLimit(
            new Measure.Fixed(euros("300.00")), new Period.Rolling(24), Scope.BENEFICIARY, Reading.ON_TOP);
    private static final Limit ONCE =
            new Limit.CountLimit(1, Unit.EQUIPMENT, new Period.Rolling(24), Scope.BENEFICIARY);

    /** What the file that was to be completed took for the line. */
    private static final Map<Integer, Map<String, Consumption.Taken>> EARLIER =
            Map.of(1, Map.of(WINDOW + DAY, new Consumption.Taken(euros("300.00"), 1)));

    @Test
    void a_window_taken_of_again_under_a_later_one_gives_no_second_allowance() {
        LineDecision line = decide(AMOUNT, used(DAY, "300.00", AUTUMN, "300.00"), remainder("500.00", "300.00", null))
                .lines()
                .getFirst();

        assertThat(line.verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(line.shares().complementary()).isEqualTo(euros("0.00"));
        assertThat(line.findings()).anySatisfy(finding -> {
            assertThat(finding.reason()).isEqualTo("limit-out-of-order");
            assertThat(finding.parameters()).containsEntry("later", AUTUMN.toString());
        });
        assertThat(line.limits())
                .as("the decision relies on both")
                .extracting(LineDecision.LimitUse::key)
                .containsExactly(WINDOW + DAY, WINDOW + AUTUMN);
    }

    @Test
    void what_both_windows_leave_is_told_to_who_decides() {
        Decision decision = decide(AMOUNT, used(DAY, "220.00", AUTUMN, "50.00"), remainder("500.00", "200.00", null));

        assertThat(reasons(decision)).contains("limit-out-of-order", "limit-reduced");
        assertThat(decision.lines().getFirst().shares().complementary()).isEqualTo(euros("230.00"));
        assertThat(decision.movements()).containsExactly(new Decision.Movement(WINDOW + DAY, euros("30.00"), 0, 3));
    }

    @Test
    void a_file_that_still_gives_all_of_it_back_is_not_out_of_order() {
        Decision decision =
                decide(AMOUNT, used(DAY, "300.00", AUTUMN, "300.00"), remainder("500.00", "300.00", "500.00"));

        assertThat(reasons(decision)).doesNotContain("limit-out-of-order");
        assertThat(decision.movements()).containsExactly(new Decision.Movement(WINDOW + DAY, euros("-300.00"), 0, 3));
    }

    @Test
    void care_that_falls_in_the_first_window_alone_counts_in_both() {
        Decision decision = decide(
                AMOUNT, used(DAY, "100.00", AUTUMN, "150.00"), line(1, "osteopathy", "80.00", 1, DAY.plusDays(9)));

        assertThat(reasons(decision)).contains("limit-out-of-order");
        assertThat(decision.lines().getFirst().shares().complementary()).isEqualTo(euros("50.00"));
    }

    @Test
    void a_limit_in_number_is_used_up_by_the_later_window_too() {
        Consumption both = new Consumption(
                Map.of(
                        WINDOW + DAY, new Consumption.Counter(euros("0.00"), 1, 3),
                        WINDOW + AUTUMN, new Consumption.Counter(euros("0.00"), 1, 3)),
                EARLIER);
        Decision decision = decide(ONCE, both, remainder("500.00", "300.00", null));

        assertThat(reasons(decision)).contains("limit-out-of-order", "limit-used-up");
        assertThat(decision.lines().getFirst().shares().complementary()).isEqualTo(euros("0.00"));
    }

    private static Decision decide(Limit limit, Consumption used, CareLine line) {
        Formula charge = new Formula.Term(new Measure.Share(Rate.WHOLE, Basis.REMAINDER), Reading.ON_TOP);
        Claim claim = claim(line(1, "osteopathy", "1.00"));
        Claim file = new Claim(
                claim.kind(),
                claim.person(),
                claim.received(),
                claim.thirdParty(),
                claim.provider(),
                null,
                null,
                List.of(line),
                List.of(),
                Dossier.REMAINDER,
                null,
                null,
                null);
        return french().pays("p", new Formula.Limited(charge, List.of(limit), null))
                .decide(file, rights(Scheme.FR_GENERAL, "p"), used);
    }

    private static CareLine remainder(String charge, String alreadyPaid, @Nullable String compulsory) {
        CareLine line = line(1, "osteopathy", charge);
        return new CareLine(
                line.number(),
                line.act(),
                line.date(),
                line.quantity(),
                null,
                line.charge(),
                new CareLine.Given(null, compulsory == null ? null : euros(compulsory), null, euros(alreadyPaid), null),
                line.circumstances(),
                null);
    }

    private static Consumption used(LocalDate first, String amount, LocalDate second, String other) {
        Map<String, Consumption.Counter> counters = new HashMap<>();
        counters.put(WINDOW + first, new Consumption.Counter(euros(amount), 0, 3));
        counters.put(WINDOW + second, new Consumption.Counter(euros(other), 0, 3));
        return new Consumption(counters, EARLIER);
    }

    private static List<String> reasons(Decision decision) {
        return decision.lines().getFirst().findings().stream()
                .map(Finding::reason)
                .toList();
    }
}
