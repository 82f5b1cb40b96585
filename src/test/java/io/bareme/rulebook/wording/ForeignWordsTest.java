package io.bareme.rulebook.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.guarantee.HeaderReadings;
import io.bareme.rulebook.wording.Interpretation.Refused;
import io.bareme.values.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 % Santé                           | « 100 % Santé » (character 1) | MAD",
                "100 % BR dans la limite des HLF       | « HLF » (character 29)        | MAD",
                "100 % du forfait journalier           | « forfait journalier » (character 10) | MAD",
                "OPTAM : 200 % BR ; non OPTAM : 150 % BR | « OPTAM » (character 1)     | MAD",
                "2 % PMSS                              | « PMSS » (character 5)        | MAD",
                "conventionné : TM ; non conventionné : néant | « conventionné » (character 1) | MAD",
                "100 % BRR                             | « BRR » (character 7)         | MAD",
                "100 % TC                              | « TC » (character 7)          | MAD",
                "TM reconstitué sur le PU              | « TM reconstitué sur le PU » (character 1) | MAD",
                "150 % TNR                             | « TNR » (character 7)         | EUR",
                "100 % du barème FMSAR / ANCP          | « barème FMSAR / ANCP » (character 10) | EUR",
            })
    void a_word_of_the_other_country_is_refused_with_the_words_of_the_tables_own(
            String wording, String word, Currency currency) {
        Refused refused = (Refused) WordingReader.read(wording, HeaderReadings.USUAL, currency);

        assertThat(refused.problem())
                .isEqualTo(word + " is a word of " + (currency == Currency.MAD ? "France" : "Morocco")
                        + ", and the table is in " + currency);
        assertThat(refused.allowed()).contains("TM").contains(currency == Currency.MAD ? "TNR" : "PMSS");
        assertThat(refused.maybe()).isNull();
    }

    @Test
    void a_word_of_another_meaning_is_not_mended_into_one_that_is_known() {
        Refused refused = (Refused) WordingReader.read("100 MAD par panier", HeaderReadings.USUAL, Currency.MAD);

        assertThat(refused.maybe()).isNull();
    }
}
