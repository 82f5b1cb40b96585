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
import java.util.Arrays;
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
    void a_deductible_for_each_session_is_kept_from_the_sessions_that_are_paid() {
        Formula each = new Formula.PerUnit(fixed("40.00"), Unit.SESSION);
        Formula three = new Formula.Limited(
                each, List.of(new Limit.CountLimit(3, Unit.SESSION, new Period.CivilYear(), Scope.BENEFICIARY)), null);

        LineDecision line = osteopathy(three, List.of(), "240.00");

        // three sessions at 40, less 10 each; the member keeps 30 back and 120 that nobody pays
        assertThat(line.shares().complementary()).isEqualTo(euros("90.00"));
        assertThat(line.shares().member().keptBack()).isEqualTo(euros("30.00"));
        assertThat(line.shares().member().overrun()).isEqualTo(euros("120.00"));
    }

    @Test
    void a_shared_limit_in_number_pays_so_many_of_the_sessions_that_are_paid() {
        Formula each = new Formula.PerUnit(fixed("40.00"), Unit.SESSION);
        Formula three = new Formula.Limited(
                each, List.of(new Limit.CountLimit(3, Unit.SESSION, new Period.CivilYear(), Scope.BENEFICIARY)), null);
        Limit two = new Limit.CountLimit(2, Unit.SESSION, new Period.CivilYear(), Scope.BENEFICIARY);
        SharedLimit shared =
                new SharedLimit("two", new Reach.Everything(), "2 séances par an", two, SmallEdition.SOURCE);

        // two of four sessions: 2 x (40 - 10)
        assertThat(osteopathy(three, List.of(shared), "240.00").shares().complementary())
                .isEqualTo(euros("60.00"));
    }

    @Test
    void a_shared_limit_in_number_pays_no_more_than_the_price_of_its_sessions() {
        // four sessions at 50: two are paid
        assertThat(complementary(sessions("60.00", 2))).isEqualTo(euros("100.00"));
    }

    @Test
    void two_shared_limits_in_number_pay_what_the_stricter_one_does() {
        assertThat(complementary(sessions("40.00", 3, 2))).isEqualTo(euros("80.00"));
    }

    @Test
    void a_shared_limit_in_number_leaves_out_what_an_earlier_contract_pays_of_its_sessions() {
        // 30 of each session first: of two of them 2 x 20 are left
        assertThat(complementary(sessions("30.00"), sessions("40.00", 2))).isEqualTo(euros("160.00"));
    }

    /** A contract that pays so much a session, within limits in number of sessions that its lines share. */
    private static GuaranteeTable.Level sessions(String each, int... counts) {
        List<SharedLimit> shared = Arrays.stream(counts)
                .mapToObj(count -> new SharedLimit(
                        "of-" + count,
                        new Reach.Everything(),
                        count + " séances par an",
                        new Limit.CountLimit(count, Unit.SESSION, new Period.CivilYear(), Scope.BENEFICIARY),
                        SmallEdition.SOURCE))
                .toList();
        Formula formula = new Formula.PerUnit(fixed(each), Unit.SESSION);
        return new GuaranteeTable.Level(
                "base", "Base", List.of(cell("osteo", "alternative.osteopathy", Set.of(), formula)), shared, List.of());
    }

    /** What contracts pay together of four sessions of 50. */
    private static Money complementary(GuaranteeTable.Level... levels) {
        SmallEdition edition = french();
        String[] products = {"p", "q"};
        for (int i = 0; i < levels.length; i++) {
            edition = edition.table(
                    products[i], false, ProductKind.COMPLEMENTARY, Currency.EUR, false, Set.of(), levels[i]);
        }
        String[] held = Arrays.copyOf(products, levels.length);
        return edition.decide(
                        claim(line(1, "osteopathy", "200.00", 4, DAY)),
                        rights(Scheme.FR_GENERAL, held),
                        Consumption.NONE)
                .lines()
                .getFirst()
                .shares()
                .complementary();
    }

    private static Formula fixed(String euros) {
        return new Formula.Term(new Measure.Fixed(euros(euros)), Reading.ON_TOP);
    }

    /** Four sessions under a deductible of 10 for each. */
    private static LineDecision osteopathy(Formula formula, List<SharedLimit> limits, String charge) {
        GuaranteeTable.Level level = new GuaranteeTable.Level(
                "base",
                "Base",
                List.of(cell("osteo", "alternative.osteopathy", Set.of(), formula)),
                limits,
                List.of(deductible("10.00", new Deductible.Each.ForUnit(Unit.SESSION))));
        return french().table("p", false, ProductKind.COMPLEMENTARY, Currency.EUR, false, Set.of(), level)
                .decide(claim(line(1, "osteopathy", charge, 4, DAY)), rights(Scheme.FR_GENERAL, "p"), Consumption.NONE)
                .lines()
                .getFirst();
    }

    @Test
    void the_member_is_told_what_is_a_deductible_and_what_is_not() {
        Shares.MemberShare member = decide(false, List.of(), List.of(yearly("50.00")), line(1, "g", "60.00"))
                .lines()
                .getFirst()
                .shares()
                .member();

        assertThat(member.keptBack()).isEqualTo(euros("43.90"));
        assertThat(member.overrun()).isEqualTo(euros("0.00"));
        assertThat(member.copayment()).isEqualTo(euros("0.00"));
    }

    @Test
    void what_another_contract_pays_is_no_longer_a_deductible() {
        GuaranteeTable.Level level = new GuaranteeTable.Level(
                "base", "Base", List.of(cell("osteo", "alternative.osteopathy", Set.of(), CHARGE)));
        GuaranteeTable.Level kept =
                new GuaranteeTable.Level("base", "Base", level.guarantees(), List.of(), List.of(yearly("50.00")));
        Shares shares = french().table("p", false, ProductKind.COMPLEMENTARY, Currency.EUR, false, Set.of(), kept)
                .table("q", false, ProductKind.COMPLEMENTARY, Currency.EUR, false, Set.of(), level)
                .decide(claim(line(1, "osteopathy", "60.00")), rights(Scheme.FR_GENERAL, "p", "q"), Consumption.NONE)
                .lines()
                .getFirst()
                .shares();

        assertThat(shares.complementary()).isEqualTo(euros("60.00"));
        assertThat(shares.member().keptBack()).isEqualTo(euros("0.00"));
    }

    @Test
    void a_deductible_is_explained_from_what_would_really_have_been_paid() {
        LineDecision line = osteopathy(new Formula.PerUnit(fixed("60.00"), Unit.SESSION), List.of(), "150.00");

        // 240 worded, 150 charged, 40 kept back
        assertThat(line.steps())
                .extracting(Step::code, Step::amount)
                .containsSubsequence(
                        org.assertj.core.groups.Tuple.tuple("indemnity", euros("150.00")),
                        org.assertj.core.groups.Tuple.tuple("deductible", euros("110.00")));
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
