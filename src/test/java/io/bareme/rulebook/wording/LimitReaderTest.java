package io.bareme.rulebook.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.Unit;
import io.bareme.rulebook.wording.LimitInterpretation.ForUnit;
import io.bareme.rulebook.wording.LimitInterpretation.OverTime;
import io.bareme.rulebook.wording.LimitInterpretation.Refused;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits that stand by themselves, as several lines of a table share them. */
class LimitReaderTest {

    private static LimitInterpretation read(String wording) {
        return LimitReader.read(wording, HeaderReadings.USUAL, Currency.EUR);
    }

    private static Measure euros(String amount) {
        return new Measure.Fixed(Money.of(amount, Currency.EUR));
    }

    @Test
    void an_amount_over_a_year_for_each_beneficiary() {
        assertThat(LimitReader.read("1 000 000 MAD par an et par bénéficiaire", HeaderReadings.USUAL, Currency.MAD))
                .isEqualTo(new OverTime(new Limit.AmountLimit(
                        new Measure.Fixed(Money.of("1000000", Currency.MAD)),
                        new Period.CivilYear(),
                        Scope.BENEFICIARY,
                        Reading.INCLUDING_COMPULSORY)));
    }

    @Test
    void its_own_mark_says_whether_it_counts_the_compulsory_share() {
        assertThat(read("2 000 € en complément par an"))
                .isEqualTo(new OverTime(new Limit.AmountLimit(
                        euros("2000"), new Period.CivilYear(), Scope.BENEFICIARY, Reading.ON_TOP)));
    }

    @Test
    void a_family_shares_what_says_so() {
        assertThat(read("plafonné à 3 000 € tous les 2 ans et par famille"))
                .isEqualTo(new OverTime(new Limit.AmountLimit(
                        euros("3000"), new Period.Rolling(24), Scope.FAMILY, Reading.INCLUDING_COMPULSORY)));
    }

    @Test
    void a_number_over_a_year() {
        assertThat(read("10 séances par an"))
                .isEqualTo(new OverTime(
                        new Limit.CountLimit(10, Unit.SESSION, new Period.CivilYear(), Scope.BENEFICIARY)));
    }

    @Test
    void an_amount_for_each_act() {
        assertThat(read("50 € par acte")).isEqualTo(new ForUnit(euros("50"), Unit.ACT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "50 MAD par an",
                "300 % BR par an",
                "200 €",
                "200 € par bénéficiaire",
                "200 € par acte par an",
                "10 par an",
                "10 séances",
                "beaucoup par an",
                "200 € en complément par acte"
            })
    void what_is_no_limit_by_itself_is_refused_with_examples(String wording) {
        assertThat(read(wording))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.why().allowed()).isNotEmpty());
    }
}
