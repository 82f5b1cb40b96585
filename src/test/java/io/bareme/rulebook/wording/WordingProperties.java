package io.bareme.rulebook.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bareme.guarantee.Formula;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.rulebook.wording.Interpretation.Refused;
import io.bareme.rulebook.wording.Interpretation.Understood;
import io.bareme.values.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the guarantee language whatever is written in it. */
class WordingProperties {

    @Property(tries = 2_000)
    void a_printed_formula_reads_back_the_same_under_any_header(
            @ForAll("formulas") Formula formula, @ForAll("headers") HeaderReadings readings) {
        String printed = WordingPrinter.print(formula);

        assertThat(WordingReader.read(printed, readings, AnyFormula.CURRENCY))
                .as(printed)
                .isEqualTo(new Understood(formula));
    }

    @Property(tries = 2_000)
    void what_reads_prints_in_one_way_that_reads_the_same(
            @ForAll("wordings") String wording, @ForAll("headers") HeaderReadings readings) {
        if (WordingReader.attempt(wording, readings, Currency.EUR) instanceof Understood(Formula formula)) {
            String printed = WordingPrinter.print(formula);
            assertThat(WordingReader.attempt(printed, readings, Currency.EUR))
                    .as("%s, printed as %s", wording, printed)
                    .isEqualTo(new Understood(formula));
        }
    }

    @Property(tries = 2_000)
    void no_text_makes_the_reader_throw(@ForAll String text, @ForAll("headers") HeaderReadings readings) {
        assertThatCode(() -> WordingReader.read(text, readings, Currency.MAD)).doesNotThrowAnyException();
    }

    @Property(tries = 2_000)
    void no_heap_of_its_own_words_makes_the_reader_throw(
            @ForAll("wordings") String wording, @ForAll("headers") HeaderReadings readings) {
        assertThatCode(() -> WordingReader.read(wording, readings, Currency.EUR))
                .doesNotThrowAnyException();
    }

    @Property(tries = 2_000)
    void what_a_refusal_suggests_is_understood(
            @ForAll("wordings") String wording, @ForAll("headers") HeaderReadings readings) {
        if (WordingReader.read(wording, readings, Currency.EUR) instanceof Refused refused && refused.maybe() != null) {
            assertThat(WordingReader.attempt(refused.maybe(), readings, Currency.EUR))
                    .as("%s, suggested for %s", refused.maybe(), wording)
                    .isInstanceOf(Understood.class);
        }
    }

    @Property(tries = 20)
    void ten_thousand_characters_are_refused_or_read_without_harm(@ForAll("long") String text) {
        assertThatCode(() -> WordingReader.read(text, HeaderReadings.USUAL, Currency.EUR))
                .doesNotThrowAnyException();
    }

    @Property(tries = 500)
    void case_accents_and_spaces_change_nothing(@ForAll("wordings") String wording) {
        Interpretation asWritten = WordingReader.attempt(wording, HeaderReadings.USUAL, Currency.EUR);
        String shouted =
                Spelling.plain(wording).toUpperCase(java.util.Locale.ROOT).replace(' ', '\u00a0');

        if (asWritten instanceof Understood) {
            assertThat(WordingReader.attempt(shouted, HeaderReadings.USUAL, Currency.EUR))
                    .isEqualTo(asWritten);
        }
    }

    @Provide
    Arbitrary<Formula> formulas() {
        return AnyFormula.formulas();
    }

    @Provide
    Arbitrary<HeaderReadings> headers() {
        return AnyFormula.headers();
    }

    /** Its own words in any order: some of them wordings, most of them not. */
    @Provide
    Arbitrary<String> wordings() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(9).map(words -> String.join(" ", words));
    }

    @Provide("long")
    Arbitrary<String> longTexts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofLength(10_000),
                Arbitraries.of("(", ")", "TM + ", "100 % BR + ", "/ ", "9", "- ", "si OPTAM : ", "((TM) ")
                        .map(piece -> piece.repeat(10_000 / piece.length())),
                Arbitraries.of("(", "TM + ", "100 % BR limité à ", "9", "par an ", "si OPTAM : ", "(TM) ")
                        .map(piece -> piece.repeat(3_900 / piece.length())));
    }

    private static final List<String> WORDS = List.of(
            "150 %",
            "BR",
            "FR",
            "TM",
            "200 €",
            "1 800 €",
            "2 % PMSS",
            "100 % TM",
            "+",
            "- RSS",
            "moins",
            "AMO incluse",
            "en complément",
            "limité à",
            "dans la limite de",
            "par an",
            "par séance",
            "par œil",
            "par jour",
            "et",
            "par bénéficiaire",
            "10 séances",
            "tous les 2 ans",
            "au-delà",
            "minimum",
            "(",
            ")",
            "si OPTAM :",
            "sinon :",
            ";",
            "/",
            "néant",
            "X",
            "-",
            "forfait",
            "crédit annuel de",
            "annuel",
            "100 % Santé",
            "reste à charge",
            "sur les dépassements",
            "HLF",
            "RSS +",
            "par maladie",
            "par semestre",
            "(1)",
            "sans limitation",
            "ou",
            "à vie");
}
