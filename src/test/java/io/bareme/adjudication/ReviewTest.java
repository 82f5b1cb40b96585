package io.bareme.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Reading;
import io.bareme.values.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person's decision makes of a claim that was referred to them. */
class ReviewTest {

    private static final Formula.Term WHOLE =
            new Formula.Term(new Measure.Share(Rate.percent("150"), Basis.BASE), Reading.INCLUDING_COMPULSORY);

    private final List<Finding> found = new ArrayList<>();

    @Test
    void a_doubt_that_a_person_lifts_no_longer_refers_and_is_told_with_their_words() {
        found.add(new Finding.Refer("disproportion", 1, "disproportion", Map.of(), true));
        Decision referred = decide(null);
        Decision agreed = decide(review(referred, null));

        assertThat(referred.verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(referred.clock()).isEqualTo(ClockClass.DAY);
        assertThat(agreed.verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(agreed.clock()).isEqualTo(ClockClass.INSTANT);
        assertThat(agreed.lines().getFirst().shares())
                .as("the amounts are those that it was referred with")
                .isEqualTo(referred.lines().getFirst().shares());
        assertThat(agreed.movements()).isEqualTo(referred.movements());
        assertThat(agreed.lines().getFirst().findings())
                .containsExactly(new Finding.Note(
                        "disproportion",
                        1,
                        "person-agreed",
                        Map.of("by", "handler-7", "words", "vu avec le cabinet", "doubt", "disproportion")));
    }

    @Test
    void a_doubt_that_the_person_did_not_see_still_refers() {
        found.add(new Finding.Refer("disproportion", 1, "disproportion", Map.of(), false));
        Review review = review(decide(null), null);
        found.add(new Finding.Refer("duplicate", 1, "duplicate", Map.of(), false));

        Decision again = decide(review);

        assertThat(again.verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(again.lines().getFirst().findings())
                .extracting(Finding::reason)
                .containsExactlyInAnyOrder("person-agreed", "duplicate");
    }

    @Test
    void no_person_lifts_a_doubt_of_an_amount_that_rests_on_a_value_nobody_established() {
        found.add(new Finding.Refer("base-not-established", 1, "base-not-established", Map.of(), false));
        Decision referred = decide(null);

        assertThat(Review.liftable(referred, List.of())).isEmpty();
        assertThat(decide(review(referred, null)).verdict()).isEqualTo(Verdict.REFERRED);
    }

    @Test
    void what_is_missing_stays_missing_whatever_a_person_says() {
        found.add(new Finding.Require("prescription", 1, "prescription-missing", Map.of(), "prescription"));

        assertThat(decide(review(decide(null), null)).verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void a_line_that_a_person_refuses_is_paid_by_no_contract_and_takes_nothing() {
        found.add(new Finding.Refer("disproportion", 1, "disproportion", Map.of(), false));
        Decision referred = decide(null);
        Decision refused = decide(review(referred, new Review.Refusal(List.of(1), Review.Reason.NOT_JUSTIFIED)));

        Shares shares = refused.lines().getFirst().shares();
        assertThat(refused.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(refused.clock()).isEqualTo(ClockClass.INSTANT);
        assertThat(shares.complementary().isZero()).isTrue();
        assertThat(shares.compulsory())
                .as("the scheme's share is not the person's to refuse")
                .isEqualTo(referred.lines().getFirst().shares().compulsory());
        assertThat(refused.movements()).isEmpty();
        assertThat(refused.lines().getFirst().findings())
                .extracting(Finding::reason)
                .contains("person-not-justified");
    }

    @ParameterizedTest
    @EnumSource(
            value = Scheme.class,
            names = {"FR_GENERAL", "FR_ALSACE_MOSELLE", "FR_C2S"})
    void what_schemes_pay_of_a_line_that_a_person_refuses_stays_the_rest_is_the_members(Scheme scheme) {
        found.add(new Finding.Refer("disproportion", 1, "disproportion", Map.of(), false));
        Decision referred = decide(null, scheme);
        Review review = review(referred, new Review.Refusal(List.of(1), Review.Reason.NOT_COVERED));

        Shares before = referred.lines().getFirst().shares();
        Shares refused = decide(review, scheme).lines().getFirst().shares();

        assertThat(refused.compulsoryNet().isPositive()).isTrue();
        assertThat(refused.compulsoryNet()).isEqualTo(before.compulsoryNet());
        assertThat(refused.otherPayers()).isEqualTo(before.otherPayers());
        assertThat(refused.member().refused())
                .isEqualTo(before.member().total().plus(before.complementary()).minus(before.participation()));
        assertThat(refused.payableAtCounter())
                .isEqualTo(refused.charge().minus(refused.compulsory()).minus(refused.otherPayers()));
    }

    private static Review review(Decision referred, Review.Refusal refusal) {
        List<Integer> refused = refusal == null ? List.of() : refusal.lines();
        return new Review("handler-7", "vu avec le cabinet", Review.liftable(referred, refused), refusal);
    }

    private Decision decide(Review review) {
        return decide(review, Scheme.FR_GENERAL);
    }

    private Decision decide(Review review, Scheme scheme) {
        SmallEdition edition = SmallEdition.french().pays("p", WHOLE).rules(_ -> List.copyOf(found));
        Claim claim = SmallEdition.claim(Provider.Category.OPTAM, SmallEdition.line(1, "g", "26.50"))
                .with(review);
        return edition.decide(claim, SmallEdition.rights(scheme, "p"), Consumption.NONE);
    }
}
