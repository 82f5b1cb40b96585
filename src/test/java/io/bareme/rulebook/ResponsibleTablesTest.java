package io.bareme.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.rulebook.files.EditionFiles;
import io.bareme.rulebook.files.EditionSources;
import io.bareme.rulebook.files.Problem;
import io.bareme.rulebook.files.Problems;
import io.bareme.rulebook.responsible.ResponsibleCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small tables held to the law of the repository's own regulation, on either side of each of its bounds. */
class ResponsibleTablesTest {

    private static final SortedMap<String, byte[]> RULES = Fixtures.files(Path.of("rules"), "rules/");

    @ParameterizedTest
    @CsvSource({
        "a, 50, 420",
        "b, 125, 560",
        "c, 200, 700",
        "d, 125, 610",
        "e, 200, 750",
        "f, 200, 800",
    })
    void spectacles_of_each_case_are_held_to_their_minimum_and_maximum(String lensCase, int least, int most) {
        for (String age : List.of("", ";age>=16", ";age<16")) {
            List<Problem> problems = check(
                    "complementary",
                    "least,below,most,above",
                    "spectacles,Optique,Lunettes,optical.frame;optical.lens,class=B;equipment=%s%s,%d € par équipement,%d € par équipement,%d € par équipement,%d € par équipement"
                            .formatted(lensCase, age, least, least - 1, most, most + 1));

            assertThat(places(problems))
                    .containsExactlyInAnyOrder("row 2, column \"below\"", "row 2, column \"above\"");
            assertThat(problems)
                    .allMatch(problem -> problem.message().contains("case " + lensCase)
                            && problem.allowed().contains("R871-2")
                            && problem.allowed().endsWith("3°"));
        }
    }

    @Test
    void a_frame_is_held_to_its_ceiling_alone_and_inside_an_equipment() {
        assertThat(places(check(
                        "complementary",
                        "right,wrong",
                        "frame,Optique,Monture,optical.frame,class=B,100 €,101 €",
                        "lens,Optique,Verres,optical.lens,class=B,100 € par verre,100 € par verre")))
                .containsExactly("row 2, column \"wrong\"");
        assertThat(
                        places(
                                check(
                                        "complementary",
                                        "right,silent,wrong",
                                        "both,Optique,Lunettes,optical.frame;optical.lens,class=B,"
                                                + "400 € dont 100 € maximum pour la monture,400 € par équipement,400 € dont 101 € maximum pour la monture")))
                .containsExactly("row 2, column \"wrong\"");
    }

    @Test
    void aids_of_class_II_are_held_to_1700_euros_a_childs_too() {
        assertThat(places(check(
                        "complementary",
                        "sum,above,adults,childs",
                        "aids,Audition,Classe II,hearing.aid,class=II,1 700 €,1 701 €,425 % BR,121 % BR",
                        "other,Audition,Classe I,hearing.aid,class=I,100 % Santé,100 % Santé,100 % Santé,100 % Santé")))
                .containsExactly("row 2, column \"above\"", "row 2, column \"adults\"");
        assertThat(places(check(
                        "complementary",
                        "child,above",
                        "aids,Audition,Classe II,hearing.aid,class=II,121 % BR,122 % BR")))
                .containsExactly("row 2, column \"above\"");
    }

    @Test
    void reinforced_classes_are_paid_in_full_or_told_with_their_article() {
        List<Problem> problems = check(
                "complementary",
                "right,wrong",
                "frame,Optique,Monture A,optical.frame,class=A,100 % Santé,TM",
                "lens,Optique,Verres A,optical.lens,class=A,100 % Santé,TM",
                "aid,Audition,Classe I,hearing.aid,class=I,100 % Santé,TM",
                "crown,Dentaire,Couronne 100 % Santé,dental.prosthesis,basket=100-sante,100 % Santé,TM");

        assertThat(places(problems))
                .containsExactlyInAnyOrder(
                        "row 2, column \"wrong\"",
                        "row 3, column \"wrong\"",
                        "row 4, column \"wrong\"",
                        "row 5, column \"wrong\"");
        assertThat(problems.stream().map(Problem::allowed))
                .anyMatch(law -> law.contains("3°, first indent"))
                .anyMatch(law -> law.contains("4° a)"))
                .anyMatch(law -> law.contains(" 5°"));
    }

    @Test
    void the_copayment_of_medicines_of_moderate_and_low_benefit_and_of_thermal_cures_may_be_left() {
        assertThat(places(check(
                        "complementary",
                        "level",
                        "major,Pharmacie,65 %,medicine.major,,Néant",
                        "moderate,Pharmacie,30 %,medicine.moderate,,Néant",
                        "low,Pharmacie,15 %,medicine.low,,Néant",
                        "thermal,Cures,Cures thermales,thermal-cure,,Néant")))
                .containsExactly("row 2, column \"level\"");
    }

    @Test
    void a_copayment_is_not_limited_in_number_nor_in_money_unless_it_is_paid_beyond() {
        assertThat(places(check(
                        "complementary",
                        "number,money,beyond,aside",
                        "physio,Soins,Kinésithérapie,auxiliary,,\"TM, 20 séances par an\",TM dans la limite de 300 € par an,"
                                + "\"150 % BR, 20 séances par an, au-delà TM\",100 % BR + 100 € par an")))
                .containsExactly("row 2, column \"number\"", "row 2, column \"money\"");
    }

    @Test
    void a_copayment_is_not_capped_below_what_a_long_stay_leaves_nor_a_heavy_acts_participation() {
        assertThat(places(check(
                        "complementary",
                        "right,capped",
                        "stay,Hospitalisation,Séjour,hospital.stay,,100 % BR,100 % BR limité à 1 000 €",
                        "heavy,Hospitalisation,Acte lourd,hospital.heavy-act,,24 €,18 €")))
                .containsExactlyInAnyOrder("row 2, column \"capped\"", "row 3, column \"capped\"");
    }

    @Test
    void consultations_are_tried_at_their_own_tariff() {
        assertThat(places(check(
                        "complementary",
                        "right,above",
                        "with,Soins,OPTAM,consultation,optam,150 % BR,150 % BR",
                        "without,Soins,Sans OPTAM,consultation,non-optam,130 % BR,TM + 10 €")))
                .containsExactly("row 3, column \"above\"");
    }

    @Test
    void a_hearing_aid_is_not_promised_before_its_four_years() {
        assertThat(places(check(
                        "complementary",
                        "right,yearly",
                        "aids,Audition,Classe II,hearing.aid,class=II,"
                                + "\"TM + 100 € par appareil, 1 appareil par oreille tous les 4 ans\","
                                + "\"TM + 100 € par appareil, 1 appareil par oreille et par an\"")))
                .containsExactly("row 2, column \"yearly\"");
    }

    @Test
    void lines_by_kind_of_lens_are_held_to_their_case() {
        assertThat(places(check(
                        "complementary",
                        "right,above",
                        "frame,Optique,Monture,optical.frame,class=B,100 €,100 €",
                        "one,Optique,Verres simples,optical.lens,class=B;lens=simple,160 € par verre,1 000 € par verre",
                        "two,Optique,Verres complexes,optical.lens,class=B;lens=complex,300 € par verre,300 € par verre",
                        "three,Optique,Verres très complexes,optical.lens,class=B;lens=very-complex,"
                                + "350 € par verre,350 € par verre")))
                .containsExactly("row 3, column \"above\"");
    }

    @Test
    void cells_for_networks_heavy_acts_and_the_chronically_ill_are_tried_too() {
        assertThat(places(checkWith(
                        "networks: [kalixia]\n",
                        "complementary",
                        "level",
                        "in,Optique,Monture,optical.frame,class=B;in-network,150 €",
                        "out,Optique,Monture,optical.frame,class=B;out-of-network,100 €",
                        "lens,Optique,Verres,optical.lens,class=B,100 € par verre")))
                .containsExactly("row 2, column \"level\"");
        assertThat(places(check(
                        "complementary",
                        "level",
                        "with,Hospitalisation,OPTAM,hospital.fees,optam,150 % BR",
                        "without,Hospitalisation,Sans OPTAM,hospital.fees,non-optam,130 % BR",
                        "heavy,Hospitalisation,Acte lourd,hospital.fees,non-optam;act=exempt,200 % BR")))
                .containsExactly("row 4, column \"level\"");
        assertThat(
                        places(
                                check(
                                        "complementary",
                                        "level",
                                        "daily,Hospitalisation,Forfait journalier,hospital.daily-charge,,si ALD : néant ; sinon : Frais réels")))
                .containsExactly("row 2, column \"level\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limits      | 90 jours par an  | hospital.daily-charge | true",
                "limits      | 500 € par an     | hospital.daily-charge | true",
                "limits      | 500 € par an     | biology               | true",
                "deductibles | 5 € par jour     | hospital.daily-charge | true",
                "deductibles | 20 € par an      | biology               | true",
                "limits      | 4 séances par an | alternative           | false",
                "deductibles | 5 € par acte     | alternative           | false",
            })
    void what_lines_share_is_blamed_at_its_own_place(String list, String words, String family, boolean wrong) {
        String terms = list + ":\n  - {id: shared, families: [" + family + "], words: \"" + words + "\"}\n";

        List<Problem> problems = checkWith(
                terms,
                "complementary",
                "level",
                "daily,Hospitalisation,Forfait journalier,hospital.daily-charge,,Frais réels",
                "tests,Soins,Analyses,biology,,150 % BR",
                "soft,Soins,Médecines douces,alternative,,30 € par séance");

        assertThat(problems).hasSize(wrong ? 1 : 0).allSatisfy(problem -> {
            assertThat(problem.file()).endsWith("product.yaml");
            assertThat(problem.value()).isEqualTo(words);
        });
    }

    @Test
    void an_option_is_not_asked_for_the_floors_but_for_the_ceilings() {
        String[] lines = {
            "optam,Soins,OPTAM,consultation,optam,Néant,150 % BR",
            "other,Soins,Sans OPTAM,consultation,non-optam,Néant,140 % BR",
        };

        assertThat(places(check("option", "nothing,above", lines))).containsExactly("row 3, column \"above\"");
        assertThat(places(check("complementary", "nothing,above", lines)))
                .containsExactlyInAnyOrder(
                        "row 2, column \"nothing\"", "row 3, column \"nothing\"", "row 3, column \"above\"");
    }

    private static List<String> places(List<Problem> problems) {
        return problems.stream().map(Problem::place).toList();
    }

    private static List<Problem> check(String kind, String levels, String... lines) {
        return checkWith("", kind, levels, lines);
    }

    private static List<Problem> checkWith(String terms, String kind, String levels, String... lines) {
        SortedMap<String, byte[]> files = new TreeMap<>(RULES);
        String folder = "guarantee-tables/small/2024-01-01/";
        files.put(folder + "product.yaml", bytes(fiche(kind, levels) + terms));
        files.put(
                folder + "grid.csv",
                bytes("line,section,poste,families,conditions," + levels + "\n" + String.join("\n", lines) + "\n"));
        Problems problems = new Problems();
        EditionFiles read = EditionFiles.read(EditionSources.of(files), new GuaranteeLanguage(), problems);
        assertThat(problems.all()).isEmpty();
        ResponsibleCheck.check(read, problems);
        return problems.all();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String fiche(String kind, String levels) {
        List<String> columns = new ArrayList<>(List.of(levels.split(",")));
        return """
                product: small
                name: "Small"
                carrier: "Made up"
                country: FR
                currency: EUR
                kind: %s
                first day: 2024-01-01
                responsible: true
                excerpt: "some lines"
                known since: 2026-11-22
                revision: 1
                levels:
                %s
                readings:
                  percent of base: including compulsory
                  euro amounts: including compulsory
                  bare percent: refused
                  percent of charge: less compulsory
                  caps: including compulsory
                  per year: civil
                  dash: nothing
                sources:
                  - {title: "Made up", url: "https://example.org", confidence: MEM}
                """.formatted(
                kind,
                columns.stream().map(each -> "  " + each + ": \"" + each + '"').collect(Collectors.joining("\n")));
    }
}
