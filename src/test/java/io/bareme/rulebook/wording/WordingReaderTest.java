package io.bareme.rulebook.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.guarantee.Formula;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.rulebook.wording.Interpretation.Refused;
import io.bareme.rulebook.wording.Interpretation.SameAsBaseLevel;
import io.bareme.rulebook.wording.Interpretation.Understood;
import io.bareme.values.Currency;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 % BR - RSS + 200 €                 | 100 % BR - AMO + 200 € en complément",
                "580 € - RSS par oreille                | 580 € - AMO par oreille",
                "90 % FR limité à 300 % BR              | 90 % FR - AMO limité à 300 % BR AMO incluse",
                "35 € par séance, 10 séances par an     | 35 € en complément par séance, au plus 10 séances par année"
                        + " civile et par bénéficiaire",
                "crédit de 250 € tous les 2 ans         | 250 € en complément par période de 24 mois et par bénéficiaire",
                "6 % PMSS par an, au-delà 100 % BR      | 6 % PMSS en complément par année civile et par bénéficiaire,"
                        + " au-delà : 100 % BR - AMO",
                "50 € par jour, 30 jours par an, au-delà 20 € par jour | 50 € en complément par jour, au plus 30 jours"
                        + " par année civile et par bénéficiaire, au-delà : (20 € en complément par jour)",
                "6 % PMSS par an, au-delà 50 € par dent | 6 % PMSS en complément par année civile et par bénéficiaire,"
                        + " au-delà : (50 € en complément par dent)",
                "100 % Santé                            | 100 % Santé",
                "450 € par oreille en plus du TM        | 100 % TM + 450 € en complément par oreille",
                "OPTAM : 150 % BR / non OPTAM : 130 %   | si OPTAM : 150 % BR - AMO ; si non OPTAM : 130 % BR - AMO",
                "TM limité à 30 % du TC + 15 % du TC sur les dépassements | (100 % TM limité à 30 % TC AMO exclue)"
                        + " + (100 % dépassement limité à 15 % TC AMO exclue)",
                "2 % PMSS/jour                          | 2 % PMSS en complément par jour",
                "100 % FR dans la limite d'un forfait annuel de 200 € | 100 % FR - AMO, au plus 200 € AMO incluse par année"
                        + " civile et par bénéficiaire",
                "100 % BR + dépassements limités à 50 % BR | 100 % BR - AMO + (100 % dépassement limité à 50 % BR AMO"
                        + " exclue)",
                "300 € tous les deux ans                | 300 € en complément par période de 24 mois et par bénéficiaire",
                "1 000 € à vie et par famille           | 1 000 € en complément à vie et par famille",
            })
    void a_wording_has_one_canonical_reading(String wording, String canonical) {
        assertThat(printed(wording, HeaderReadings.USUAL, Currency.EUR)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 % (frais engagés - AMO) plafonné à 2 500 MAD par an et par personne | 100 % (FR - AMO), au plus"
                        + " 2 500 MAD AMO exclue par année civile et par bénéficiaire",
                "forfait 1 000 MAD            | 1 000 MAD en complément",
                "forfait maternité 8 000 DH   | 8 000 MAD en complément",
                "150 % du TNR                 | 150 % TNR - AMO",
                "400 MAD tous les 24 mois     | 400 MAD en complément par période de 24 mois et par bénéficiaire",
                "600 MAD par 24 mois          | 600 MAD en complément par période de 24 mois et par bénéficiaire",
                "2 000 MAD par semestre       | 2 000 MAD en complément par semestre et par bénéficiaire",
                "5 000 MAD par unité          | 5 000 MAD en complément par appareil",
                "750 MAD par maladie et par an| 750 MAD en complément par maladie et par année civile et par bénéficiaire",
                "100 % du ticket modérateur   | 100 % TM",
            })
    void moroccan_tables_speak_the_same_language(String wording, String canonical) {
        assertThat(printed(wording, HeaderReadings.USUAL, Currency.MAD)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "150 % BR",
                "150% br",
                "150 p. 100 de la B.R.",
                "150\u00a0%\u202fBR",
                "  150 % / BR  ",
                "150,00 % BRSS (1)",
                "150 % de la base de remboursement (BR)",
                "150 % BR*",
                "150 % BR [2]",
                "150 % du tarif de responsabilité",
                "150 % BR y compris SS",
                "150 % BR (AMO incluse)",
                "150 % BR - RSS",
                "150 % BRSS moins MRSS",
                "150 POUR CENT BR"
            })
    void typing_habits_change_nothing(String wording) {
        assertThat(printed(wording, HeaderReadings.USUAL, Currency.EUR)).isEqualTo("150 % BR - AMO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 800 €", "1\u202f800,00 €", "1800 euros", "1 800 EUR", "Forfait de 1 800 €", "1 800€"})
    void money_is_read_as_it_is_written(String wording) {
        assertThat(printed(wording, HeaderReadings.USUAL, Currency.EUR)).isEqualTo("1 800 € en complément");
    }

    @ParameterizedTest
    @ValueSource(strings = {"néant", "NÉANT", "Non couvert", "Non couverte", "Non couvert(e)", "X", "-", "–", "—"})
    void nothing_has_many_names(String wording) {
        assertThat(WordingReader.read(wording, HeaderReadings.USUAL, Currency.EUR))
                .isEqualTo(new Understood(new Formula.Nothing()));
    }

    @Test
    void a_dash_may_repeat_the_base_level_which_only_the_table_knows() {
        assertThat(WordingReader.read("-", Gold.readings("dash: base level"), Currency.EUR))
                .isEqualTo(new SameAsBaseLevel());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "150 % PU                 | « PU » (character 7) is the unit price that a copayment is rebuilt on, and"
                        + " none is rebuilt here |",
                "150 BR                   | « BR » (character 5) cannot stand here                       | 150 % BR",
                "25/jour                  | « / » (character 3) cannot stand here                        | 25 €/jour",
                "150 % BR ou 200 €        | « ou » (character 10) does not say which of the two applies | 150 % BR",
                "TM + 15 % sur les dépassements | « 15 % » (character 6) is of the base, or of the overrun | 15 % BR sur les dépassements",
                "Fraix réels              | « Fraix » (character 1) is not a word of the guarantee language | frais réels",
                "200 % / 150 %            | « 150 » (character 9) begins a second value: a cell holds one | 200 %",
                "300% BR / 150 €          | « 150 » (character 11) begins a second value: a cell holds one | 300% BR",
                "400 MAD                  | « 400 MAD » (character 1) is in MAD, and the table in EUR     |",
                "1.800 €                  | « 1.800 € » (character 1) may be thousands or a fraction of a cent | 1 800 €",
                "200 € + 100 % BR         | « 100 % BR » (character 9) comes after another amount: it may count the"
                        + " compulsory share or not | 100 % BR + 200 €",
                "100 € par bénéficiaire   | « 100 € par bénéficiaire » (character 1) does not say over which time it is"
                        + " counted | 100 € par bénéficiaire par an",
                "TM + 100 % BR limité à 90 € | « 90 € » (character 24) bounds the last amount, or the whole sum |"
                        + " (TM + 100 % BR) limité à 90 €",
                "TM + 60 € par an, au-delà TM | « au-delà TM » (character 19) takes the place of one amount, or of the"
                        + " whole sum | TM + 60 € par an",
                "TM + 60 € par an, au-delà 20 € | « au-delà 20 € » (character 19) takes the place of one amount, or of"
                        + " the whole sum | TM + (60 € par an, au-delà 20 €)",
                "TM + (60 € par an, au-delà TM) | « TM + (60 € par an, au-delà TM) » (character 1) pays the copayment"
                        + " twice |",
                "500 € par an, au-delà 90 € par séjour | « au-delà 90 € » (character 15) is followed by words said of"
                        + " it, or of the amount before it | 500 € par an, au-delà (90 € par séjour)",
                "35 € par séance limité à 100 € | « 100 € » (character 26) reads two ways: at most for each séance, or in"
                        + " all | 35 € par séance limité à 100 € par an",
                "30 € par séance par an   | « 30 € par séance par an » (character 1) reads two ways: an amount for each"
                        + " séance, or in all over the time | 30 € par an",
                "30 € par séance, maximum 3 | « 3 » (character 26) does not say over which time it counts | 30 € par"
                        + " séance, maximum 3 par an",
                "100 % BR + 200 € - RSS   | « 200 € - RSS » (character 12) deducts the compulsory share from this amount"
                        + " or from the whole sum | 100 % BR - AMO + 200 €",
                "100% SS                  | « SS » (character 6) is the compulsory scheme (AMO), and a percentage is of a"
                        + " base | 100% BR",
                "99999999999999999999 % BR | « 99999999999999999999 » (character 1) is more than a guarantee can give |",
                "10 000,01 % BR           | « 10 000,01 » (character 1) is more than a guarantee can give |",
                "1000000000 €             | « 1000000000 € » (character 1) is more money than a guarantee can give |",
                "0 €                      | « 0 € » (character 1) gives nothing                         | néant",
                "100 % de                 | The wording stops after « de », before it says what it is of |",
                "90 % des                 | The wording stops after « des », before it says what it is of |",
                "200 % BR par an          | « 200 % BR par an » (character 1) has no amount to count over the time it names: it"
                        + " differs from act to act |",
                "100 € par séance limité à 80 % BR par an | « 80 % BR par an » (character 27) has no amount to count"
                        + " over the time it names: it differs from act to act |",
                "TM + TM                  | « TM + TM » (character 1) pays the copayment twice          | TM",
                "TM en plus du TM         | « TM en plus du TM » (character 1) pays the copayment twice | TM en plus",
            })
    void what_reads_two_ways_or_not_at_all_is_refused_at_its_place(String wording, String problem, String maybe) {
        Refused refused = (Refused) WordingReader.read(wording, HeaderReadings.USUAL, Currency.EUR);

        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.maybe()).isEqualTo(maybe);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.000 DH          |",
                "plafonné à 10.000 DH par an |",
                "150 % du salaire   |",
                "1.800 DH           | 1 800 MAD",
            })
    void nothing_is_suggested_that_the_wording_does_not_come_near(String wording, String maybe) {
        Refused refused = (Refused) WordingReader.read(wording, HeaderReadings.USUAL, Currency.MAD);

        assertThat(refused.maybe()).isEqualTo(maybe);
    }

    @Test
    void a_negative_amount_is_never_taken_for_a_dash() {
        Refused refused = (Refused) WordingReader.read("-182 % BR", HeaderReadings.USUAL, Currency.EUR);

        assertThat(refused.maybe()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 000 % BR", "10 000 000 €", "0,01 €", "TM + 100 % BR"})
    void the_bounds_themselves_are_read(String wording) {
        assertThat(WordingReader.read(wording, HeaderReadings.USUAL, Currency.EUR))
                .isInstanceOf(Understood.class);
    }

    @Test
    void a_percentage_of_nothing_named_is_refused_where_the_header_does_not_say() {
        Refused refused = (Refused) WordingReader.read("150 %", Gold.readings("bare percent: refused"), Currency.EUR);

        assertThat(refused.problem()).contains("does not say of what");
        assertThat(refused.allowed()).containsExactly("150 % BR", "150 % FR", "150 % TM");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "percent of base: on top of compulsory  | 150 % BR  | 150 % BR en complément",
                "euro amounts: including compulsory     | 100 €     | 100 € - AMO",
                "euro amounts: including compulsory     | 2 % PMSS  | 2 % PMSS - AMO",
                "percent of charge: of the remainder    | 90 % FR   | 90 % (FR - AMO)",
                "caps: on complementary only            | 90 % FR limité à 50 € | 90 % FR - AMO limité à 50 € AMO exclue",
                "per year: contract                     | 50 € par an | 50 € en complément par année d'assurance et par"
                        + " bénéficiaire",
                "per year: rolling                      | 50 € par an | 50 € en complément par période de 12 mois et par"
                        + " bénéficiaire",
                "percent of base: on top of compulsory  | 150 % BR - RSS | 150 % BR - AMO",
                "caps: on complementary only            | 150 % BR dans la limite des PLV | 150 % BR - AMO limité à"
                        + " 100 % HLF ou PLV AMO incluse",
            })
    void the_header_settles_short_forms_and_never_what_a_cell_says(String header, String wording, String canonical) {
        assertThat(printed(wording, Gold.readings(header), Currency.EUR)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two values: optam then non optam | 200 % / 150 % | si OPTAM : 200 % BR - AMO ; si non OPTAM : 150 % BR - AMO",
                "two values: optam then non optam | TM + 100 % BR / TM | si OPTAM : 100 % TM + 100 % BR en complément ;"
                        + " si non OPTAM : 100 % TM",
                "two values: conventioned then non conventioned | 70 € par jour / néant | si conventionné : 70 € en"
                        + " complément par jour ; si non conventionné : néant",
                "two values: accepted then not accepted | 300% BR / 150 € | si acte accepté : 300 % BR - AMO ; si acte"
                        + " refusé : 150 € en complément",
                "two values: optam then non optam | 150 % / BR | 150 % BR - AMO",
            })
    void two_values_are_for_what_the_header_says(String header, String wording, String canonical) {
        assertThat(printed(wording, Gold.readings(header), Currency.EUR)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two values: by kind | 300% BR / 170% BR | si OPTAM : 300 % BR - AMO ; si non OPTAM : 170 % BR - AMO",
                "two values: by kind | 300% BR / 150 € | si acte accepté : 300 % BR - AMO ; si acte refusé : 150 € en"
                        + " complément",
            })
    void pairs_of_two_kinds_are_for_two_acts(String header, String wording, String canonical) {
        assertThat(printed(wording, Gold.readings(header), Currency.EUR)).isEqualTo(canonical);
    }

    @Test
    void a_mark_says_what_its_note_says_where_the_header_gives_the_note() {
        HeaderReadings usual = HeaderReadings.USUAL;
        HeaderReadings noted = new HeaderReadings(
                usual.percentOfBase(),
                usual.euroAmounts(),
                usual.barePercent(),
                usual.percentOfCharge(),
                usual.caps(),
                usual.perYear(),
                usual.dash(),
                usual.twoValues(),
                Map.of("1", "reconstituée sur 107,50 €"));

        assertThat(printed("240 % BRSS (1)", noted, Currency.EUR)).isEqualTo("258 € en complément");
        assertThat(printed("240 % BRSS (2)", noted, Currency.EUR)).isEqualTo("240 % BR - AMO");
        assertThat(printed("240 % BRSS (1)", usual, Currency.EUR)).isEqualTo("240 % BR - AMO");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two values: refused              | 200 % / 150 %",
                "two values: optam then non optam | 200 % / 150 % / 100 %",
                "two values: optam then non optam | 300% BR / 150 €",
                "two values: optam then non optam | 200 %   150 %",
                "two values: optam then non optam | 200 % / monture",
            })
    void values_that_no_header_tells_apart_are_refused(String header, String wording) {
        assertThat(WordingReader.read(wording, Gold.readings(header), Currency.EUR))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "420 € / Dont 100 € au maximum / pour la monture",
                "420 € dont 100 € pour la monture",
                "420 € (monture limitée à 100 €)",
                "420 € dont monture : 100 €",
            })
    void what_an_equipment_gives_to_its_frame_is_inside_its_amount(String wording) {
        assertThat(printed(wording, HeaderReadings.USUAL, Currency.EUR))
                .isEqualTo("(si monture : 420 € en complément limité à 100 € AMO exclue ; sinon : 420 € en complément),"
                        + " au plus 420 € AMO exclue par équipement et par bénéficiaire");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "175 € par équipement | 175 € en complément par équipement et par bénéficiaire",
                "175 € par équipement tous les 2 ans | 175 € en complément par période de 24 mois et par bénéficiaire",
                "30 % PMSS (limité à 2 dents par an) | 30 % PMSS en complément par dent, au plus 2 dents par année civile"
                        + " et par bénéficiaire",
                "2 000 € par semestre de traitement, 6 semestres | (2 000 € en complément), au plus 2 000 € AMO exclue par"
                        + " semestre et par bénéficiaire, au plus 6 semestres à vie et par bénéficiaire",
                "200 % BR par semestre dans la limite de 6 semestres | (200 % BR - AMO), au plus 200 % BR AMO incluse par"
                        + " semestre et par bénéficiaire, au plus 6 semestres à vie et par bénéficiaire",
                "70 € par verre simple, 120 € par verre complexe | si verre simple : 70 € en complément par verre ; si verre"
                        + " complexe : 120 € en complément par verre",
                "Verres simples : 70 € / Verres complexes : 120 € | si verre simple : 70 € en complément ; si verre complexe"
                        + " : 120 € en complément",
                "TM + 50 € dans la limite des frais réels | (100 % TM + 50 € en complément) limité à 100 % FR AMO incluse",
                "100 % du tarif en vigueur | 100 % forfait légal",
                "Verre A / Intégrale dans le respect des PLV 100 % santé | si classe A : 100 % Santé ; sinon : néant",
                "moins de 16 ans : 100 € ; 16 ans et plus : 50 € | si moins de 16 ans : 100 € en complément ; si 16 ans et"
                        + " plus : 50 € en complément",
                "à l'étranger : 80 % FR | si à l'étranger : 80 % FR - AMO ; sinon : néant",
                "de 1 à 5 dents : 30 % PMSS ; plus de 10 dents : 50 % PMSS | si 1 à 5 dents : 30 % PMSS en complément ; si"
                        + " plus de 10 dents : 50 % PMSS en complément",
            })
    void equipments_treatments_ages_and_places_have_words(String wording, String canonical) {
        assertThat(printed(wording, HeaderReadings.USUAL, Currency.EUR)).isEqualTo(canonical);
    }

    @Test
    void many_threads_read_at_once() {
        try (ForkJoinPool pool = new ForkJoinPool(8)) {
            var all = pool.submit(() -> IntStream.range(0, 4_000)
                    .parallel()
                    .mapToObj(i -> WordingReader.read(
                            (100 + i % 50) + " % BR + " + (i + 1) + " €", HeaderReadings.USUAL, Currency.EUR))
                    .filter(Understood.class::isInstance)
                    .count());
            assertThat(all.join()).isEqualTo(4_000);
        }
    }

    private static String printed(String wording, HeaderReadings readings, Currency currency) {
        Interpretation found = WordingReader.read(wording, readings, currency);
        assertThat(found).as(wording).isInstanceOf(Understood.class);
        return WordingPrinter.print(((Understood) found).formula());
    }
}
