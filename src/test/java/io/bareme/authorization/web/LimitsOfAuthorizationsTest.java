package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.authorization.web.RunningApi.Answer;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What authorizations take of limits. */
@ServiceTest
class LimitsOfAuthorizationsTest {

    /** 30 € a session, at most 3 a year, for FR-000119. */
    private static final String OSTEOPATHY = """
            {"member": "FR-000119", "provider": {"id": "%s", "profession": "osteopath"},
             "lines": [{"act": "LOCAL osteopathie", "date": "%s", "charge": "55.00"}]}""";

    @LocalServerPort
    private int port;

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    @Test
    void what_is_authorized_is_reserved_and_a_simulation_sees_it() {
        String care = OSTEOPATHY.formatted("prov-1", "2025-03-02");
        List<String> paid = IntStream.range(0, 4)
                .mapToObj(i -> api.authorize(newKey(), OSTEOPATHY.formatted("prov-1", "2025-03-0" + (i + 2)))
                        .at("/lines/0/complementary"))
                .toList();
        Answer simulated = api.simulate(care);

        assertThat(paid).containsExactly("30.00", "30.00", "30.00", "0.00");
        assertThat(simulated.at("/lines/0/complementary")).isEqualTo("0.00");
        assertThat(simulated.at("/lines/0/limits/0/countBefore")).isEqualTo("0");
    }

    @Test
    void care_expected_to_give_back_of_what_was_paid_reserves_nothing_and_is_no_failure_of_the_engine() {
        String care = """
                {"member": "MA-000090", "provider": {"category": "private"}, "lines": [
                    {"act": "NGAP CS", "date": "2026-03-02", "charge": "300.00"}]}""";
        String overpaid = care.replace("{\"member\"", "{\"dossier\": \"estimated-complement\", \"member\"")
                .replace("\"300.00\"", "\"20.00\", \"alreadyPaid\": \"150.00\"");

        api.authorize(newKey(), care);
        Answer before = api.simulate(care);
        Answer answer = api.authorize(newKey(), overpaid);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.response().body()).contains("overpaid").doesNotContain("engine-failure");
        assertThat(api.simulate(care).at("/lines/0/limits/0/remainingBefore"))
                .isEqualTo(before.at("/lines/0/limits/0/remainingBefore"));
    }

    @Test
    void a_simulation_takes_nothing() {
        String care = OSTEOPATHY
                .formatted("prov-2", "2023-05-02")
                .replace("{\"member\"", "{\"received\": \"2023-05-02\", \"member\"");
        IntStream.range(0, 5).forEach(_ -> api.simulate(care));

        assertThat(api.simulate(care).at("/lines/0/limits/0/countBefore")).isEqualTo("3");
    }

    @Test
    void requests_at_once_never_take_more_than_the_limit() {
        List<Answer> answers =
                RunningApi.atOnce(6, i -> api.authorize(newKey(), OSTEOPATHY.formatted("prov-" + i, "2026-03-1" + i)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        long sessions = answers.stream()
                .filter(answer -> answer.at("/lines/0/complementary").equals("30.00"))
                .count();
        long pending = answers.stream()
                .filter(answer -> answer.at("/lines/0/reasons/0/code").equals("counters-moved"))
                .count();
        assertThat(sessions).isLessThanOrEqualTo(3);
        assertThat(sessions + pending).isGreaterThanOrEqualTo(3);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
