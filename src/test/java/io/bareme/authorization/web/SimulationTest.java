package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.api.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class SimulationTest {

    @LocalServerPort
    private int port;

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    @Test
    void a_crown_is_priced_to_the_cent() {
        var answer = api.simulate(Examples.CROWN);

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.at("/currency")).isEqualTo("EUR");
        assertThat(answer.at("/lines/0/base")).isEqualTo("120.00");
        assertThat(answer.at("/lines/0/compulsory/legal")).isEqualTo("72.00");
        assertThat(answer.at("/totals/charge")).isEqualTo("539.00");
    }
}
