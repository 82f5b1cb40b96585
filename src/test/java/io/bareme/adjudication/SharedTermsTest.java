package io.bareme.adjudication;

import static io.bareme.adjudication.SmallEdition.DAY;
import static io.bareme.adjudication.SmallEdition.cell;
import static io.bareme.adjudication.SmallEdition.claim;
import static io.bareme.adjudication.SmallEdition.euros;
import static io.bareme.adjudication.SmallEdition.french;
import static io.bareme.adjudication.SmallEdition.line;
import static io.bareme.adjudication.SmallEdition.rights;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Deductible;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.ProductKind;
import io.bareme.guarantee.Reach;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.SharedLimit;
import io.bareme.guarantee.Unit;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Limits and deductibles that the lines of one contract share, and care networks of one contract. */
class SharedTermsTest {

    private static final Formula CHARGE =
            new Formula.Term(new Measure.Share(Rate.WHOLE, Basis.CHARGE), Reading.INCLUDING_COMPULSORY);
    private static final Formula COPAYMENT =
            new Formula.Term(new Measure.Share(Rate.WHOLE, Basis.COPAYMENT), Reading.ON_TOP);

    private static SharedLimit shared(Reach reach, String euros) {
        Limit limit = new Limit.AmountLimit(
                new Measure.Fixed(euros(euros)), new Period.CivilYear(), Scope.BENEFICIARY, Reading.ON_TOP);
        return new SharedLimit("ceiling", reach, euros + " € par an", limit, SmallEdition.SOURCE);
    }

    private static Deductible deductible(String euros, Deductible.Each each) {
        return new Deductible(
                "kept",
                new Reach.Everything(),
                euros + " €",
                new Measure.Fixed(euros(euros)),
                each,
                SmallEdition.SOURCE);
    }

    private static Deductible yearly(String euros) {
        return deductible(euros, new Deductible.Each.OverTime(new Period.CivilYear(), Scope.BENEFICIARY));
    }

    private static Decision decide(
            boolean responsible, List<SharedLimit> limits, List<Deductible> deductibles, CareLine... lines) {
        GuaranteeTable.Level level = new GuaranteeTable.Level(
                "base",
                "Base",
                List.of(
                        cell("gp", "consultation.gp", Set.of(), responsible ? COPAYMENT : CHARGE),
                        cell("osteo", "alternative.osteopathy", Set.of(), CHARGE),
                        cell("crown", "dental.prosthesis.crown", Set.of(), CHARGE)),
                limits,
                deductibles);
        return french().table("p", responsible, ProductKind.COMPLEMENTARY, Currency.EUR, false, Set.of(), level)
                .decide(claim(lines), rights(Scheme.FR_GENERAL, "p"), Consumption.NONE);
    }

    private static List<Money> paid(Decision decision) {
        return decision.lines().stream()
                .map(line -> line.shares().complementary())
                .toList();
    }

    @Test
    void lines_that_share_a_limit_have_one_counter() {
        Decision decision = decide(
                false,
                List.of(shared(new Reach.Lines(Set.of("osteo", "crown")), "100.00")),
                List.of(),
                line(1, "osteopathy", "60.00"),
                line(2, "crown", "172.00"),
                line(3, "g", "60.00"));

        assertThat(paid(decision)).containsExactly(euros("60.00"), euros("40.00"), euros("43.90"));
        assertThat(decision.movements())
                .containsExactly(new Decision.Movement("H1/E-p/shared:ceiling/0/P1/2024", euros("100.00"), 0, 0));
        assertThat(decision.lines().get(1).limits()).singleElement().satisfies(use -> {
            assertThat(use.shared()).isEqualTo(new LineDecision.Shared("ceiling", "100.00 € par an", false));
            assertThat(use.remainingAmount()).isEqualTo(euros("0.00"));
        });
        assertThat(decision.lines().get(1).findings())
                .extracting(Finding::reason)
                .containsExactly("limit-reduced");
    }

    @Test
    void a_shared_limit_by_family_concerns_the_acts_below_it() {
        Decision decision = decide(
                false,
                List.of(shared(new Reach.Families(Set.of("dental")), "10.00")),
                List.of(),
                line(1, "osteopathy", "60.00"),
                line(2, "crown", "172.00"));

        assertThat(paid(decision)).containsExactly(euros("60.00"), euros("10.00"));
    }

    @Test
    void the_legal_floor_stands_above_a_ceiling_of_the_whole_contract() {
        Decision decision =
                decide(true, List.of(shared(new Reach.Everything(), "1.00")), List.of(), line(1, "g", "23.00"));

        assertThat(paid(decision)).containsExactly(euros("6.90"));
        assertThat(decision.movements()).extracting(Decision.Movement::amount).containsExactly(euros("1.00"));
    }

    @Test
    void a_deductible_keeps_the_first_money_of_the_year() {
        Decision decision = decide(
                false,
                List.of(),
                List.of(yearly("50.00")),
                line(1, "osteopathy", "30.00"),
                line(2, "osteopathy", "60.00", 1, DAY.plusDays(1)));

        assertThat(paid(decision)).containsExactly(euros("0.00"), euros("40.00"));
        assertThat(decision.lines().get(1).limits()).singleElement().satisfies(use -> {
            assertThat(use.remainingBefore()).isEqualTo(euros("20.00"));
            assertThat(use.remainingAmount()).isEqualTo(euros("0.00"));
        });
    }

    @Test
    void a_deductible_keeps_nothing_of_what_nobody_would_have_paid() {
        Decision decision = decide(false, List.of(), List.of(yearly("50.00")), line(1, "g", "23.00"));

        assertThat(decision.movements()).extracting(Decision.Movement::amount).containsExactly(euros("6.90"));
    }

    @Test
    void a_deductible_for_each_act_is_kept_as_many_times_as_there_are_acts() {
        Decision decision = decide(
                false,
                List.of(),
                List.of(deductible("5.00", new Deductible.Each.ForUnit(Unit.ACT))),
                line(1, "osteopathy", "60.00", 3, DAY));

        assertThat(paid(decision)).containsExactly(euros("45.00"));
    }

    @Test
    void deductibles_are_kept_before_shared_limits_give() {
        Decision decision = decide(
                false,
                List.of(shared(new Reach.Everything(), "100.00")),
                List.of(yearly("50.00")),
                line(1, "osteopathy", "120.00"));

        assertThat(paid(decision)).containsExactly(euros("70.00"));
    }

    @Test
    void a_network_counts_for_the_contract_that_belongs_to_it_and_for_no_other() {
        Formula inside = new Formula.Term(new Measure.Fixed(euros("40.00")), Reading.ON_TOP);
        Formula outside = new Formula.Term(new Measure.Fixed(euros("10.00")), Reading.ON_TOP);
        GuaranteeTable.Level level = new GuaranteeTable.Level(
                "base",
                "Base",
                List.of(
                        cell("in", "alternative.osteopathy", Set.of(Condition.IN_NETWORK), inside),
                        cell("out", "alternative.osteopathy", Set.of(Condition.OUT_OF_NETWORK), outside)));
        SmallEdition edition = french().table(
                        "one", false, ProductKind.COMPLEMENTARY, Currency.EUR, false, Set.of("kalixia"), level)
                .table("two", false, ProductKind.COMPLEMENTARY, Currency.EUR, false, Set.of("itelis"), level);
        Provider provider = new Provider("D1", "osteopath", Provider.Category.UNSPECIFIED, Set.of("kalixia"), "FR");
        Claim claim = new Claim(
                ClaimKind.SIMULATION,
                "P1",
                DAY,
                true,
                provider,
                null,
                null,
                List.of(line(1, "osteopathy", "80.00")),
                List.of());
        LineDecision line = edition.decide(claim, rights(Scheme.FR_GENERAL, "one", "two"), Consumption.NONE)
                .lines()
                .getFirst();

        assertThat(line.shares().contracts())
                .extracting(Shares.ContractShare::line, Shares.ContractShare::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("in", euros("40.00")),
                        org.assertj.core.groups.Tuple.tuple("out", euros("10.00")));
        assertThat(line.findings())
                .extracting(Finding::reason, Finding::parameters)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("variant-in-network", Map.of("product", "one")),
                        org.assertj.core.groups.Tuple.tuple("variant-out-of-network", Map.of("product", "two")));
    }
}
