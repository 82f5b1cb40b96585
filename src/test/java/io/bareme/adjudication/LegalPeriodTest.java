package io.bareme.adjudication;

import static io.bareme.adjudication.SmallEdition.DAY;
import static io.bareme.adjudication.SmallEdition.claim;
import static io.bareme.adjudication.SmallEdition.euros;
import static io.bareme.adjudication.SmallEdition.french;
import static io.bareme.adjudication.SmallEdition.rights;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.ProductKind;
import io.bareme.guarantee.Reading;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.CodeSystem;
import io.bareme.regulation.QuantityUnit;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One hearing aid for each ear in four years, by CSS R871-2 4°: the contract's own counter. */
class LegalPeriodTest {

    private static final Formula WHOLE =
            new Formula.Term(new Measure.Share(Rate.WHOLE, Basis.CHARGE), Reading.INCLUDING_COMPULSORY);

    private static SmallEdition edition() {
        return french().tariff("aid", "any", "400.00")
                .rate("fr.rate", "device", "0.60")
                .amount("fr.responsible.hearing.ceiling", "1700.00")
                .quantity("fr.responsible.hearing.period", "", "4", QuantityUnit.YEARS)
                .act("aid", "hearing.aid.class-ii", CareKind.DEVICE)
                .product("p", true, ProductKind.COMPLEMENTARY, WHOLE);
    }

    private static CareLine aid(int number, LocalDate day, String ear) {
        return new CareLine(
                number,
                new ActCode(CodeSystem.LOCAL, "aid"),
                day,
                1,
                null,
                Money.of("1500.00", Currency.EUR),
                CareLine.Given.NOTHING,
                new CareLine.Circumstances(
                        CareLine.Pathway.INSIDE, Set.of(), null, null, null, ear, false, false, null, null),
                null);
    }

    private static Decision decide(Consumption consumption, CareLine... lines) {
        return edition().decide(claim(lines), rights(Scheme.FR_GENERAL, "p"), consumption);
    }

    private static List<Money> paid(Decision decision) {
        return decision.lines().stream()
                .map(line -> line.shares().complementary())
                .toList();
    }

    private static Consumption after(Decision decision) {
        Map<String, Consumption.Counter> counters = decision.movements().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Decision.Movement::key, moved -> new Consumption.Counter(moved.amount(), moved.count(), 1)));
        return new Consumption(counters);
    }

    @Test
    void a_second_aid_for_the_same_ear_within_four_years_has_its_copayment_alone() {
        assertThat(paid(decide(Consumption.NONE, aid(1, DAY, "left"), aid(2, DAY.plusMonths(47), "left"))))
                .containsExactly(euros("1260.00"), euros("160.00"));
    }

    @Test
    void each_ear_has_a_time_of_its_own_and_four_years_later_begins_another() {
        assertThat(paid(decide(
                        Consumption.NONE, aid(1, DAY, "left"), aid(2, DAY, "right"), aid(3, DAY.plusYears(4), "left"))))
                .containsExactly(euros("1260.00"), euros("1260.00"), euros("1260.00"));
    }

    @Test
    void what_earlier_claims_bought_counts_and_so_does_a_purchase_decided_before_but_made_later() {
        Consumption later = after(decide(Consumption.NONE, aid(1, DAY, "left")));

        assertThat(paid(decide(later, aid(1, DAY.plusYears(2), "left")))).containsExactly(euros("160.00"));
        assertThat(paid(decide(later, aid(1, DAY.minusYears(2), "left")))).containsExactly(euros("160.00"));
        assertThat(paid(decide(later, aid(1, DAY.plusYears(2), "right")))).containsExactly(euros("1260.00"));
    }

    @Test
    void every_purchase_moves_one_counter_whatever_its_day_so_that_two_claims_at_once_meet() {
        Decision one = decide(Consumption.NONE, aid(1, DAY, "left"));
        Decision other = decide(Consumption.NONE, aid(1, DAY.plusMonths(1), "left"));

        assertThat(one.movements()).extracting(Decision.Movement::key).anyMatch(key -> key.endsWith("/purchases"));
        assertThat(one.movements())
                .extracting(Decision.Movement::key)
                .containsAnyElementsOf(
                        other.movements().stream().map(Decision.Movement::key).toList());
    }

    @Test
    void the_line_tells_what_is_left_and_a_refused_purchase_still_relies_on_the_counter() {
        Consumption before = after(decide(Consumption.NONE, aid(1, DAY, "left")));
        LineDecision early =
                decide(before, aid(1, DAY.plusYears(1), "left")).lines().getFirst();

        assertThat(early.verdict()).isEqualTo(Verdict.APPROVED_IN_PART);
        assertThat(early.findings()).extracting(Finding::reason).contains("renewal-early");
        assertThat(early.limits())
                .singleElement()
                .satisfies(use -> assertThat(use.remainingCount()).isZero())
                .satisfies(use -> assertThat(use.key()).endsWith("/purchases"));
    }
}
