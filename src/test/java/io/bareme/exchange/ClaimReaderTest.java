package io.bareme.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Course;
import io.bareme.adjudication.Dossier;
import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.explanation.Language;
import io.bareme.explanation.Messages;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String COVER = "\"cover\": {\"scheme\": \"fr-general\", \"born\": \"1980-01-01\"}";
    private static final String LINE = "\"act\": \"NGAP G\", \"date\": \"2024-06-01\", \"charge\": \"30.00\"";

    @Test
    void a_whole_claim_is_read_as_written() {
        Claim claim = form("""
                {"kind": "invoice", "received": "2024-06-03", "thirdParty": false, "member": "FR-000001",
                 "provider": {"id": "prov-42", "profession": "dentist", "category": "non-optam",
                              "networks": ["kalixia"], "country": "FR"},
                 "prescribed": "2024-05-30", "agreement": "A-1",
                 "lines": [{"act": "CCAM HBLD634", "date": "2024-06-01", "quantity": 2, "coefficient": 1.5,
                            "charge": 539.10, "base": "120", "compulsory": "72.00", "rate": "62.5 %",
                            "pathway": "out", "exemptions": ["ald", "work-accident"], "class": "II",
                            "basket": "100-sante", "lens": "very-complex", "part": "16", "quoted": true,
                            "refusedByCompulsory": true, "began": "2024-01-01", "days": 2,
                            "discharge": "transfer", "dailyCharge": "maternity", "renewal": "frame-fit", "teeth": 8,
                            "group": "g-1"}],
                 "earlier": [{"act": "NGAP G", "date": "2024-05-01", "provider": "prov-42", "charge": 30,
                              "quantity": 2}]}
                """).toClaim("p-1", Scheme.FR_GENERAL);
        CareLine line = claim.lines().getFirst();

        assertThat(claim.person()).isEqualTo("p-1");
        assertThat(claim.thirdParty()).isFalse();
        assertThat(claim.provider().networks()).containsExactly("kalixia");
        assertThat(claim.earlier()).hasSize(1);
        assertThat(line.charge()).isEqualTo(Money.of("539.10", Currency.EUR));
        assertThat(line.given().base()).isEqualTo(Money.of("120.00", Currency.EUR));
        assertThat(line.given().rate()).isEqualTo(Rate.percent("62.5"));
        assertThat(claim.earlier().getFirst().quantity()).isEqualTo(2);
        assertThat(line.course())
                .isEqualTo(new Course(
                        LocalDate.of(2024, 1, 1),
                        2,
                        Course.Discharge.TRANSFER,
                        Course.DailyCharge.MATERNITY,
                        Course.Renewal.FRAME_FIT));
        assertThat(line.circumstances().pathway()).isEqualTo(CareLine.Pathway.OUTSIDE);
        assertThat(line.circumstances().exemptions()).containsExactlyInAnyOrder(Exemption.ALD, Exemption.WORK_ACCIDENT);
        assertThat(line.circumstances().careClass()).isEqualTo("II");
        assertThat(line.circumstances().teeth()).isEqualTo(8);
        assertThat(line.group()).isEqualTo("g-1");
    }

    @Test
    void what_is_not_said_is_the_usual() {
        ClaimForm form = form("{" + COVER + ", \"lines\": [{" + LINE + "}]}");
        Claim claim = form.toClaim("p", Scheme.MA_CNSS);

        assertThat(claim.received()).isEqualTo(TODAY);
        assertThat(claim.thirdParty()).isTrue();
        assertThat(claim.lines().getFirst().quantity()).isEqualTo(1);
        assertThat(claim.lines().getFirst().charge().currency()).isEqualTo(Currency.MAD);
        assertThat(claim.provider().country()).isEqualTo("MA");
    }

    @Test
    void a_file_of_a_complementary_contract_says_its_way_and_what_was_paid_before() {
        Claim claim = form("""
                {%s, "dossier": "one-stop", "lines": [{"act": "NGAP_MA C", "date": "2024-06-01", "charge": "80.00",
                 "compulsory": "56.00", "alreadyPaid": "10.00", "claimedByScheme": "24.00"}]}""".formatted(COVER)).toClaim("p", Scheme.MA_CNSS);

        assertThat(claim.dossier()).isEqualTo(Dossier.ONE_STOP);
        assertThat(claim.thirdParty()).isFalse();
        assertThat(claim.lines().getFirst().given().alreadyPaid()).isEqualTo(Money.of("10.00", Currency.MAD));
        assertThat(claim.lines().getFirst().given().claimedByScheme()).isEqualTo(Money.of("24.00", Currency.MAD));
    }

    @Test
    void what_was_paid_before_belongs_to_a_file() {
        String lines = ", \"lines\": [{" + LINE + ", \"alreadyPaid\": \"%s\"}]";

        assertThat(problems(
                        ("{" + COVER + lines.formatted("10.00") + "}").getBytes(StandardCharsets.UTF_8),
                        Channel.SIMULATION))
                .containsExactly("|/dossier||Only a file of a complementary contract (AMC) says what was paid before"
                        + "|\"dossier\": full-advance, estimated-complement, remainder, cnss-flow, one-stop|");
        assertThat(problems(
                        ("{" + COVER + ", \"dossier\": \"remainder\"" + lines.formatted("9000.00") + "}")
                                .getBytes(StandardCharsets.UTF_8),
                        Channel.SIMULATION))
                .as("a lump sum may have been paid beyond the charge: the decision looks at it")
                .isEmpty();
    }

    @Test
    void the_day_of_a_statement_belongs_to_a_file_and_comes_after_the_care() {
        String lines = ", \"lines\": [{" + LINE + "}]";

        assertThat(problems(
                        ("{" + COVER + ", \"statement\": \"2026-01-02\"" + lines + "}")
                                .getBytes(StandardCharsets.UTF_8),
                        Channel.SIMULATION))
                .singleElement()
                .asString()
                .startsWith("|/dossier||Only a file that follows the scheme has the day of its statement"
                        + "|\"dossier\": remainder, cnss-flow, one-stop|");
        assertThat(problems(
                        ("{" + COVER + ", \"dossier\": \"full-advance\", \"statement\": \"2026-01-02\"" + lines + "}")
                                .getBytes(StandardCharsets.UTF_8),
                        Channel.SIMULATION))
                .as("the scheme has not settled yet")
                .singleElement()
                .asString()
                .contains("Only a file that follows the scheme has the day of its statement");
        assertThat(problems(
                        ("{" + COVER
                                        + ", \"dossier\": \"remainder\", \"received\": \"2025-12-30\", \"statement\": \"2026-01-02\""
                                        + lines + "}")
                                .getBytes(StandardCharsets.UTF_8),
                        Channel.SIMULATION))
                .singleElement()
                .asString()
                .startsWith("|/statement|\"2026-01-02\"|The scheme's statement comes after the claim was received");
        assertThat(problems(
                        ("{" + COVER + ", \"dossier\": \"remainder\", \"statement\": \"1999-01-02\"" + lines + "}")
                                .getBytes(StandardCharsets.UTF_8),
                        Channel.SIMULATION))
                .singleElement()
                .asString()
                .startsWith("|/statement|\"1999-01-02\"|The scheme's statement comes before the care");
    }

    @Test
    void a_scheme_that_changes_holds_from_its_day_on() {
        Rights rights = form("""
                {"cover": {"scheme": "none", "born": "1980-01-01", "contracts": [],
                           "then": [{"from": "2024-01-01", "scheme": "ma-cnss", "exemptions": ["alc"]}]},
                 "lines": [{%s}]}""".formatted(LINE)).cover().toRights();

        assertThat(rights.schemeOn(LocalDate.of(2023, 12, 31))).isEqualTo(Scheme.MA_NONE);
        assertThat(rights.schemeOn(LocalDate.of(2024, 1, 1))).isEqualTo(Scheme.MA_CNSS);
        assertThat(rights.exemptionsOn(LocalDate.of(2024, 1, 1))).containsExactly(Exemption.ALC);
    }

    @Test
    void rights_stated_in_the_claim_keep_their_order() {
        Rights rights = form("""
                {"cover": {"scheme": "fr-c2s", "born": "1980-01-01", "exemptions": ["maternity"],
                           "contracts": [{"product": "b", "level": "n-2", "from": "2018-01-01", "to": "2019-12-31"},
                                         {"product": "a", "level": "n-1"}]},
                 "lines": [{%s}]}""".formatted(LINE)).cover().toRights();

        assertThat(rights.scheme()).isEqualTo(Scheme.FR_C2S);
        assertThat(rights.enrolments())
                .extracting(enrolment -> enrolment.product())
                .containsExactly("b", "a");
        assertThat(rights.enrolments().get(0).cover().contains(LocalDate.of(2020, 1, 1)))
                .isFalse();
        assertThat(rights.enrolments().get(1).cover().contains(LocalDate.of(2020, 1, 1)))
                .isTrue();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                // the text
                text("", "|||The body is empty|a JSON object|"),
                text("  ", "|||The body is empty|a JSON object|"),
                text("{", NOT_JSON.formatted(1, 2)),
                text("{\"member\": NaN}", NOT_JSON.formatted(1, 15)),
                text("{\n  'member': 1}", NOT_JSON.formatted(2, 4)),
                text("[1]", "||[…]|This is not an object|a JSON object in braces|"),
                text("\"claim\"", "||\"claim\"|This is not an object|a JSON object in braces|"),
                text("{} {}", "|||Something follows the JSON object: line 1, column 5|one JSON object|"),
                text(
                        "{\"member\": \"a\", \"member\": \"b\"}",
                        "|/member||The same name appears twice: line 1, column 25|each name once in its object|"),
                text("[".repeat(1000), BEYOND.formatted(1, 22)),
                text("{\"lines\": " + "9".repeat(101) + "}", BEYOND.formatted(1, 112)),
                claim("\"charge\": 1e99999999999", EXPONENT.formatted("/charge", 153)),
                claim("\"unknown\": [1, 10.0e-2147483647]", EXPONENT.formatted("/unknown/1", 161)),
                line("\"charge\": 1e99999999999", EXPONENT.formatted("/lines/0/charge", 132)),
                line("\"rate\": 10.0e-2147483647", EXPONENT.formatted("/lines/0/rate", 152)),
                line("\"teeth\": 33", "|/lines/0/teeth|33|This number is out of bounds|a whole number from 1 to 32|"),
                line(
                        "\"quantity\": 100e2147483647",
                        "|/lines/0/quantity|1.00E+2147483649|This number is out of bounds|a whole number from 1 to 999|"),
                line("\"part\": 16", "|/lines/0/part|16|" + NOT_A_PART + "|\"16\""),
                line("\"act\": \"CCAM  @@\"", "|/lines/0/act|\"CCAM  @@\"|" + NOT_AN_ACT + "|"),
                line(
                        "\"pathway\": \"" + "x".repeat(78) + "😀 and more\"",
                        "|/lines/0/pathway|\"" + "x".repeat(78) + "…|This is not one of the words|in, out, exempt|"),
                // the claim
                claim(
                        "\"kind\": \"invoise\"",
                        "|/kind|\"invoise\"|This is not one of the words|simulation, authorization, invoice, reimbursement|invoice"),
                claim(
                        "\"kind\": 3",
                        "|/kind|3|This is not one of the words|simulation, authorization, invoice, reimbursement|"),
                claim(
                        "\"received\": \"2026-11-23\"",
                        "|/received|\"2026-11-23\"|This day is out of bounds|1990-01-01 to 2026-11-22|"),
                claim(
                        "\"thirdParty\": \"true\"",
                        "|/thirdParty|\"true\"|This is neither true nor false|true or false|true"),
                claim(
                        "\"prescribed\": 20240530",
                        "|/prescribed|20240530|This is not a day|a day of the calendar, as \"2024-06-01\"|"),
                claim(
                        "\"prescribed\": \"2026-11-20\"",
                        "|/prescribed|\"2026-11-20\"|The prescription is later than the care|the day of the care at the"
                                + " latest, 2024-06-01|"),
                claim("\"agreement\": 12", "|/agreement|12|This is not a text|a text in quotation marks|\"12\""),
                claim(
                        "\"agreement\": \"a b\"",
                        "|/agreement|\"a b\"|This is not an identifier|1 to 60 visible ASCII characters, no blank|"),
                claim(
                        "\"provder\": {}",
                        "|/provder|{…}|There is no such field|kind, received, dossier, statement, thirdParty, member, cover, provider, prescribed, agreement, lines, earlier|provider"),
                claim(
                        "\"a/b~c\": 1",
                        "|/a~1b~0c|1|There is no such field|kind, received, dossier, statement, thirdParty, member, cover, provider, prescribed, agreement, lines, earlier|"),
                line(
                        "\"illness\": \"diabète 2\"",
                        "|/lines/0/illness|\"diabète 2\"|This is not a word for an illness|1 to 60 letters of any script, digits or ASCII signs, no blank|"),
                claim("\"provider\": []", "|/provider|[…]|This is not an object|a JSON object in braces|"),
                claim(
                        "\"provider\": {\"category\": \"Optam\"}",
                        "|/provider/category|\"Optam\"|This is not one of the words|sector-1, optam, non-optam, non-conventioned, private, public, unspecified|optam"),
                claim(
                        "\"provider\": {\"country\": \"fr\"}",
                        "|/provider/country|\"fr\"|This is not a country|two capital letters of ISO 3166, as FR or MA|FR"),
                claim(
                        "\"provider\": {\"networks\": [\"a\", \"a\"]}",
                        "|/provider/networks/1|\"a\"|Already in the list|each word once|"),
                claim(
                        "\"provider\": {\"profession\": \"Dentiste \\n\"}",
                        "|/provider/profession|\"Dentiste \\n\"|This is not a short name|1 to 60 small letters, digits and hyphens|"),
                claim("\"member\": \"FR-000001\"", "|/cover|{…}|The rights are told twice|member or cover|"),
                claim("\"earlier\": [7]", "|/earlier/0|7|This is not an object|a JSON object in braces|"),
                text(
                        "{\"lines\": [{" + LINE + "}]}",
                        "|/member||The beneficiary is missing|member, or the rights in cover|"),
                text("{" + COVER + "}", "|/lines||This field is required|a list|"),
                text("{" + COVER + ", \"lines\": []}", "|/lines|[…]|The list has 0 elements|1 to 500 elements|"),
                text("{" + COVER + ", \"lines\": {}}", "|/lines|{…}|This is not a list|a list in square brackets|"),
                text(lines(501), "|/lines|[…]|The list has 501 elements|1 to 500 elements|"),
                // the cover
                cover(
                        "\"scheme\": \"fr-generale\", \"born\": \"1980-01-01\"",
                        "|/cover/scheme|\"fr-generale\"|This is not one of the words|fr-general, fr-alsace-moselle, fr-c2s, ma-cnss, ma-cnops, none|fr-general"),
                cover("\"scheme\": \"none\"", "|/cover/born||This field is required|a day, as \"2024-06-01\"|"),
                cover(
                        "\"scheme\": \"none\", \"born\": \"2027-01-01\"",
                        "|/cover/born|\"2027-01-01\"|This day is out of bounds|1900-01-01 to 2026-11-22|"),
                cover(
                        "\"scheme\": \"none\", \"born\": \"2000-01-01\", \"contracts\": [{\"product\": \"p\", \"level\": \"l\", \"from\": \"2020-01-01\", \"to\": \"2019-01-01\"}]",
                        "|/cover/contracts/0/to|\"2019-01-01\"|The last day is before the first|2020-01-01 or later|"),
                cover(
                        "\"scheme\": \"none\", \"born\": \"2000-01-01\", \"exemptions\": [\"adl\"]",
                        "|/cover/exemptions/0|\"adl\"|This is not one of the words|ald, alc, maternity, work-accident, disability, newborn|"),
                // a line
                line("\"act\": \"CCAM\"", "|/lines/0/act|\"CCAM\"|" + NOT_AN_ACT + "|"),
                line("\"act\": \"CCAN HBLD634\"", "|/lines/0/act|\"CCAN HBLD634\"|" + NOT_AN_ACT + "|CCAM HBLD634"),
                line("\"act\": \"ccam:HBLD634\"", "|/lines/0/act|\"ccam:HBLD634\"|" + NOT_AN_ACT + "|CCAM HBLD634"),
                line(
                        "\"date\": \"01/06/2024\"",
                        "|/lines/0/date|\"01/06/2024\"|This is not a day|a day of the calendar, as \"2024-06-01\"|2024-06-01"),
                line(
                        "\"date\": \"2024-02-30\"",
                        "|/lines/0/date|\"2024-02-30\"|This is not a day|a day of the calendar, as \"2024-06-01\"|"),
                line(
                        "\"date\": \"1989-12-31\"",
                        "|/lines/0/date|\"1989-12-31\"|This day is out of bounds|1990-01-01 to 2028-11-22|"),
                line(
                        "\"date\": \"2028-11-23\"",
                        "|/lines/0/date|\"2028-11-23\"|This day is out of bounds|1990-01-01 to 2028-11-22|"),
                line(
                        "\"quantity\": 0",
                        "|/lines/0/quantity|0|This number is out of bounds|a whole number from 1 to 999|"),
                line(
                        "\"quantity\": 1.5",
                        "|/lines/0/quantity|1.5|This is not a whole number|a whole number from 1 to 999, without quotation marks|"),
                line(
                        "\"quantity\": \"2\"",
                        "|/lines/0/quantity|\"2\"|This is not a whole number|a whole number from 1 to 999, without quotation marks|2"),
                line(
                        "\"quantity\": 1e400",
                        "|/lines/0/quantity|1E+400|This number is out of bounds|a whole number from 1 to 999|"),
                line(
                        "\"coefficient\": 0",
                        "|/lines/0/coefficient|0|This is not a coefficient|above 0 and at most 9999, four decimals at most|"),
                line("\"charge\": \"539,00\"", "|/lines/0/charge|\"539,00\"|" + NOT_AN_AMOUNT + "|539.00"),
                line("\"charge\": \"1 539,00 €\"", "|/lines/0/charge|\"1 539,00 €\"|" + NOT_AN_AMOUNT + "|1539.00"),
                line("\"charge\": \"NaN\"", "|/lines/0/charge|\"NaN\"|" + NOT_AN_AMOUNT + "|"),
                line("\"charge\": true", "|/lines/0/charge|true|" + NOT_AN_AMOUNT + "|"),
                line("\"charge\": -0.01", "|/lines/0/charge|-0.01|This amount is out of bounds|0 to 1000000.00|"),
                line(
                        "\"charge\": 1000000.01",
                        "|/lines/0/charge|1000000.01|This amount is out of bounds|0 to 1000000.00|"),
                line(
                        "\"charge\": 1e999999999",
                        "|/lines/0/charge|1E+999999999|This amount is out of bounds|0 to 1000000.00|"),
                line("\"charge\": 10.001", "|/lines/0/charge|10.001|More than two decimals|whole cents|"),
                line("\"charge\": 1e-999999999", "|/lines/0/charge|1E-999999999|More than two decimals|whole cents|"),
                line("\"charge\": null", "|/lines/0/charge||This field is required|an amount, as \"539.00\"|"),
                line(
                        "\"compulsory\": 30.01",
                        "|/lines/0/compulsory|30.01|The share stated exceeds the charge|at most the charge, 30.00|"),
                line("\"rate\": 70", "|/lines/0/rate|70|This is not a rate|\"70 %\" or 0.7, from 0 to 100 %|70 %"),
                line(
                        "\"rate\": \"120 %\"",
                        "|/lines/0/rate|\"120 %\"|This is not a rate|\"70 %\" or 0.7, from 0 to 100 %|"),
                line(
                        "\"pathway\": \"inside\"",
                        "|/lines/0/pathway|\"inside\"|This is not one of the words|in, out, exempt|"),
                line("\"class\": \"C\"", "|/lines/0/class|\"C\"|This is not one of the words|A, B, I, II|A"),
                line(
                        "\"part\": \"19\"",
                        "|/lines/0/part|\"19\"|This is neither a tooth nor a side|a tooth by its number (11 to 48, 51 to 85), left or right|11"),
                line(
                        "\"began\": \"2024-06-02\"",
                        "|/lines/0/began|\"2024-06-02\"|The treatment begins after the care|the day of the care at the latest, 2024-06-01|"),
                line(
                        "\"careClass\": \"A\"",
                        "|/lines/0/careClass|\"A\"|There is no such field|act, date, quantity, coefficient, charge, base, compulsory, rate, pathway, exemptions, class, basket, lens, part, quoted, refusedByCompulsory, illness, began, days, discharge, dailyCharge, renewal, teeth, group, alreadyPaid, claimedByScheme|"));
    }

    private static final String NOT_JSON =
            "|||This is not JSON: line %d, column %d|a JSON object (RFC 8259): double quotation"
                    + " marks, no comment, no trailing comma, no NaN|";
    private static final String BEYOND =
            "|||The JSON exceeds its bounds: line %d, column %d|at most 20 nested levels and" + " 100 digits a number|";
    private static final String EXPONENT = "|%s||The exponent of this number is out of bounds: line 1, column %d|an"
            + " exponent of nine digits at most; better, none|";
    private static final String NOT_A_PART =
            "This is neither a tooth nor a side|a tooth by its number (11 to 48, 51 to 85)," + " left or right";
    private static final String NOT_AN_AMOUNT =
            "This is not an amount|an amount with a decimal point, as \"539.00\" or 539.00";
    private static final String NOT_AN_ACT =
            "This is not an act|a system and a code, as \"CCAM HBLD634\"; systems: CCAM,"
                    + " NGAP, LPP, CIP, NGAP_MA, FORFAIT_MA, CIP_MA, LOCAL";

    @ParameterizedTest
    @MethodSource("broken")
    void what_is_wrong_is_named_with_its_place_and_what_was_allowed(String json, String expected) {
        assertThat(problems(json.getBytes(StandardCharsets.UTF_8), Channel.SIMULATION))
                .containsExactly(expected);
    }

    @Test
    void all_problems_are_told_at_once() {
        assertThat(problems(
                        "{\"knd\": 1, \"lines\": [{\"act\": 7, \"date\": \"x\"}, 5]}".getBytes(StandardCharsets.UTF_8),
                        Channel.SIMULATION))
                .extracting(problem -> problem.split("\\|")[1])
                .containsExactly("/member", "/lines/0/act", "/lines/0/date", "/lines/0/charge", "/lines/1", "/knd");
    }

    @Test
    void a_flood_of_problems_is_cut_and_counted() {
        String fields = numbered(300);

        List<String> problems = problems(("{" + fields + "}").getBytes(StandardCharsets.UTF_8), Channel.SIMULATION);

        assertThat(problems).hasSize(101);
        assertThat(problems.getLast()).isEqualTo("|||And 202 more problems|mend these first|");
    }

    @Test
    void text_that_is_not_utf8_is_refused() {
        assertThat(problems("{\"é\": 1}".getBytes(StandardCharsets.ISO_8859_1), Channel.SIMULATION))
                .containsExactly("|||The text is not UTF-8|a JSON object in UTF-8|");
        assertThat(problems("{}".getBytes(StandardCharsets.UTF_16), Channel.SIMULATION))
                .hasSize(1);
    }

    @Test
    void a_byte_order_mark_is_left_out() {
        assertThat(problems("\ufeff[]".getBytes(StandardCharsets.UTF_8), Channel.SIMULATION))
                .containsExactly("||[…]|This is not an object|a JSON object in braces|");
    }

    @Test
    void a_word_for_an_illness_is_the_same_however_its_accents_are_typed() {
        String claim = "{" + COVER + ", \"lines\": [{" + LINE + ", \"illness\": \"%s\"}]}";

        assertThat(form(claim.formatted("diab\u00e8te"))).isEqualTo(form(claim.formatted("diabe\u0300te")));
        assertThat(form(claim.formatted("السكري")).lines().getFirst().illness()).isEqualTo("السكري");
    }

    @Test
    void each_channel_says_whom_it_knows() {
        byte[] covered = ("{" + COVER + ", \"lines\": [{" + LINE + "}]}").getBytes(StandardCharsets.UTF_8);
        byte[] member = ("{\"member\": \"FR-1\", \"lines\": [{" + LINE + "}]}").getBytes(StandardCharsets.UTF_8);

        assertThat(problems(covered, Channel.AUTHORIZATION))
                .containsExactly(
                        "|/cover|{…}|An authorization is recorded for a known member|member alone; cover is for"
                                + " simulations|");
        assertThat(problems(member, Channel.STREAM))
                .containsExactly("|/member|\"FR-1\"|This command knows no members|the rights in cover|");
        assertThat(problems(member, Channel.AUTHORIZATION)).isEmpty();
        assertThat(problems(covered, Channel.STREAM)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"charge\": 539.00", "\"charge\": \"539.00\"", "\"charge\": 539", "\"charge\": 5.39e2"})
    void an_amount_is_exact_however_it_is_written(String charge) {
        String line = LINE.replace("\"charge\": \"30.00\"", charge);

        assertThat(form("{" + COVER + ", \"lines\": [{" + line + "}]}")
                        .toClaim("p", Scheme.FR_GENERAL)
                        .lines()
                        .getFirst()
                        .charge()
                        .cents())
                .isEqualTo(53900);
    }

    @Test
    void both_languages_know_the_same_problems() {
        Messages messages = new Messages("problems");

        assertThat(messages.keys(Locale.FRENCH)).isEqualTo(messages.keys(Locale.ENGLISH));
    }

    private static Arguments text(String json, String expected) {
        return arguments(json, expected);
    }

    private static Arguments claim(String field, String expected) {
        return arguments("{" + COVER + ", \"lines\": [{" + LINE + "}], " + field + "}", expected);
    }

    private static Arguments cover(String fields, String expected) {
        return arguments("{\"cover\": {" + fields + "}, \"lines\": [{" + LINE + "}]}", expected);
    }

    /** A valid line with one field added, or replaced. */
    private static Arguments line(String field, String expected) {
        String name = field.substring(0, field.indexOf(':') + 1);
        String others = String.join(
                ", ",
                Arrays.stream(LINE.split(", "))
                        .filter(known -> !known.startsWith(name))
                        .toList());
        return arguments("{" + COVER + ", \"lines\": [{" + others + ", " + field + "}]}", expected);
    }

    private static String lines(int count) {
        return "{" + COVER + ", \"lines\": [" + String.join(",", Collections.nCopies(count, "{" + LINE + "}")) + "]}";
    }

    private static String numbered(int count) {
        return String.join(
                ",",
                java.util.stream.IntStream.range(0, count)
                        .mapToObj(number -> "\"x" + number + "\": 1")
                        .toList());
    }

    private static ClaimForm form(String json) {
        Read<ClaimForm> read = ClaimReader.read(json.getBytes(StandardCharsets.UTF_8), Channel.SIMULATION, TODAY);
        assertThat(read).isInstanceOf(Read.Valid.class);
        return ((Read.Valid<ClaimForm>) read).value();
    }

    /** Each problem as {@code |pointer|value|message|allowed|maybe}. */
    private static List<String> problems(byte[] json, Channel channel) {
        return ClaimReader.read(json, channel, TODAY).problems().stream()
                .map(problem -> problem.in(Language.ENGLISH))
                .map(told -> "|" + told.pointer() + "|" + told.value() + "|" + told.message() + "|" + told.allowed()
                        + "|" + (told.maybe() == null ? "" : told.maybe()))
                .toList();
    }
}
