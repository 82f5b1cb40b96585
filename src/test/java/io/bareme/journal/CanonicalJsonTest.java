package io.bareme.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Property(tries = 300)
    void a_decision_is_read_back_as_it_was_and_written_again_to_the_same_bytes(@ForAll long seed) {
        Decision decision = new RandomRecords(seed).record(Decision.class);

        byte[] bytes = CanonicalJson.bytes(decision);

        assertThat(CanonicalJson.decision(bytes)).isEqualTo(decision);
        assertThat(CanonicalJson.bytes(CanonicalJson.decision(bytes))).isEqualTo(bytes);
    }

    @Property(tries = 300)
    void what_it_was_made_from_is_read_back_as_it_was_and_written_again_to_the_same_bytes(@ForAll long seed) {
        Input input = new RandomRecords(seed).record(Input.class);

        byte[] bytes = CanonicalJson.bytes(input);

        assertThat(CanonicalJson.input(bytes)).isEqualTo(input);
        assertThat(CanonicalJson.bytes(CanonicalJson.input(bytes))).isEqualTo(bytes);
    }

    /** These bytes lie in databases: when this test fails, the form has changed and needs a new number. */
    @Test
    void the_form_never_changes_unnoticed() {
        Input input = Decided.input("camille", 0);

        assertThat(new String(CanonicalJson.bytes(input), UTF_8)).isEqualTo("""
                {"claim":{"earlier":[],"kind":"AUTHORIZATION","lines":[{"act":"CCAM HBLD634","charge":"539.00 EUR",\
                "circumstances":{"exemptions":["ALD","MATERNITY"],"pathway":"INSIDE","quoted":false,\
                "refusedByCompulsory":false},"coefficient":"1.50","date":"2024-06-01",\
                "given":{"rate":"70 %"},"number":1,"quantity":1}],"person":"camille",\
                "provider":{"category":"NON_OPTAM","country":"FR","id":"P1","networks":["itelis","kalixia"],\
                "profession":"dentist"},"received":"2024-06-02","thirdParty":true},\
                "consumption":{"counters":{}},"encoding":1,\
                "rights":{"born":"1985-04-12","enrolments":[{"cover":{"first":"2020-01-01"},"id":"E1",\
                "level":"niveau-2","product":"ccn-formation","since":"2020-01-01","suspended":false}],\
                "exemptions":[],"household":"H-camille","person":"camille","scheme":"FR_GENERAL"}}""");
        assertThat(new String(CanonicalJson.bytes(Decided.decision("camille", 30_00, 0)), UTF_8))
                .isEqualTo("""
                {"decision":{"clock":"INSTANT",\
                "edition":"edededededededededededededededededededededededededededededededed",\
                "lines":[{"findings":[{"type":"refer","line":1,"medical":true,\
                "parameters":{"charge":"539.00 EUR"},"reason":"disproportion","rule":"FR-DENT-1"}],\
                "limits":[{"enrolment":"E1","key":"H-camille/E1/crown/0/camille/2024",\
                "remainingAmount":"370.00 EUR","remainingBefore":"400.00 EUR","wording":"400 € par an"}],\
                "number":1,"shares":{"base":"120.00 EUR","charge":"539.00 EUR","compulsory":"72.00 EUR",\
                "contracts":[{"amount":"30.00 EUR","enrolment":"E1","level":"niveau-2","line":"crown",\
                "product":"ccn-formation","wording":"150 % BR"}],"franchise":"0.00 EUR",\
                "localScheme":"0.00 EUR","member":{"copayment":"0.00 EUR","franchise":"0.00 EUR",\
                "overrun":"437.00 EUR","participation":"0.00 EUR","pathwayPenalty":"0.00 EUR",\
                "refused":"0.00 EUR"},"participation":"0.00 EUR","pathwayPenalty":"0.00 EUR",\
                "payableAtCounter":"437.00 EUR","rate":"60 %","solidarity":"0.00 EUR"},\
                "steps":[{"amount":"120.00 EUR","code":"base","parameters":{"act":"CCAM HBLD634"},\
                "source":{"confidence":"OFF","file":"rules/regulation/fr/x.yaml","place":"line 3",\
                "reference":"CCAM v75"}}],"verdict":"APPROVED"}],"movements":[{"amount":"30.00 EUR","count":1,\
                "key":"H-camille/E1/crown/0/camille/2024","version":0}],"verdict":"APPROVED"},"encoding":1}""");
    }

    @Test
    void the_order_in_which_a_set_was_filled_does_not_show() {
        Rights one = rights(Set.of(Exemption.ALD, Exemption.MATERNITY, Exemption.DISABILITY, Exemption.ALC));
        Rights other = rights(new java.util.LinkedHashSet<>(
                List.of(Exemption.MATERNITY, Exemption.ALC, Exemption.DISABILITY, Exemption.ALD)));
        Input input = Decided.input("camille", 0);

        assertThat(CanonicalJson.bytes(new Input(input.claim(), one, input.consumption())))
                .isEqualTo(CanonicalJson.bytes(new Input(input.claim(), other, input.consumption())))
                .asString(UTF_8)
                .contains("\"exemptions\":[\"ALC\",\"ALD\",\"DISABILITY\",\"MATERNITY\"]");
    }

    @Test
    void bytes_of_another_encoding_are_refused_naming_it() {
        assertThatThrownBy(() -> CanonicalJson.decision("{\"encoding\":2,\"decision\":{}}".getBytes(UTF_8)))
                .hasMessageStartingWith("Encoding 2 is not known here, only 1")
                .hasMessageContaining("Maybe it was written by a newer version of the program");
    }

    @Test
    void a_field_that_nobody_knows_is_refused() {
        String bytes = new String(CanonicalJson.bytes(Decided.decision("camille", 0, 0)), UTF_8);

        assertThatThrownBy(() -> CanonicalJson.decision(
                        bytes.replace("\"clock\"", "\"clack\"").getBytes(UTF_8)))
                .hasMessageContaining("clack");
    }

    private static Rights rights(Set<Exemption> exemptions) {
        return new Rights("p", "h", LocalDate.of(1990, 1, 1), Scheme.FR_GENERAL, exemptions, List.of());
    }
}
